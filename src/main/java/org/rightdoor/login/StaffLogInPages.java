package org.rightdoor.login;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.login.LogInEvents.Kind;
import org.rightdoor.login.SecondFactors.Standing;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** For administrators: helps a colleague who has lost the password or the telephone. Each step is written down. */
@Path("/staff/{id}/log-in")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class StaffLogInPages {

    /**
     * @param link a new link for a password, shown once, or null
     * @param done what was just done, or null
     */
    record StaffLogIn(
            String districtName,
            Staff member,
            Standing standing,
            List<StaffSession> sessions,
            List<LogInEvents.Line> events,
            DateTimeFormatter clock,
            String link,
            String done)
            implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    LoggedIn loggedIn;

    @Inject
    StaffMembers members;

    @Inject
    Sessions sessions;

    @Inject
    SecondFactors factors;

    @Inject
    LogInEvents events;

    @Inject
    Config config;

    @GET
    public Uni<Response> show(@RestPath long id, @RestQuery String done) {
        return member(id).chain(member -> page(member, null, done));
    }

    /** Whoever had the password or a session is out at once; the link opens the log-in again. */
    @POST
    @Path("/reset")
    public Uni<Response> reset(@RestPath long id, RoutingContext context) {
        return noted(id, Kind.RESET_LINK_MADE, context)
                .chain(member -> members.inviteAgain(id))
                .call(invited -> sessions.endAllOf(id))
                .chain(invited -> page(invited, config.publicUrl() + "/welcome/" + invited.invitation, null));
    }

    @POST
    @Path("/second-factor/removed")
    public Uni<Response> removeSecondFactor(@RestPath long id, RoutingContext context) {
        return noted(id, Kind.SECOND_FACTOR_REMOVED, context)
                .chain(member -> factors.removeAll(id))
                .chain(() -> sessions.endAllOf(id))
                .replaceWith(() -> Html.seeOther("/staff/" + id + "/log-in?done=second"));
    }

    @POST
    @Path("/ended")
    public Uni<Response> endAll(@RestPath long id, RoutingContext context) {
        return noted(id, Kind.LOGGED_OUT_EVERYWHERE, context)
                .chain(member -> sessions.endAllOf(id))
                .replaceWith(() -> Html.seeOther("/staff/" + id + "/log-in?done=ended"));
    }

    private Uni<Staff> noted(long id, Kind kind, RoutingContext context) {
        var by = loggedIn.staff().id;
        return member(id).call(member -> events.note(id, kind, Browser.of(context), by));
    }

    private Uni<Staff> member(long id) {
        return members.byId(id).onItem().ifNull().failWith(NotFoundException::new);
    }

    private Uni<Response> page(Staff member, String link, String done) {
        var rules = knowledge.now().rules();
        var clock = DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US)
                .withZone(rules.district().timeZone());
        var district = rules.district().name().in("en");
        return factors.of(member.id).chain(standing -> sessions.of(member.id).chain(open -> events.of(member.id)
                .chain(lines -> Html.secret(
                        Html.page(200, new StaffLogIn(district, member, standing, open, lines, clock, link, done))))));
    }
}
