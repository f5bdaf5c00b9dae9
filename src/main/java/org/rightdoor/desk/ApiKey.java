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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.rightdoor.Config;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;

/** Lets a program that holds the configured key into the JSON interface, as an administrator. */
@ApplicationScoped
class ApiKey implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    @Inject
    Config config;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!isForPrograms(context) || header == null || !header.startsWith(SCHEME)) {
            return Uni.createFrom().nullItem();
        }
        return config.apiKey()
                .filter(key -> isSame(key, header.substring(SCHEME.length()).strip()))
                .map(key -> Uni.createFrom().item(identity()))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
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

    // How long the comparison takes must not tell how much of a guess was right.
    private static boolean isSame(String key, String given) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isForPrograms(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }

    private static SecurityIdentity identity() {
        var staff = new Staff();
        staff.name = "JSON interface";
        staff.roles = Staff.ADMIN;
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(staff.name))
                .addRole(Staff.ADMIN)
                .addRoles(May.of(staff))
                .addAttribute(Seats.STAFF, staff)
                .build();
    }
}
