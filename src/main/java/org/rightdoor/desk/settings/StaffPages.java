package org.rightdoor.desk.settings;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.Address;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** Everybody who works here, and a form to invite somebody. */
@Path("/desk/settings/staff")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class StaffPages {

    /** @param invited whom the link just made is for, or null */
    record Everybody(
            Seat seat,
            List<Line> lines,
            List<StaffForm.Post> posts,
            StaffForm form,
            Invitations.Sent invited,
            String done)
            implements TemplateInstance {}

    /** @param state in a word or two */
    record Line(Staff member, String role, String departments, String state) {}

    @Inject
    Seats seats;

    @Inject
    StaffMembers members;

    @Inject
    Invitations invitations;

    @GET
    public Uni<Response> list(@RestQuery String done) {
        return page(200, StaffForm.BLANK, null, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> invite(
            @RestForm String email,
            @RestForm String name,
            @RestForm String role,
            @RestForm boolean records,
            @RestForm("department") List<String> departments) {
        var seat = seats.now();
        var form = StaffForm.of(email, name, role, records, departments);
        var fault = form.fault(seat.rules());
        if (fault != null) return page(422, form.wrong(fault), null, null);
        var address = Address.email(form.email()).orElseThrow();
        return members.byEmail(address)
                .chain(known -> known != null
                        ? page(409, form.wrong("Somebody with this e-mail address is on the list already."), null, null)
                        : members.invite(address, form.name(), form.roles(), form.kept(), seat.staff().name)
                                .chain(invited -> invitations.send(invited, seat))
                                .chain(sent -> page(200, StaffForm.BLANK, sent, null)));
    }

    private Uni<Response> page(int status, StaffForm form, Invitations.Sent invited, String done) {
        var seat = seats.now();
        return members.all()
                .map(all -> all.stream().map(member -> line(member, seat)).toList())
                .chain(lines -> Html.secret(Html.page(
                        status, new Everybody(seat, lines, List.of(StaffForm.Post.values()), form, invited, done))));
    }

    private static Line line(Staff member, Seat seat) {
        var post = StaffForm.Post.of(member);
        var beside = member.keepsRecords() && post != StaffForm.Post.RECORDS ? ", keeps records" : "";
        var departments = member.isAdmin()
                ? "All"
                : String.join(
                        ", ",
                        List.of(member.departments).stream()
                                .map(seat::departmentName)
                                .toList());
        return new Line(member, post.title() + beside, departments, state(member, seat));
    }

    private static String state(Staff member, Seat seat) {
        if (!member.active) return "Inactive";
        if (member.invitation != null) return "Invited";
        return member.isAway(LocalDate.now(seat.rules().district().timeZone()))
                ? "Away until " + member.awayUntil
                : "Active";
    }
}
