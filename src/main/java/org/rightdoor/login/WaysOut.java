package org.rightdoor.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.rightdoor.Config;

/**
 * How to log out at the district's own log-in too: its address with the ID token that it gave, so that it asks nothing (OpenID
 * Connect RP-Initiated Logout 1.0, section 2). The token says who somebody is, so it is kept locked.
 */
@ApplicationScoped
class WaysOut {

    private static final String OWNER = "way-out";

    /** Browsers keep cookies of 4 kB; beyond that the provider asks. */
    private static final int LONGEST = 3_500;

    @Inject
    Vault vault;

    @Inject
    Config config;

    /** Null where the provider names no place to log out. */
    String locked(String endSessionUri, String idToken) {
        if (endSessionUri == null) return null;
        var back = config.publicUrl() + "/login";
        var plain = endSessionUri + (endSessionUri.contains("?") ? "&" : "?") + "client_id="
                + encoded(config.oidc().clientId().orElse("")) + "&post_logout_redirect_uri=" + encoded(back);
        var locked = lock(plain + "&id_token_hint=" + encoded(idToken));
        return locked.length() <= LONGEST ? locked : lock(plain);
    }

    /** The address, or null where it was not locked here. */
    String opened(String locked) {
        if (locked == null) return null;
        return vault.open(locked, OWNER)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
    }

    private String lock(String address) {
        return vault.lock(address.getBytes(StandardCharsets.UTF_8), OWNER);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
