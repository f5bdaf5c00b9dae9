package org.rightdoor.login;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.rightdoor.people.May;

/** Whoever holds the secret of an open session is that person; everybody else is shown the way to the log-in. */
@ApplicationScoped
class SessionCookieOpensTheDesk implements HttpAuthenticationMechanism {

    private static final int FIRST = DEFAULT_PRIORITY + 100;

    @Inject
    Sessions sessions;

    @Inject
    Cookies cookies;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return sessions.find(Cookies.session(context)).map(open -> open == null ? null : identity(open));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (context.normalizedPath().startsWith("/api/"))
            return Uni.createFrom().nullItem();
        if (context.request().method() == HttpMethod.GET
                && Cookies.isOurs(context.request().uri())) {
            cookies.remember(context, context.request().uri());
        }
        return Uni.createFrom().item(new ChallengeData(302, HttpHeaders.LOCATION, "/login"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    private static SecurityIdentity identity(Sessions.Open open) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(open.staff().email))
                .addRoles(Set.of(open.staff().roles.split(",")))
                .addRoles(May.of(open.staff()))
                .addAttribute(LoggedIn.STAFF, open.staff())
                .addAttribute(LoggedIn.SESSION, open.session())
                .build();
    }
}
