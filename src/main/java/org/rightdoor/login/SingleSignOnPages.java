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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
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
    Config config;

    private volatile String end;

    @GET
    @Path("/login/sso")
    @AuthorizationCodeFlow
    @Authenticated
    public Uni<Response> enter(RoutingContext context) {
        var claims = Claims.of(provider.getIdToken().getRawToken());
        var browser = Browser.of(context);
        end = metadata.getEndSessionUri();
        return provider.logout()
                .chain(() -> staff.find(claims))
                .chain(found -> found == null
                        ? Uni.createFrom().item(Html.seeOther(SingleSignOn.REFUSED))
                        : logIns.enter(found, Way.SINGLE_SIGN_ON, browser, Cookies.session(context))
                                .map(result -> pages.answer(result, context)));
    }

    @GET
    @Path("/login/refused")
    public Uni<Response> refused() {
        Log.info(
                "Somebody came by the district's log-in and was not let in: not on the staff list, or address not verified");
        return Html.secret(Html.page(403, new Refused(districtName(), singleSignOn.name())));
    }

    @GET
    @Path("/login/left")
    public Uni<Response> left() {
        return Html.secret(Html.page(200, new Left(districtName(), singleSignOn.name(), endOfTheirs())));
    }

    // Known since somebody last came that way: RP-initiated logout 1.0, section 2.
    private String endOfTheirs() {
        if (end == null) return null;
        var back = URLEncoder.encode(config.publicUrl() + "/login", StandardCharsets.UTF_8);
        var client = URLEncoder.encode(config.oidc().clientId().orElse(""), StandardCharsets.UTF_8);
        return end + "?client_id=" + client + "&post_logout_redirect_uri=" + back;
    }

    private String districtName() {
        return knowledge.now().rules().district().name().in("en");
    }
}
