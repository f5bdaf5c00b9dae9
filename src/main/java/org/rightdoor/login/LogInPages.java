package org.rightdoor.login;

import io.quarkus.qute.TemplateInstance;
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
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.portal.Html;

/** The way in and out for staff. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class LogInPages {

    /**
     * @param failed true when something did not fit; what it was is not told
     * @param pause seconds to wait before the next try, or 0
     * @param welcomed true when the password has just been set
     * @param passkey what the browser asks its passkeys
     * @param singleSignOn name of the district's own log-in, or null where there is none
     */
    record LogIn(
            String districtName,
            boolean failed,
            long pause,
            boolean welcomed,
            boolean unknownPasskey,
            String passkey,
            String singleSignOn)
            implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    LogIns logIns;

    @Inject
    Sessions sessions;

    @Inject
    Cookies cookies;

    @Inject
    Passkeys passkeys;

    @Inject
    SingleSignOn singleSignOn;

    @GET
    @Path("/login")
    public Uni<Response> logIn(
            @RestQuery boolean failed,
            @RestQuery long wait,
            @RestQuery boolean welcomed,
            @RestQuery String passkey,
            RoutingContext context) {
        var unknown = "unknown".equals(passkey);
        var page = new LogIn(
                knowledge.districtName(),
                failed,
                wait,
                welcomed,
                unknown,
                passkeyRequest(context),
                singleSignOn.name());
        return Html.secret(Html.page(200, page));
    }

    String passkeyRequest(RoutingContext context) {
        var challenge = passkeys.newChallenge(PasskeyLogInPages.USE);
        cookies.challenge(context, challenge);
        return passkeys.request(challenge, PasskeyLogInPages.USE);
    }

    @POST
    @Path("/j_security_check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> check(
            @RestForm("j_username") String email, @RestForm("j_password") String password, RoutingContext context) {
        return logIns.byPassword(email, password, Browser.of(context), Cookies.session(context))
                .map(result -> answer(result, context));
    }

    @POST
    @Path("/logout")
    public Uni<Response> logOut(RoutingContext context) {
        var token = Cookies.session(context);
        cookies.takeSession(context);
        return sessions.find(token).chain(open -> {
            if (open == null) return Uni.createFrom().item(Html.seeOther("/login"));
            // A page of ours first: after a form a browser follows to no other site (form-action of the policy).
            cookies.wayOut(context, open.session().wayOut);
            var next = open.session().way == StaffSession.Way.SINGLE_SIGN_ON ? "/login/left" : "/login";
            return sessions.end(open.staff().id, open.session().id).replaceWith(() -> Html.seeOther(next));
        });
    }

    Response answer(LogIns.Result result, RoutingContext context) {
        if (result.token() != null) cookies.giveSession(context, result.token());
        if (result.browser() != null) cookies.knowBrowser(context, result.browser());
        return switch (result.next()) {
            case DESK -> found(cookies.wanted(context));
            case SECOND_FACTOR -> found("/login/second");
            case SET_UP_SECOND_FACTOR -> found("/login/set-up");
            case TRY_AGAIN -> found("/login?failed=true" + (result.pause() > 0 ? "&wait=" + result.pause() : ""));
        };
    }

    private static Response found(String path) {
        return Response.status(Response.Status.FOUND).location(URI.create(path)).build();
    }
}
