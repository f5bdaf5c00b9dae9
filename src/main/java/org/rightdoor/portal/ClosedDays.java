package org.rightdoor.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.Closing;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.routing.WrittenTime;

/** What every page says while a snow day or the like is near. */
@ApplicationScoped
@Named("closedDays")
public class ClosedDays {

    private static final int DAYS_AHEAD = 3;

    /** @param why in the words of staff, who write English; may be empty */
    public record Notice(String text, String why) {}

    @Inject
    CurrentCalendar calendar;

    @Inject
    CurrentKnowledge knowledge;

    /** In the language of the visit; empty on nearly all days. */
    public List<Notice> notices(Visit visit) {
        var today = LocalDate.now(calendar.now().zone());
        return calendar.declared().stream()
                .filter(closing -> !closing.dates().last().isBefore(today)
                        && !closing.dates().first().isAfter(today.plusDays(DAYS_AHEAD)))
                .map(closing -> new Notice(text(closing, visit), closing.why().in("en")))
                .toList();
    }

    private String text(Closing closing, Visit visit) {
        var texts = visit.texts();
        var who = who(closing, visit);
        var day = days(closing, visit.language());
        if (closing.from() != null) {
            return texts.noticeLate(who, day, WrittenTime.hour(closing.from(), visit.language()));
        }
        return closing.until() != null
                ? texts.noticeEarly(who, day, WrittenTime.hour(closing.until(), visit.language()))
                : texts.noticeClosed(who, day);
    }

    private String who(Closing closing, Visit visit) {
        if (closing.isForEverybody()) return visit.districtName();
        if (closing.only().contains(Closing.SCHOOLS)) return visit.texts().noticeSchools();
        var schools = knowledge.now().rules().schools();
        return closing.only().stream()
                .map(key -> schools.containsKey(key) ? schools.get(key).name() : key)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static String days(Closing closing, String language) {
        var first = WrittenTime.day(closing.dates().first(), language);
        return closing.dates().isOneDay()
                ? first
                : first + " – " + WrittenTime.day(closing.dates().last(), language);
    }
}
