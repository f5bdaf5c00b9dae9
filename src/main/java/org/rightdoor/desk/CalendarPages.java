package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.calendar.Closing;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.Dates;
import org.rightdoor.calendar.DeclaredClosing;
import org.rightdoor.calendar.DeclaredClosings;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.WrittenTime;

/** The district's year for administrators, and the snow day in two clicks. */
@Path("/desk/settings/calendar")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class CalendarPages {

    record Year(
            Seat seat,
            List<Entry> ahead,
            List<Entry> terms,
            List<Entry> seasons,
            List<Declared> declared,
            ClosingForm form,
            String done)
            implements TemplateInstance {}

    /** Days of the written calendar, and what is to be said about them. */
    record Entry(String days, String what) {}

    /** A day declared at the desk that can be taken back. */
    record Declared(long id, String days, String why, String how, String by) {}

    @Inject
    Seats seats;

    @Inject
    CurrentCalendar calendar;

    @Inject
    DeclaredClosings closings;

    @GET
    public Uni<Response> year(@RestQuery String done) {
        return page(200, ClosingForm.blank(LocalTime.now(calendar.now().zone())), done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> declare(
            @RestForm String day,
            @RestForm String date,
            @RestForm String until,
            @RestForm String how,
            @RestForm String time,
            @RestForm String who,
            @RestForm("school") List<String> schools,
            @RestForm String why) {
        var form = ClosingForm.of(day, date, until, how, time, who, schools, why);
        try {
            return closings.declare(form.closing(today(), seats.now()))
                    .replaceWith(Html.seeOther("/desk/settings/calendar?done=declared"));
        } catch (IllegalArgumentException missing) {
            return page(422, form.wrong(missing.getMessage()), null);
        }
    }

    @POST
    @Path("/{id}/taken-back")
    public Uni<Response> takeBack(@RestPath long id) {
        return closings.takeBack(id, seats.now().staff().name)
                .replaceWith(() -> Html.seeOther("/desk/settings/calendar?done=back"));
    }

    private Uni<Response> page(int status, ClosingForm form, String done) {
        var seat = seats.now();
        var today = today();
        return closings.standing().chain(all -> {
            var declared = all.stream()
                    .filter(closing -> !closing.lastDay.isBefore(today))
                    .map(closing -> declared(closing, seat))
                    .toList();
            return Html.page(
                    status, new Year(seat, ahead(all, today, seat), terms(), seasons(seat), declared, form, done));
        });
    }

    private List<Entry> ahead(List<DeclaredClosing> declared, LocalDate today, Seat seat) {
        var own = declared.stream().map(DeclaredClosing::closing).toList();
        return calendar.now().closings().stream()
                .filter(closing ->
                        !own.contains(closing) && !closing.dates().last().isBefore(today))
                .map(closing ->
                        new Entry(written(closing.dates()), closing.why().in("en") + ". " + how(closing, seat)))
                .toList();
    }

    private List<Entry> terms() {
        return calendar.now().terms().stream()
                .map(term -> new Entry(term.schoolYear() + ", " + term.name().in("en"), written(term.dates())))
                .toList();
    }

    private List<Entry> seasons(Seat seat) {
        return calendar.now().seasons().stream()
                .map(season -> new Entry(
                        season.name().in("en"),
                        written(season.dates())
                                + season.answeredBy().entrySet().stream()
                                        .map(other -> ". " + seat.departmentName(other.getValue()) + " answers for "
                                                + seat.departmentName(other.getKey()))
                                        .sorted()
                                        .collect(Collectors.joining())))
                .toList();
    }

    private static Declared declared(DeclaredClosing row, Seat seat) {
        var closing = row.closing();
        return new Declared(row.id, written(closing.dates()), row.why, how(closing, seat), row.declaredBy);
    }

    private static String how(Closing closing, Seat seat) {
        var how = closing.from() != null
                ? "Opens at " + WrittenTime.hour(closing.from(), "en")
                : closing.until() != null ? "Closes at " + WrittenTime.hour(closing.until(), "en") : "Closed";
        return closing.isForEverybody() ? how : how + ": " + who(closing, seat);
    }

    private static String who(Closing closing, Seat seat) {
        return closing.only().stream()
                .map(key -> key.equals(Closing.SCHOOLS)
                        ? "all schools"
                        : seat.rules().schools().containsKey(key) ? seat.schoolName(key) : seat.departmentName(key))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String written(Dates dates) {
        return Arrays.asList(dates.first(), dates.last()).stream()
                .distinct()
                .map(day -> WrittenTime.day(day, "en"))
                .collect(Collectors.joining(" – "));
    }

    private LocalDate today() {
        return LocalDate.now(calendar.now().zone());
    }
}
