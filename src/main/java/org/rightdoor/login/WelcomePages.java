package org.rightdoor.login;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** A one-time link by which somebody sets a password: the first administrator, who is invited, who has lost it. */
@Path("/welcome/{invitation}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class WelcomePages {

    record Welcome(String districtName, Staff staff, int shortest, String error) implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    StaffMembers members;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    @Inject
    LogInEvents events;

    @GET
    public Uni<Response> welcome(@RestPath String invitation) {
        return invited(invitation).chain(staff -> page(200, staff, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> setPassword(
            @RestPath String invitation, @RestForm String password, @RestForm String again, RoutingContext context) {
        var browser = Browser.of(context);
        return invited(invitation).chain(staff -> passwords
                .fault(password, again, staff, knowledge.districtName())
                .chain(fault -> fault != null
                        ? page(422, staff, fault)
                        : members.accept(invitation, password).chain(accepted -> {
                            if (accepted == null) throw new NotFoundException();
                            return sessions.endAllOf(accepted.id)
                                    .chain(() -> events.note(accepted.id, Kind.PASSWORD_SET, browser))
                                    .replaceWith(() -> Html.seeOther("/login?welcomed=true"));
                        })));
    }

    private Uni<Staff> invited(String invitation) {
        return members.invited(invitation).onItem().ifNull().failWith(NotFoundException::new);
    }

    private Uni<Response> page(int status, Staff staff, String error) {
        return Html.secret(Html.page(status, new Welcome(knowledge.districtName(), staff, Passwords.SHORTEST, error)));
    }
}
