package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Named;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** Who sees a case: its department, or only those named on it. */
@Path("/desk/inquiries/{number}/confidential")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.LEAD)
@Cancellable(false)
class ConfidentialPages {

    private static final int LONGEST_REASON = 300;

    /**
     * @param decides true for those who may change it
     * @param colleagues who may be named
     * @param reason as typed
     */
    record Seen(
            Seat seat,
            Inquiry inquiry,
            List<Named> named,
            boolean decides,
            List<Staff> colleagues,
            String reason,
            String error,
            String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    ConfidentialCases confidential;

    @Inject
    StaffMembers members;

    @GET
    @RolesAllowed(May.READ)
    public Uni<Response> show(@RestPath long number, @RestQuery String done) {
        return page(200, number, "", null, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> close(@RestPath long number, @RestForm String reason, @RestForm("staff") List<Long> staff) {
        var why = reason == null ? "" : CaseDesk.clean(reason);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return page(422, number, why, "Say in a few words why, for those who will see it.", null);
        }
        return decide(number, why, "closed", (seat, all) -> {
            var chosen = all.stream()
                    .filter(each -> staff != null && staff.contains(each.id) && !each.id.equals(seat.staff().id))
                    .toList();
            return confidential.close(number, chosen, why, seat.actor()).replaceWithVoid();
        });
    }

    @POST
    @Path("/opened")
    public Uni<Response> open(@RestPath long number) {
        return decide(number, "", "opened", (seat, all) -> confidential
                .open(number, seat.actor())
                .replaceWithVoid());
    }

    @POST
    @Path("/named")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> name(@RestPath long number, @RestForm Long staff) {
        return decide(number, "", "named", (seat, all) -> {
            var who = all.stream().filter(each -> each.id.equals(staff)).findFirst();
            if (who.isEmpty()) throw new IllegalStateException("Choose a colleague from the list.");
            return confidential.name(number, who.get(), seat.actor());
        });
    }

    @POST
    @Path("/named/{id}/removed")
    public Uni<Response> unname(@RestPath long number, @RestPath long id) {
        return decide(number, "", "unnamed", (seat, all) -> confidential.unname(number, id, seat.actor()));
    }

    private Uni<Response> decide(
            long number, String typed, String done, BiFunction<Seat, List<Staff>, Uni<Void>> deed) {
        var seat = seats.now();
        return access.open(number, seat)
                .chain(opened -> confidential.namedOn(number).map(named -> decides(seat, opened, named)))
                .invoke(decides -> {
                    if (!decides) throw new NotFoundException();
                })
                .chain(decides -> members.all())
                .chain(all -> deed.apply(seat, working(all)))
                // Whoever takes the own name off sees the case no more.
                .chain(() -> access.mayWork(number, seat)
                        .map(mayWork -> Html.seeOther("/desk/inquiries/" + number + "/confidential?done=" + done))
                        .onFailure(NotFoundException.class)
                        .recoverWithItem(() -> Html.seeOther("/desk")))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(misuse -> page(409, number, typed, misuse.getMessage(), null));
    }

    private Uni<Response> page(int status, long number, String reason, String error, String done) {
        var seat = seats.now();
        return access.open(number, seat)
                .chain(opened -> confidential.namedOn(number).chain(named -> members.all()
                        .chain(all -> Html.secret(Html.page(
                                status,
                                new Seen(
                                        seat,
                                        opened.file().inquiry(),
                                        named,
                                        decides(seat, opened, named),
                                        colleagues(all, named, seat),
                                        reason,
                                        error,
                                        done))))));
    }

    /** Whoever only has to look names nobody, and opens nothing to others. */
    private static boolean decides(Seat seat, Access.Opened opened, List<Named> named) {
        var inquiry = opened.file().inquiry();
        if (!seat.leads()) return false;
        return inquiry.confidential
                ? named.stream().anyMatch(each -> each.staffId() == seat.staff().id && !each.isLooking())
                : opened.mayWork() && seat.staff().leads(inquiry.department);
    }

    private static List<Staff> colleagues(List<Staff> all, List<Named> named, Seat seat) {
        return working(all).stream()
                .filter(each -> !each.id.equals(seat.staff().id))
                .filter(each -> named.stream().noneMatch(one -> one.staffId() == each.id && !one.isLooking()))
                .toList();
    }

    private static List<Staff> working(List<Staff> all) {
        return all.stream().filter(each -> each.active).toList();
    }
}
