package org.rightdoor.login;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/**
 * Where a log-in comes from.
 *
 * @param known the secret by which we know this browser again, or null
 */
record Browser(String network, String device, String known) {

    static final String COOKIE = "rightdoor-browser";

    private static final Map<String, String> PROGRAMS =
            Map.of("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Version/", "Safari");
    private static final List<String> PROGRAMS_IN_ORDER = List.of("Edg/", "OPR/", "Firefox/", "Chrome/", "Version/");

    private static final Map<String, String> SYSTEMS = Map.of(
            "iPhone",
            "an iPhone",
            "iPad",
            "an iPad",
            "Android",
            "Android",
            "CrOS",
            "a Chromebook",
            "Windows",
            "Windows",
            "Mac OS X",
            "a Mac",
            "Linux",
            "Linux");
    // Android says Linux as well, and an iPhone says Mac OS X.
    private static final List<String> SYSTEMS_IN_ORDER =
            List.of("iPhone", "iPad", "Android", "CrOS", "Windows", "Mac OS X", "Linux");

    static Browser of(RoutingContext context) {
        var cookie = context.request().getCookie(COOKIE);
        return new Browser(
                network(context.request().remoteAddress().hostAddress()),
                device(context.request().getHeader(HttpHeaders.USER_AGENT)),
                cookie == null ? null : cookie.getValue());
    }

    /** What a household or a school shares: of an IPv6 address the first four groups (RFC 6177). */
    static String network(String address) {
        if (address == null) return "";
        if (!address.contains(":")) return address;
        var full = address.split("%")[0];
        var groups = full.split(":", -1);
        var kept = new StringBuilder();
        for (int i = 0; i < Math.min(4, groups.length) && !(groups[i].isEmpty() && i > 0); i++) {
            kept.append(groups[i]).append(':');
        }
        return kept + ":/64";
    }

    static String device(String userAgent) {
        if (userAgent == null) return "A program";
        var program = PROGRAMS_IN_ORDER.stream()
                .filter(userAgent::contains)
                .map(PROGRAMS::get)
                .findFirst();
        var system = SYSTEMS_IN_ORDER.stream()
                .filter(userAgent::contains)
                .map(SYSTEMS::get)
                .findFirst();
        return program.orElse("A browser") + system.map(" on "::concat).orElse("");
    }
}
