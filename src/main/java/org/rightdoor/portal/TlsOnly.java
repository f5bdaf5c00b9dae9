package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.rightdoor.Config;

/** Where the public address has TLS, browsers are told to come back with TLS only (RFC 6797), for a year. */
@ApplicationScoped
class TlsOnly {

    private static final String YEAR = "max-age=31536000; includeSubDomains";
    private static final int EARLY = 100;

    @Inject
    Config config;

    void register(@Observes Filters filters) {
        if (!"https".equals(config.publicUrl().getScheme())) return;
        filters.register(
                context -> {
                    context.response().putHeader("Strict-Transport-Security", YEAR);
                    context.next();
                },
                EARLY);
    }
}
