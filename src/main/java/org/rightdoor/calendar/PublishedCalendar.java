package org.rightdoor.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Summary;
import org.rightdoor.routing.LocalText;

/** The calendar that a district publishes for families (iCalendar, RFC 5545): which of its days mean closed doors. */
final class PublishedCalendar {

    private static final int YEARS_OF_REPEATS = 10;

    private PublishedCalendar() {}

    /**
     * Events over whole days whose summary or categories hold one of the words, whatever their case; all others are lunch
     * menus and concerts.
     *
     * @param only see {@link Closing#only}
     * @throws IOException when the text is not iCalendar
     */
    static List<Closing> closings(String text, Collection<String> words, Set<String> only) throws IOException {
        try {
            var closings = new ArrayList<Closing>();
            var calendar = new CalendarBuilder().build(new StringReader(text));
            for (var component : calendar.getComponents()) {
                if (component instanceof VEvent event && says(event, words)) closings.addAll(closings(event, only));
            }
            return closings;
        } catch (ParserException | RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean says(VEvent event, Collection<String> words) {
        var said = (summary(event) + " "
                        + event.<Categories>getProperty(Property.CATEGORIES)
                                .map(Property::getValue)
                                .orElse(""))
                .toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> said.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String summary(VEvent event) {
        return event.<Summary>getProperty(Property.SUMMARY)
                .map(Property::getValue)
                .orElse("");
    }

    private static List<Closing> closings(VEvent event, Set<String> only) {
        var start = event.<Temporal>getStartDate()
                .map(property -> property.getDate())
                .orElse(null);
        if (!(start instanceof LocalDate first)) return List.of();
        var end =
                event.<Temporal>getEndDate().map(property -> property.getDate()).orElse(null);
        // The end of an event over whole days is the day after it (RFC 5545 section 3.6.1).
        var more = end instanceof LocalDate after ? Math.max(0, ChronoUnit.DAYS.between(first, after) - 1) : 0;
        var why = new LocalText(Map.of("en", summary(event)));
        return days(event, first)
                .map(day -> Closing.closed(new Dates(day, day.plusDays(more)), only, why))
                .toList();
    }

    private static Stream<LocalDate> days(VEvent event, LocalDate first) {
        var rule = event.<RRule<LocalDate>>getProperty(Property.RRULE);
        if (rule.isEmpty()) return Stream.of(first);
        var left = new HashSet<Temporal>();
        event.<ExDate<LocalDate>>getProperties(Property.EXDATE).forEach(out -> left.addAll(out.getDates()));
        return rule.get().getRecur().getDates(first, first, first.plusYears(YEARS_OF_REPEATS)).stream()
                .filter(day -> !left.contains(day));
    }
}
