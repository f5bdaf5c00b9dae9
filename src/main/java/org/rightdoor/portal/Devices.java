package org.rightdoor.portal;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import org.rightdoor.Config;

/**
 * The browsers that may read a case: the one that opened it, and those whose owner reads its mail or texts. A browser knows
 * it by a sealed cookie that goes to that case's pages only.
 */
@ApplicationScoped
class Devices {

    private static final String COOKIE = "rightdoor-case";
    private static final String PURPOSE = "device";

    /** A term: whoever comes back after the holidays confirms again. */
    private static final Duration TRUSTED = Duration.ofDays(120);

    @Inject
    Config config;

    @Inject
    Seal seal;

    /** True when this browser has opened that link, or confirmed it. */
    boolean isTrusted(RoutingContext context, String token) {
        var cookie = context.request().getCookie(COOKIE);
        if (cookie == null) return false;
        var parts = cookie.getValue().split("\\.", 2);
        return parts.length == 2
                && seal.fits(parts[1], PURPOSE, token, parts[0])
                && Instant.now().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }

    /** By this the browser is trusted with that link from now on. */
    NewCookie trust(String token) {
        var until = Long.toString(Instant.now().plus(TRUSTED).getEpochSecond());
        return new NewCookie.Builder(COOKIE)
                .value(until + "." + seal.of(PURPOSE, token, until))
                .path("/cases/" + token)
                .maxAge((int) TRUSTED.toSeconds())
                .httpOnly(true)
                .secure("https".equals(config.publicUrl().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
