package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Assignment;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Snooze;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.Department;

/** One deed on all selected cases: first whom it touches and what it cannot do, then the deed, then one way back. */
@Path("/desk/bulk/{deed}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class BulkPages {

    private static final int LONGEST_REPLY = 20_000;

    /** @param colleagues who may be given cases, @param departments where they may go; empty where that is not asked */
    record Preview(
            Seat seat,
            BulkChoice choice,
            BulkChoice.Shown seen,
            Selection selection,
            List<Staff> colleagues,
            List<Department> departments,
            String error)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Selections selections;

    @Inject
    BulkReplies replies;

    @Inject
    Deeds deeds;

    @Inject
    StaffMembers members;

    @Inject
    CurrentCalendar calendar;

    /** Whom it would touch. */
    @GET
    public Uni<Response> preview(@RestPath String deed, @Context UriInfo uri) {
        var choice = BulkChoice.of(demanded(deed, seats.now()), uri.getQueryParameters());
        return page(200, seats.now(), choice, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> act(@RestPath String deed, MultivaluedMap<String, String> form) {
        var seat = seats.now();
        var choice = BulkChoice.of(demanded(deed, seat), form);
        if (choice.numbers().isEmpty()) return Uni.createFrom().item(Html.seeOther(choice.listHref()));
        return members.all().chain(all -> {
            var wrong = wrong(choice, seat, all);
            if (wrong != null) return page(422, seat, choice, wrong);
            return (choice.bulk() == Bulk.REPLY ? reply(choice, seat) : act(choice, seat, all))
                    .onFailure(IllegalStateException.class)
                    .recoverWithUni(refused -> page(409, seat, choice, refused.getMessage()));
        });
    }

    /** Takes back the answers that have not left yet. */
    @POST
    @Path("/taken-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> takeBack(@RestPath String deed, @RestForm String held) {
        if (demanded(deed, seats.now()) != Bulk.REPLY || held == null || !held.matches("\\d{1,15}-\\d{1,15}")) {
            throw new NotFoundException();
        }
        var ends = held.split("-");
        return replies.takeBack(Long.parseLong(ends[0]), Long.parseLong(ends[1]), seats.now())
                .map(many -> Html.seeOther("/desk?did=take-back&many=" + many));
    }

    private Uni<Response> act(BulkChoice choice, Seat seat, List<Staff> all) {
        return selections.tried(choice.numbers(), seat, verb(choice, seat, all)).chain(selection -> {
            if (selection.touched().isEmpty()) return page(409, seat, choice, "None of these cases can be changed so.");
            return deeds.record(choice.bulk().kind, selection.numbers(), seat.actor(), verb(choice, seat, all))
                    .map(deed -> done(choice, selection.touched().size(), "undo=" + deed.id));
        });
    }

    private Uni<Response> reply(BulkChoice choice, Seat seat) {
        return selections.answered(choice.numbers(), choice.seen(), seat).chain(selection -> {
            if (selection.touched().isEmpty())
                return page(409, seat, choice, "None of these families can be answered.");
            return replies.send(
                            selection.numbers(), choice.text(), choice.seen().newestReply(), seat)
                    .chain(sent -> sent.answered() == 0
                            ? page(
                                    409,
                                    seat,
                                    choice,
                                    "Nothing was sent: colleagues have answered these families meanwhile.")
                            : Uni.createFrom().item(done(choice, sent.answered(), sent.back())));
        });
    }

    private static Response done(BulkChoice choice, int many, String back) {
        var left = choice.numbers().size() - many;
        return Html.seeOther("/desk?" + (choice.back().isEmpty() ? "" : choice.back() + "&") + "did="
                + choice.bulk().key() + "&many=" + many + "&left=" + left
                + (back.isEmpty() ? "" : "&" + back));
    }

    /** What is missing before anything can be done, or null. */
    private String wrong(BulkChoice choice, Seat seat, List<Staff> all) {
        return switch (choice.bulk()) {
            case ASSIGN -> choice.staff().isEmpty() || colleague(choice, all) != null ? null : "Choose a colleague.";
            case HAND_OVER ->
                !seat.rules().departments().containsKey(choice.department())
                        ? "Choose the department that can answer these."
                        : choice.reason().isEmpty() ? "Say why, so that your colleagues understand." : null;
            case SNOOZE ->
                Until.read(choice.until(), choice.day(), calendar.now()) == null
                        ? "Choose a day from tomorrow on."
                        : null;
            case REPLY ->
                choice.text().isEmpty()
                        ? "Write an answer first."
                        : choice.text().length() > LONGEST_REPLY ? "That is too long for one answer." : null;
            case RESOLVE -> null;
        };
    }

    private Function<Inquiry, Event> verb(BulkChoice choice, Seat seat, List<Staff> all) {
        var chosen = chosen(choice, seat, all);
        return inquiry -> {
            choice.seen().demandUnwritten(inquiry);
            return chosen.apply(inquiry);
        };
    }

    private Function<Inquiry, Event> chosen(BulkChoice choice, Seat seat, List<Staff> all) {
        var by = seat.actor();
        return switch (choice.bulk()) {
            case ASSIGN -> {
                var chosen = colleague(choice, all);
                var assignment = chosen == null ? Assignment.NOBODY : Assignment.to(chosen);
                yield inquiry -> {
                    if (chosen != null && (inquiry.confidential || !chosen.maySee(inquiry.department))) {
                        throw new IllegalStateException(chosen.name + " may not see this case.");
                    }
                    return assignment.of(inquiry, by);
                };
            }
            case HAND_OVER ->
                inquiry -> {
                    if (inquiry.confidential)
                        throw new IllegalStateException("A confidential case is handed over alone.");
                    return inquiry.reroute(choice.department(), null, choice.reason(), by);
                };
            case SNOOZE ->
                inquiry -> new Snooze(Until.opening(
                                Until.read(choice.until(), choice.day(), calendar.now()), inquiry, calendar.now()))
                        .of(inquiry, by);
            case RESOLVE -> inquiry -> inquiry.resolve(by);
            case REPLY -> throw new IllegalArgumentException("A reply is no verb of the case.");
        };
    }

    private static Staff colleague(BulkChoice choice, List<Staff> all) {
        return all.stream()
                .filter(staff -> staff.id.toString().equals(choice.staff()) && staff.active && !staff.isViewer())
                .findFirst()
                .orElse(null);
    }

    private Uni<Response> page(int status, Seat seat, BulkChoice choice, String error) {
        // Before the cases are looked at: what comes in between counts as not seen.
        var now = Instant.now();
        return members.all().chain(all -> replies.newest().chain(newest -> looked(choice, seat, all)
                .chain(selection -> Html.secret(Html.page(
                        status,
                        new Preview(
                                seat,
                                choice,
                                new BulkChoice.Shown(now, newest),
                                selection,
                                choice.bulk() == Bulk.ASSIGN ? colleagues(all, seat) : List.of(),
                                choice.bulk() == Bulk.HAND_OVER
                                        ? List.copyOf(seat.rules().departments().values())
                                        : List.of(),
                                error))))));
    }

    private Uni<Selection> looked(BulkChoice choice, Seat seat, List<Staff> all) {
        if (choice.bulk() == Bulk.REPLY) return selections.answered(choice.numbers(), choice.seen(), seat);
        // What is not chosen yet refuses nothing.
        var isChosen = wrong(choice, seat, all) == null
                && !(choice.bulk() == Bulk.ASSIGN && choice.staff().isEmpty());
        return selections.tried(choice.numbers(), seat, isChosen ? verb(choice, seat, all) : inquiry -> null);
    }

    /** Those with whom one shares a department. */
    private static List<Staff> colleagues(List<Staff> all, Seat seat) {
        return all.stream()
                .filter(staff -> staff.active && !staff.isViewer())
                .filter(staff -> staff.isAdmin() || staff.worksFor().stream().anyMatch(seat.staff()::maySee))
                .toList();
    }

    private static Bulk demanded(String deed, Seat seat) {
        var bulk = Bulk.named(deed);
        if (bulk == null) throw new NotFoundException();
        // What a helper writes is approved first, case by case.
        if (bulk == Bulk.REPLY && !seat.sends()) throw new ForbiddenException();
        return bulk;
    }
}
