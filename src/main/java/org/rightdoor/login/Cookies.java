package org.rightdoor.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.rightdoor.Config;

/**
 * What a staff browser keeps. No script reads it, and it leaves over TLS only where the public address has it. Lax, so that
 * a link in a mail opens the case; what changes something is a post, which other sites' pages cannot send with it.
 */
@ApplicationScoped
class Cookies {

    static final String SESSION = "rightdoor-session";

    /** The page that was asked for before the log-in. */
    private static final String WANTED = "rightdoor-wanted";

    private static final String CHALLENGE = "rightdoor-challenge";

    private static final String WAY_OUT = "rightdoor-way-out";

    private static final Duration WAY_OUT_FOR = Duration.ofMinutes(5);
    private static final Duration BROWSER_KNOWN_FOR = Duration.ofDays(180);
    private static final Duration CHALLENGE_FOR = Duration.ofMinutes(10);
    private static final Duration WANTED_FOR = Duration.ofMinutes(30);

    @Inject
    Config config;

    static String session(RoutingContext context) {
        return value(context, SESSION);
    }

    void giveSession(RoutingContext context, String token) {
        context.response().addCookie(cookie(SESSION, token));
    }

    void takeSession(RoutingContext context) {
        context.response().addCookie(cookie(SESSION, "").setMaxAge(0));
    }

    void knowBrowser(RoutingContext context, String secret) {
        context.response().addCookie(cookie(Browser.COOKIE, secret).setMaxAge(BROWSER_KNOWN_FOR.toSeconds()));
    }

    void remember(RoutingContext context, String path) {
        context.response().addCookie(cookie(WANTED, path).setMaxAge(WANTED_FOR.toSeconds()));
    }

    /** What a passkey is to answer. */
    void challenge(RoutingContext context, String challenge) {
        context.response().addCookie(cookie(CHALLENGE, challenge).setMaxAge(CHALLENGE_FOR.toSeconds()));
    }

    /** The challenge that the browser was given, or null; it works once. */
    String challenge(RoutingContext context) {
        var challenge = value(context, CHALLENGE);
        if (challenge != null)
            context.response().addCookie(cookie(CHALLENGE, "").setMaxAge(0));
        return challenge;
    }

    /** Where somebody who has just left may log out too, locked. */
    void wayOut(RoutingContext context, String locked) {
        if (locked != null) context.response().addCookie(cookie(WAY_OUT, locked).setMaxAge(WAY_OUT_FOR.toSeconds()));
    }

    /** What {@link #wayOut} gave, or null; it works once. */
    String wayOut(RoutingContext context) {
        var locked = value(context, WAY_OUT);
        if (locked != null) context.response().addCookie(cookie(WAY_OUT, "").setMaxAge(0));
        return locked;
    }

    /** The page to go to after the log-in: the one that was asked for, if it is one of ours, or the desk. */
    String wanted(RoutingContext context) {
        var path = value(context, WANTED);
        if (path == null) return "/desk";
        context.response().addCookie(cookie(WANTED, "").setMaxAge(0));
        return isOurs(path) ? path : "/desk";
    }

    /** A path, and nothing that a browser would read as another host (WHATWG URL takes a backslash for a slash). */
    static boolean isOurs(String path) {
        return path.matches("/(desk|account|staff)([/?][\\w./?=&%:+~-]*)?") && !path.contains("//");
    }

    boolean overTls() {
        return "https".equals(config.publicUrl().getScheme());
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(overTls())
                .setSameSite(CookieSameSite.LAX);
    }

    private static String value(RoutingContext context, String name) {
        var cookie = context.request().getCookie(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }
}
