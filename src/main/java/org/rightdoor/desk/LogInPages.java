package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** The way in and out for staff. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class LogInPages {

    record LogIn(String districtName, boolean failed, boolean welcomed) implements TemplateInstance {}

    record Welcome(String districtName, Staff staff, int shortest, String error) implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    StaffMembers members;

    @GET
    @Path("/login")
    public Uni<Response> logIn(@RestQuery boolean failed, @RestQuery boolean welcomed) {
        return Html.page(200, new LogIn(districtName(), failed, welcomed));
    }

    @POST
    @Path("/logout")
    @Authenticated
    public Response logOut(RoutingContext context) {
        FormAuthenticationMechanism.logout(context);
        return Html.seeOther("/login");
    }

    @GET
    @Path("/welcome/{invitation}")
    public Uni<Response> welcome(@RestPath String invitation) {
        return members.invited(invitation).chain(staff -> welcome(200, staff, null));
    }

    @POST
    @Path("/welcome/{invitation}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> setPassword(@RestPath String invitation, @RestForm String password, @RestForm String again) {
        var error = fault(password == null ? "" : password, again);
        if (error != null) {
            return members.invited(invitation).chain(staff -> welcome(422, staff, error));
        }
        return members.accept(invitation, password).map(staff -> {
            if (staff == null) throw new NotFoundException();
            return Html.seeOther("/login?welcomed=true");
        });
    }

    private Uni<Response> welcome(int status, Staff staff, String error) {
        if (staff == null) throw new NotFoundException();
        return Html.secret(
                Html.page(status, new Welcome(districtName(), staff, StaffMembers.SHORTEST_PASSWORD, error)));
    }

    private static String fault(String password, String again) {
        if (password.codePointCount(0, password.length()) < StaffMembers.SHORTEST_PASSWORD) {
            return "At least " + StaffMembers.SHORTEST_PASSWORD
                    + " characters. Three or four words are easy to remember.";
        }
        return password.equals(again) ? null : "The two are not the same. Please type both again.";
    }

    private String districtName() {
        return knowledge.now().rules().district().name().in("en");
    }
}
