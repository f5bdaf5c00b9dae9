package org.rightdoor.login;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.login.LogInEvents.Kind;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;

/** Adding a passkey to one's own log-in, and removing it. */
@Path("/account/passkey")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Cancellable(false)
class PasskeyPages {

    private static final String ADD = "add:";

    /**
     * @param options what the browser makes the passkey from
     * @param error what went wrong, or null
     */
    record Add(String districtName, String options, String suggested, String error) implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    LoggedIn loggedIn;

    @Inject
    Passkeys passkeys;

    @Inject
    Cookies cookies;

    @Inject
    LogInEvents events;

    @GET
    public Uni<Response> add(RoutingContext context) {
        return page(200, loggedIn.staff(), context, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> keep(@RestForm String answer, @RestForm String name, RoutingContext context) {
        var staff = loggedIn.staff();
        return passkeys.add(staff, answer, cookies.challenge(context), ADD + staff.id, name)
                .chain(added -> added
                        ? events.note(staff.id, Kind.PASSKEY_ADDED, Browser.of(context))
                                .replaceWith(() -> Html.seeOther("/account?done=passkey"))
                        : page(422, staff, context, "That did not work. Please try again."));
    }

    @POST
    @Path("/{id}/remove")
    public Uni<Response> remove(@RestPath long id, RoutingContext context) {
        var staff = loggedIn.staff();
        return passkeys.remove(staff.id, id)
                .chain(() -> events.note(staff.id, Kind.PASSKEY_REMOVED, Browser.of(context)))
                .replaceWith(() -> Html.seeOther("/account?done=passkey-removed"));
    }

    private Uni<Response> page(int status, Staff staff, RoutingContext context, String error) {
        var use = ADD + staff.id;
        var challenge = passkeys.newChallenge(use);
        cookies.challenge(context, challenge);
        var district = knowledge.districtName();
        var suggested = Browser.of(context).device();
        return passkeys.creation(challenge, use, staff, district)
                .chain(options -> Html.secret(Html.page(status, new Add(district, options, suggested, error))));
    }
}
