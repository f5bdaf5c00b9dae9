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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.login.LogInEvents.Kind;
import org.rightdoor.login.SecondFactors.Found;
import org.rightdoor.login.SecondFactors.Standing;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;

/** One's own log-in: password, second factor, and where one is logged in. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Cancellable(false)
class AccountPages {

    /**
     * @param here id of the session that asks
     * @param demanded true when the district wants a second factor of this person
     * @param done what was just done, or null
     * @param error what is wrong with what was typed, or null
     * @param about the form that the error belongs to
     */
    record Account(
            String districtName,
            Staff staff,
            int shortest,
            Standing standing,
            boolean demanded,
            List<Passkeys.Line> passkeys,
            List<StaffSession> sessions,
            long here,
            List<LogInEvents.Line> events,
            DateTimeFormatter clock,
            String done,
            String error,
            String about)
            implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    LoggedIn loggedIn;

    @Inject
    Sessions sessions;

    @Inject
    StaffMembers members;

    @Inject
    Passwords passwords;

    @Inject
    SecondFactors factors;

    @Inject
    Passkeys passkeys;

    @Inject
    Attempts attempts;

    @Inject
    LogInEvents events;

    @Inject
    AppSheet sheet;

    @GET
    public Uni<Response> account(@RestQuery String done) {
        return page(200, done, null, null);
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> changePassword(
            @RestForm String current, @RestForm String password, @RestForm String again, RoutingContext context) {
        var staff = loggedIn.staff();
        var session = loggedIn.session();
        var counter = "own-password:" + staff.id;
        return attempts.take(counter, Attempts.KNOWN_BROWSER).chain(wait -> {
            if (wait > 0) return page(429, null, "Too many tries. Please wait " + wait + " seconds.", "password");
            return passwords.isRight(staff, current).chain(right -> {
                if (!right) return page(422, null, "That is not your password of now.", "password");
                return attempts.forgive(counter)
                        .chain(() -> passwords.fault(password, again, staff, knowledge.districtName()))
                        .chain(fault -> fault != null
                                ? page(422, null, fault, "password")
                                : members.setPassword(staff.id, password)
                                        .chain(() -> sessions.endAllBut(staff.id, session.id))
                                        .chain(() -> events.note(staff.id, Kind.PASSWORD_SET, Browser.of(context)))
                                        .replaceWith(() -> Html.seeOther("/account?done=password")));
            });
        });
    }

    @POST
    @Path("/sessions/{id}/end")
    public Uni<Response> endSession(@RestPath long id) {
        return sessions.end(loggedIn.staff().id, id).replaceWith(() -> Html.seeOther("/account?done=session"));
    }

    @POST
    @Path("/sessions/end")
    public Uni<Response> endSessions(RoutingContext context) {
        var staff = loggedIn.staff();
        return sessions.endAllBut(staff.id, loggedIn.session().id)
                .chain(() -> events.note(staff.id, Kind.LOGGED_OUT_EVERYWHERE, Browser.of(context)))
                .replaceWith(() -> Html.seeOther("/account?done=sessions"));
    }

    @GET
    @Path("/app")
    public Uni<Response> app() {
        return sheet.blank(loggedIn.staff(), "/account/app");
    }

    @POST
    @Path("/app")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> addApp(@RestForm String secret, @RestForm String code, RoutingContext context) {
        return sheet.add(loggedIn.staff(), secret, code, "/account/app", Browser.of(context), sheet::codes);
    }

    /** A code of now is asked for: whoever sits down at an open browser changes nothing. */
    @POST
    @Path("/app/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> changeApp(@RestForm String code, @RestForm String what, RoutingContext context) {
        var staff = loggedIn.staff();
        var browser = Browser.of(context);
        var counter = "second:" + staff.id;
        return attempts.take(counter, Attempts.SECOND_FACTOR).chain(wait -> {
            if (wait > 0) return page(429, null, "Too many tries. Please wait " + wait + " seconds.", "app");
            return factors.check(staff.id, code).chain(found -> {
                if (found == Found.WRONG) return page(422, null, "That code does not fit. Type the one of now.", "app");
                return attempts.forgive(counter)
                        .chain(() -> "codes".equals(what) ? renewCodes(staff, browser) : removeApp(staff, browser));
            });
        });
    }

    private Uni<Response> renewCodes(Staff staff, Browser browser) {
        return factors.newRecoveryCodes(staff.id)
                .call(() -> events.note(staff.id, Kind.RECOVERY_CODES_MADE, browser))
                .chain(sheet::codes);
    }

    private Uni<Response> removeApp(Staff staff, Browser browser) {
        return factors.removeApp(staff.id)
                .chain(() -> events.note(staff.id, Kind.SECOND_FACTOR_REMOVED, browser))
                .replaceWith(() -> Html.seeOther("/account?done=removed"));
    }

    private Uni<Response> page(int status, String done, String error, String about) {
        var staff = loggedIn.staff();
        var here = loggedIn.session() == null ? -1 : loggedIn.session().id;
        var clock = DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US)
                .withZone(knowledge.now().rules().district().timeZone());
        return factors.of(staff.id).chain(standing -> passkeys.of(staff.id)
                .chain(keys -> sessions.of(staff.id).chain(open -> events.of(staff.id)
                        .chain(lines -> Html.secret(Html.page(
                                status,
                                new Account(
                                        knowledge.districtName(),
                                        staff,
                                        Passwords.SHORTEST,
                                        standing,
                                        factors.demandedOf(staff),
                                        keys,
                                        open,
                                        here,
                                        lines,
                                        clock,
                                        done,
                                        error,
                                        about)))))));
    }
}
