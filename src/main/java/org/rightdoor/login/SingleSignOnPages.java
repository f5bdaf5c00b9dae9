package org.rightdoor.login;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.login.StaffSession.Way;
import org.rightdoor.portal.Html;

/** In and out by the district's own log-in. What the provider sent is looked at once; the session is ours. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class SingleSignOnPages {

    record Refused(String districtName, String name) implements TemplateInstance {}

    /** @param end where the provider ends its own log-in, or null */
    record Left(String districtName, String name, String end) implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    SingleSignOn singleSignOn;

    @Inject
    OidcSession provider;

    @Inject
    OidcConfigurationMetadata metadata;

    @Inject
    VouchedFor staff;

    @Inject
    LogIns logIns;

    @Inject
    LogInPages pages;

    @Inject
    Sessions sessions;

    @Inject
    WaysOut waysOut;

    @Inject
    Cookies cookies;

    @Inject
    LogoutTokens logoutTokens;

    @GET
    @Path("/login/sso")
    @AuthorizationCodeFlow
    @Authenticated
    public Uni<Response> enter(RoutingContext context) {
        var idToken = provider.getIdToken().getRawToken();
        var claims = Claims.of(idToken);
        var browser = Browser.of(context);
        var wayOut = waysOut.locked(metadata.getEndSessionUri(), idToken);
        return provider.logout()
                .chain(() -> staff.find(claims))
                .chain(found -> found == null
                        ? Uni.createFrom().item(Html.seeOther(SingleSignOn.REFUSED))
                        : logIns.enter(found, Way.SINGLE_SIGN_ON, browser, Cookies.session(context))
                                .call(result -> sessions.vouched(result.token(), claims.session(), wayOut))
                                .map(result -> pages.answer(result, context)));
    }

    /** The provider says that it has ended a session, or all of somebody's: ours by it end with the next click. */
    @POST
    @Path("/login/sso/ended")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ended(@RestForm("logout_token") String token) {
        if (!singleSignOn.isConfigured()) throw new NotFoundException();
        if (token == null || token.isBlank()) return Uni.createFrom().item(answered(400));
        return logoutTokens
                .read(token)
                .chain(sessions::endWith)
                .map(ended -> answered(200))
                .onFailure(LogoutToken.Refused.class)
                .recoverWithItem(refused -> {
                    Log.warnf("A log-out by the district's own log-in was refused: %s", refused.getMessage());
                    return answered(400);
                });
    }

    // Section 2.8 of OpenID Connect Back-Channel Logout 1.0.
    private static Response answered(int status) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/login/refused")
    public Uni<Response> refused() {
        Log.info(
                "Somebody came by the district's log-in and was not let in: not on the staff list, or address not verified");
        return Html.secret(Html.page(403, new Refused(knowledge.districtName(), singleSignOn.name())));
    }

    @GET
    @Path("/login/left")
    public Uni<Response> left(RoutingContext context) {
        var end = waysOut.opened(cookies.wayOut(context));
        return Html.secret(Html.page(200, new Left(knowledge.districtName(), singleSignOn.name(), end)));
    }
}
