package org.rightdoor.login;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * Where a log-in comes from.
 *
 * @param known the secret by which we know this browser again, or null
 */
record Browser(String network, String device, String known) {

    static final String COOKIE = "rightdoor-browser";

    /** What stands in the header, and what people call it. */
    private record Named(String sign, String name) {}

    // The first that fits: Edge and Opera call themselves Chrome as well, Chrome calls itself Safari.
    private static final List<Named> PROGRAMS = List.of(
            new Named("Edg/", "Edge"),
            new Named("OPR/", "Opera"),
            new Named("Firefox/", "Firefox"),
            new Named("Chrome/", "Chrome"),
            new Named("Version/", "Safari"));

    // The first that fits: Android calls itself Linux as well, and an iPhone calls itself Mac OS X.
    private static final List<Named> SYSTEMS = List.of(
            new Named("iPhone", "an iPhone"),
            new Named("iPad", "an iPad"),
            new Named("Android", "Android"),
            new Named("CrOS", "a Chromebook"),
            new Named("Windows", "Windows"),
            new Named("Mac OS X", "a Mac"),
            new Named("Linux", "Linux"));

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
        var program = named(PROGRAMS, userAgent);
        var system = named(SYSTEMS, userAgent);
        return program.orElse("A browser") + system.map(" on "::concat).orElse("");
    }

    private static Optional<String> named(List<Named> all, String userAgent) {
        return all.stream()
                .filter(one -> userAgent.contains(one.sign()))
                .map(Named::name)
                .findFirst();
    }
}
