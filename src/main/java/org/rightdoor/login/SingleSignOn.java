package org.rightdoor.login;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Config;

/**
 * The district's own log-in by OpenID Connect (authorization code with PKCE and nonce). Its provider is first asked when
 * somebody comes by it: an installation without one pays nothing, and one whose provider is down still starts.
 */
@ApplicationScoped
class SingleSignOn implements TenantConfigResolver {

    static final String PATH = "/login/sso";
    static final String REFUSED = "/login/refused";

    private static final String TENANT = "district";
    private static final int STATE_SECRET_LENGTH = 32;

    @Inject
    Config config;

    @Inject
    Vault vault;

    private volatile OidcTenantConfig tenant;

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        return isConfigured() && context.normalizedPath().equals(PATH)
                ? Uni.createFrom().item(tenant())
                : Uni.createFrom().nullItem();
    }

    boolean isConfigured() {
        return config.oidc().url().isPresent() && config.oidc().clientId().isPresent();
    }

    /** What the button says, or null where there is none. */
    String name() {
        return isConfigured() ? config.oidc().name() : null;
    }

    private OidcTenantConfig tenant() {
        if (tenant == null) tenant = build();
        return tenant;
    }

    private OidcTenantConfig build() {
        var overTls = "https".equals(config.publicUrl().getScheme());
        var built = OidcTenantConfig.authServerUrl(
                        config.oidc().url().orElseThrow().toString())
                .tenantId(TENANT)
                .applicationType(ApplicationType.WEB_APP)
                .clientId(config.oidc().clientId().orElseThrow())
                .tokenStateManager()
                .encryptionSecret(secretFor("tokens"))
                .end()
                .authentication()
                .redirectPath(config.publicUrl() + PATH)
                .errorPath(REFUSED)
                .scopes(config.oidc().scopes())
                .pkceRequired()
                .nonceRequired()
                .stateSecret(secretFor("state"))
                .cookieForceSecure(overTls)
                .cookieSameSite(CookieSameSite.LAX)
                .cookiePath(PATH)
                .end();
        config.oidc().clientSecret().ifPresent(built::credentials);
        return built.build();
    }

    private String secretFor(String use) {
        return vault.mark("single-sign-on", use).substring(0, STATE_SECRET_LENGTH);
    }
}
