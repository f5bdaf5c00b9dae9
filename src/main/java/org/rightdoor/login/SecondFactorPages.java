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
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.login.LogInEvents.Kind;
import org.rightdoor.login.SecondFactors.Found;
import org.rightdoor.login.SecondFactors.Standing;
import org.rightdoor.portal.Html;

/** Between the password and the desk: the code of the second factor, or the setting up of one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class SecondFactorPages {

    /**
     * @param passkey what the browser asks its passkeys
     * @param error what to say about the code that was typed, or null
     */
    record Second(String districtName, Standing standing, String passkey, String error) implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Sessions sessions;

    @Inject
    SecondFactors factors;

    @Inject
    Attempts attempts;

    @Inject
    KnownBrowsers browsers;

    @Inject
    LogIns logIns;

    @Inject
    LogInPages pages;

    @Inject
    LogInEvents events;

    @Inject
    AppSheet sheet;

    @GET
    @Path("/login/second")
    public Uni<Response> ask(RoutingContext context) {
        return withPending(context, open -> ask(200, open, context, null));
    }

    @POST
    @Path("/login/second")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> check(@RestForm String code, RoutingContext context) {
        var browser = Browser.of(context);
        return withPending(context, open -> counter(open, browser)
                .chain(counter -> attempts.take(counter, Attempts.SECOND_FACTOR).chain(wait -> {
                    if (wait > 0) return ask(429, open, context, "Too many tries. Please wait " + wait + " seconds.");
                    return factors.check(open.staff().id, code)
                            .chain(found -> found == Found.WRONG
                                    ? wrong(open, browser, context)
                                    : attempts.forgive(counter).chain(() -> enter(open, found, browser, context)));
                })));
    }

    @GET
    @Path("/login/set-up")
    public Uni<Response> setUp(RoutingContext context) {
        return withoutFactor(context, open -> sheet.blank(open.staff(), "/login/set-up"));
    }

    @POST
    @Path("/login/set-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(@RestForm String secret, @RestForm String code, RoutingContext context) {
        var browser = Browser.of(context);
        return withoutFactor(
                context,
                open -> sheet.add(open.staff(), secret, code, "/login/set-up", browser, codes -> logIns.complete(
                                open.staff(), open.session().way, browser, Cookies.session(context))
                        .chain(result -> {
                            pages.answer(result, context);
                            return sheet.codes(codes);
                        })));
    }

    private Uni<Response> wrong(Sessions.Open open, Browser browser, RoutingContext context) {
        return events.note(open.staff().id, Kind.WRONG_CODE, browser)
                .chain(() -> ask(422, open, context, "That code does not fit. Type the one that the app shows now."));
    }

    private Uni<Response> enter(Sessions.Open open, Found found, Browser browser, RoutingContext context) {
        var noted = found == Found.RECOVERY
                ? events.note(open.staff().id, Kind.RECOVERY_CODE_USED, browser)
                : Uni.createFrom().voidItem();
        return noted.chain(() -> logIns.complete(open.staff(), open.session().way, browser, Cookies.session(context)))
                .map(result -> pages.answer(result, context));
    }

    // Who knows the password may try codes; a browser of that person's own has tries of its own.
    private Uni<String> counter(Sessions.Open open, Browser browser) {
        return browsers.isKnown(open.staff().email, browser)
                .map(known -> "second:" + open.staff().id + (known ? ":" + browser.known() : ""));
    }

    private Uni<Response> ask(int status, Sessions.Open open, RoutingContext context, String error) {
        var passkey = pages.passkeyRequest(context);
        return factors.of(open.staff().id)
                .chain(standing ->
                        Html.secret(Html.page(status, new Second(knowledge.districtName(), standing, passkey, error))));
    }

    private Uni<Response> withPending(RoutingContext context, Function<Sessions.Open, Uni<Response>> work) {
        return sessions.pending(Cookies.session(context))
                .chain(open -> open == null ? Uni.createFrom().item(Html.seeOther("/login")) : work.apply(open));
    }

    // Whoever has one already gives it: a password alone must not add another.
    private Uni<Response> withoutFactor(RoutingContext context, Function<Sessions.Open, Uni<Response>> work) {
        return withPending(context, open -> factors.of(open.staff().id)
                .chain(standing ->
                        standing.any() ? Uni.createFrom().item(Html.seeOther("/login/second")) : work.apply(open)));
    }
}
