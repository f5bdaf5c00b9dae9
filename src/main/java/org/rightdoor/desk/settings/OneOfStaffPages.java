package org.rightdoor.desk.settings;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.login.Sessions;
import org.rightdoor.people.May;
import org.rightdoor.people.RoleChanges;
import org.rightdoor.people.Roster;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** One of the staff: role, departments, who stands in, and the way in. */
@Path("/desk/settings/staff/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class OneOfStaffPages {

    /**
     * @param colleagues who may stand in
     * @param invited the link just made, or null
     * @param history who was what, the newest first
     */
    record One(
            Seat seat,
            Staff member,
            boolean away,
            List<StaffForm.Post> posts,
            StaffForm form,
            List<Staff> colleagues,
            Invitations.Sent invited,
            List<RoleHistory.Line> history,
            String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    StaffMembers members;

    @Inject
    Roster roster;

    @Inject
    RoleChanges changes;

    @Inject
    Sessions sessions;

    @Inject
    Invitations invitations;

    @GET
    public Uni<Response> show(@RestPath long id, @RestQuery String done) {
        return page(200, id, null, null, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> change(
            @RestPath long id,
            @RestForm String name,
            @RestForm String role,
            @RestForm boolean records,
            @RestForm("department") List<String> departments) {
        return found(id).chain(member -> {
            var form = StaffForm.of(member.email, name, role, records, departments);
            var fault = form.fault(seats.now().rules());
            if (fault != null) return page(422, id, form.wrong(fault), null, null);
            return done(id, form, "changed", () -> roster.change(id, form.name(), form.roles(), form.kept(), me()));
        });
    }

    @POST
    @Path("/deactivated")
    public Uni<Response> deactivate(@RestPath long id) {
        return done(id, null, "deactivated", () -> roster.deactivate(id, me()));
    }

    @POST
    @Path("/reactivated")
    public Uni<Response> reactivate(@RestPath long id) {
        return done(id, null, "reactivated", () -> roster.reactivate(id, me()));
    }

    /** A new link for who has not come yet, or has lost the password; the one before opens nothing any more. */
    @POST
    @Path("/invitation")
    public Uni<Response> inviteAgain(@RestPath long id) {
        var seat = seats.now();
        return found(id)
                .chain(member -> member.active
                        ? members.inviteAgain(id)
                                .call(() -> sessions.endAllOf(id))
                                .chain(invited -> invitations.send(invited, seat))
                                .chain(sent -> page(200, id, null, sent, null))
                        : page(409, id, StaffForm.of(member).wrong("Let this person in again first."), null, null));
    }

    /** @param until the last day; empty to be back */
    @POST
    @Path("/away")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> away(@RestPath long id, @RestForm String until, @RestForm Long standIn) {
        var today = LocalDate.now(seats.now().rules().district().timeZone());
        return found(id).chain(member -> {
            if (until == null || until.isBlank()) {
                return members.goAway(id, null, null).replaceWith(() -> back(id, "back"));
            }
            var day = day(until);
            if (day == null || day.isBefore(today)) {
                return page(422, id, StaffForm.of(member).wrong("Choose the last day, from today on."), null, null);
            }
            return members.all()
                    .chain(all -> colleagues(all, id).stream().anyMatch(each -> each.id.equals(standIn))
                            ? members.goAway(id, day, standIn).replaceWith(() -> back(id, "away"))
                            : page(422, id, StaffForm.of(member).wrong("Choose who stands in."), null, null));
        });
    }

    // What somebody may do has changed: who is logged in with the old roles logs in again.
    private static boolean isAllowedTheSame(Staff before, Staff now) {
        return before.active == now.active
                && before.roles.equals(now.roles)
                && Set.copyOf(Arrays.asList(before.departments)).equals(Set.copyOf(Arrays.asList(now.departments)));
    }

    private Uni<Response> done(long id, StaffForm typed, String done, Supplier<Uni<Staff>> deed) {
        return found(id).chain(member -> deed.get()
                .call(changed ->
                        isAllowedTheSame(member, changed) ? Uni.createFrom().voidItem() : sessions.endAllOf(id))
                .replaceWith(() -> back(id, done))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(misuse -> {
                    var form = typed == null ? StaffForm.of(member) : typed;
                    return page(409, id, form.wrong(misuse.getMessage()), null, null);
                }));
    }

    private String me() {
        return seats.now().staff().name;
    }

    private Uni<Staff> found(long id) {
        return roster.find(id).onItem().ifNull().failWith(NotFoundException::new);
    }

    private Uni<Response> page(int status, long id, StaffForm typed, Invitations.Sent invited, String done) {
        var seat = seats.now();
        return found(id).chain(member -> members.all().chain(all -> changes.of(id)
                .chain(history -> Html.secret(Html.page(
                        status,
                        new One(
                                seat,
                                member,
                                member.isAway(
                                        LocalDate.now(seat.rules().district().timeZone())),
                                List.of(StaffForm.Post.values()),
                                typed == null ? StaffForm.of(member) : typed,
                                colleagues(all, id),
                                invited,
                                RoleHistory.inWords(history, seat),
                                done))))));
    }

    private static List<Staff> colleagues(List<Staff> all, long id) {
        return all.stream().filter(each -> each.active && each.id != id).toList();
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Response back(long id, String done) {
        return Html.seeOther("/desk/settings/staff/" + id + "?done=" + done);
    }
}
