package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.rightdoor.Config;

/** Reads what the district's own log-in says about log-outs, with the keys that it publishes. */
@ApplicationScoped
class LogoutTokens {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** As the provider describes itself (OpenID Connect Discovery 1.0, section 4). */
    private record Provider(String issuer, HttpsJwksVerificationKeyResolver keys) {}

    @Inject
    Config config;

    @Inject
    Vertx vertx;

    private volatile Provider provider;

    /** Fails with {@link LogoutToken.Refused}, or with an IOException while the provider's keys cannot be fetched. */
    Uni<LogoutToken> read(String token) {
        return vertx.executeBlocking(
                () -> {
                    var known = provider();
                    var client = config.oidc().clientId().orElseThrow();
                    return LogoutToken.read(token, known.issuer, client, known.keys);
                },
                false);
    }

    private Provider provider() throws IOException {
        if (provider == null) {
            var issuer = config.oidc().url().orElseThrow().toString();
            var about = new JsonObject(
                    new Get().get(issuer.replaceAll("/$", "") + DISCOVERY).getBody());
            var keys = new HttpsJwks(about.getString("jwks_uri"));
            provider = new Provider(about.getString("issuer"), new HttpsJwksVerificationKeyResolver(keys));
        }
        return provider;
    }
}
