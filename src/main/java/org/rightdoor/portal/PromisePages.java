package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.Closing;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.PromiseRules;
import org.rightdoor.calendar.Span;
import org.rightdoor.calendar.Week;
import org.rightdoor.calendar.Within;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.WrittenTime;

/** By when families hear from the district, what belongs here, and when it is open: as the rules in force say it. */
@Path("/promises")
@Produces(MediaType.TEXT_HTML)
class PromisePages {

    private static final int DAYS_AHEAD = 300;

    record Promised(
            Visit visit, PromiseRules rules, List<Line> lines, List<Desk> desks, List<DayOff> daysOff, String changed)
            implements TemplateInstance {}

    /** For which cases what holds; a promise that is not given is null. */
    record Line(LocalText name, String first, String next, String settled) {}

    record Desk(Department department, List<String> open, String answers) {}

    /** @param how closed, or open from or until when */
    record DayOff(String day, LocalText why, String how) {}

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @GET
    public Uni<Response> promises() {
        var visit = visits.now();
        var zone = calendar.now().zone();
        var today = LocalDate.now(zone);
        var changed = WrittenTime.date(LocalDate.ofInstant(calendar.writtenAt(), zone), visit.language());
        var page = new Promised(
                visit, calendar.promises(), lines(visit), desks(visit, today), daysOff(visit, today), changed);
        return Html.page(200, page, visit);
    }

    private List<Line> lines(Visit visit) {
        return calendar.promises().rules().stream()
                .map(rule -> new Line(
                        rule.name(),
                        within(rule.firstAnswer(), visit),
                        within(rule.nextAnswer(), visit),
                        within(rule.resolution(), visit)))
                .toList();
    }

    private static String within(Within within, Visit visit) {
        if (within == null) return null;
        if (within.time() == null) return visit.texts().promisesDays(within.days());
        return within.minutes() > 0
                ? visit.texts().promisesMinutes(within.minutes())
                : visit.texts().promisesHours(within.hours());
    }

    private List<Desk> desks(Visit visit, LocalDate today) {
        return knowledge.now().rules().departments().values().stream()
                .map(department -> new Desk(
                        department,
                        open(calendar.now().week(department.key(), null, today), visit),
                        visit.texts().promisesDays(department.answersWithinDays())))
                .toList();
    }

    private static List<String> open(Week week, Visit visit) {
        var language = visit.language();
        return week.inShort().stream()
                .map(days -> {
                    var first = WrittenTime.weekday(days.first(), language);
                    var last = WrittenTime.weekday(days.last(), language);
                    var hours = days.hours().stream()
                            .map(span -> hours(span, language))
                            .collect(Collectors.joining(", "));
                    return (days.first() == days.last() ? first : first + " – " + last) + ", " + hours;
                })
                .toList();
    }

    private static String hours(Span span, String language) {
        return WrittenTime.hour(span.from(), language) + " – " + WrittenTime.hour(span.to(), language);
    }

    private List<DayOff> daysOff(Visit visit, LocalDate today) {
        return calendar.now().closings().stream()
                .filter(closing -> !closing.dates().last().isBefore(today)
                        && closing.dates().first().isBefore(today.plusDays(DAYS_AHEAD)))
                .map(closing ->
                        new DayOff(ClosedDays.days(closing, visit.language()), closing.why(), how(closing, visit)))
                .toList();
    }

    private static String how(Closing closing, Visit visit) {
        var texts = visit.texts();
        var how = closing.from() != null
                ? texts.promisesFrom(WrittenTime.hour(closing.from(), visit.language()))
                : closing.until() != null
                        ? texts.promisesUntil(WrittenTime.hour(closing.until(), visit.language()))
                        : texts.promisesClosed();
        return closing.only().contains(Closing.SCHOOLS) ? how + " (" + texts.noticeSchools() + ")" : how;
    }
}
