package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.Promise;
import org.rightdoor.calendar.Promises;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.WrittenTime;

/** What staff promise a family in their own words, such as a call by Friday, and that they have kept it. */
@Path("/desk/inquiries/{number}/promises")
@RolesAllowed(May.WORK)
@Cancellable(false)
class FollowUpPages {

    private static final int LONGEST = 200;

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Promises promises;

    @Inject
    Inquiries inquiries;

    @Inject
    CurrentCalendar calendar;

    /** @param by the date; it is due when the doors close that day, or on the next open day */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> promise(@RestPath long number, @RestForm String text, @RestForm String by) {
        var seat = seats.now();
        var day = day(by);
        var words = text == null ? "" : text.replace("\0", "").strip();
        if (day == null || words.isEmpty() || words.length() > LONGEST) {
            return access.demandWork(number, seat).replaceWith(() -> back(number, "promise-incomplete"));
        }
        return access.demandWork(number, seat)
                .chain(() -> inquiries.find(number))
                .chain(inquiry -> promises.make(followUp(inquiry, words, day, seat)))
                .chain(promise -> inquiries.change(
                        number,
                        inquiry -> Event.of(
                                Event.Kind.FOLLOW_UP_PROMISED,
                                seat.actor(),
                                words + ", by " + WrittenTime.day(day, "en"))))
                .replaceWith(() -> back(number, "promised"));
    }

    @POST
    @Path("/{id}/kept")
    public Uni<Response> keep(@RestPath long number, @RestPath long id) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> promises.keep(number, id))
                .chain(first -> first
                        ? inquiries
                                .change(number, inquiry -> Event.of(Event.Kind.FOLLOW_UP_KEPT, seat.actor(), ""))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .replaceWith(() -> back(number, "kept"));
    }

    private Promise followUp(Inquiry inquiry, String words, LocalDate day, Seat seat) {
        var hours = calendar.now().openHours(inquiry.department);
        var promise = new Promise();
        promise.inquiryNumber = inquiry.number;
        promise.kind = Promise.Kind.FOLLOW_UP;
        promise.department = inquiry.department;
        promise.text = words;
        promise.author = seat.staff().name;
        promise.staffId = seat.staff().id;
        promise.madeAt = Instant.now();
        promise.dueAt = hours.closes(day.atStartOfDay(calendar.now().zone()).toInstant());
        return promise;
    }

    /** Null for no date, and for one that is over. */
    private LocalDate day(String by) {
        try {
            var day = LocalDate.parse(by == null ? "" : by);
            return day.isBefore(LocalDate.now(calendar.now().zone())) ? null : day;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Response back(long number, String done) {
        return Html.seeOther("/desk/inquiries/" + number + "?done=" + done + "#promises");
    }
}
