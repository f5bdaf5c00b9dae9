package org.rightdoor.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Status;
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
            var events = calendar.getComponents().stream()
                    .filter(VEvent.class::isInstance)
                    .map(VEvent.class::cast)
                    .toList();
            for (var event : events) {
                if (says(event, words) && !isCancelled(event)) closings.addAll(closings(event, events, only));
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

    private static boolean isCancelled(VEvent event) {
        return event.<Status>getProperty(Property.STATUS)
                .filter(status -> status.getValue().equals(Status.VALUE_CANCELLED))
                .isPresent();
    }

    private static List<Closing> closings(VEvent event, List<VEvent> all, Set<String> only) {
        var start = event.<Temporal>getStartDate()
                .map(property -> property.getDate())
                .orElse(null);
        if (!(start instanceof LocalDate first)) return List.of();
        var end =
                event.<Temporal>getEndDate().map(property -> property.getDate()).orElse(null);
        // The end of an event over whole days is the day after it (RFC 5545 section 3.6.1).
        var more = end instanceof LocalDate after ? Math.max(0, ChronoUnit.DAYS.between(first, after) - 1) : 0;
        var why = new LocalText(Map.of("en", summary(event)));
        return days(event, all, first)
                .map(day -> Closing.closed(new Dates(day, day.plusDays(more)), only, why))
                .toList();
    }

    private static Stream<LocalDate> days(VEvent event, List<VEvent> all, LocalDate first) {
        var days = new TreeSet<LocalDate>(Set.of(first));
        event.<RRule<LocalDate>>getProperty(Property.RRULE)
                .ifPresent(
                        rule -> days.addAll(rule.getRecur().getDates(first, first, first.plusYears(YEARS_OF_REPEATS))));
        event.<RDate<LocalDate>>getProperties(Property.RDATE).forEach(more -> days.addAll(more.getDates()));
        event.<ExDate<LocalDate>>getProperties(Property.EXDATE).forEach(out -> days.removeAll(out.getDates()));
        days.removeAll(toldApart(event, all));
        return days.stream();
    }

    /** Days of a repeated event of which events of their own tell: moved, or called off (RFC 5545 section 3.8.4.4). */
    private static List<Temporal> toldApart(VEvent event, List<VEvent> all) {
        if (event.getRecurrenceId() != null) return List.of();
        return all.stream()
                .filter(other ->
                        other.getRecurrenceId() != null && other.getUid().equals(event.getUid()))
                .map(other -> (Temporal) other.getRecurrenceId().getDate())
                .toList();
    }
}
