package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.login.StaffSession.Way;
import org.rightdoor.portal.Html;

/** Log-in by passkey, instead of a password or after it. */
@Path("/login/passkey")
@Cancellable(false)
class PasskeyLogInPages {

    static final String USE = "log-in";

    @Inject
    Passkeys passkeys;

    @Inject
    LogIns logIns;

    @Inject
    LogInPages pages;

    @Inject
    Attempts attempts;

    @Inject
    Cookies cookies;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> logIn(@RestForm String answer, RoutingContext context) {
        var browser = Browser.of(context);
        var challenge = cookies.challenge(context);
        var network = "network:" + browser.network();
        return attempts.take(network, Attempts.NETWORK)
                .chain(wait -> wait > 0
                        ? Uni.createFrom().item(Html.seeOther("/login?failed=true&wait=" + wait))
                        : passkeys.owner(answer, challenge, USE, browser)
                                .chain(staff -> staff == null
                                        ? Uni.createFrom().item(Html.seeOther("/login?passkey=unknown"))
                                        : attempts.giveBack(network)
                                                .chain(() -> logIns.enter(
                                                        staff, Way.PASSKEY, browser, Cookies.session(context)))
                                                .map(result -> pages.answer(result, context))));
    }
}
