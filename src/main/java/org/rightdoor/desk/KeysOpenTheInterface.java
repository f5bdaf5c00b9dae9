package org.rightdoor.desk;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.rightdoor.people.ApiKey;
import org.rightdoor.people.ApiKeys;

/** Lets a program that holds a key into the JSON interface, for what the key's scopes say. */
@ApplicationScoped
class KeysOpenTheInterface implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    @Inject
    ApiKeys keys;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!isForPrograms(context) || header == null || !header.startsWith(SCHEME)) {
            return Uni.createFrom().nullItem();
        }
        return keys.of(header)
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .map(KeysOpenTheInterface::identity);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return isForPrograms(context)
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", SCHEME.strip()))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private static boolean isForPrograms(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }

    private static SecurityIdentity identity(ApiKey key) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.name))
                .addRoles(key.deeds())
                .addAttribute(Seats.STAFF, key.seat())
                .build();
    }
}
