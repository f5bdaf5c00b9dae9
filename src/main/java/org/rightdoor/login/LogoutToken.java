package org.rightdoor.login;

import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The provider says that somebody has logged out, or was logged out (OpenID Connect Back-Channel Logout 1.0, sections 2.4 and
 * 2.6).
 *
 * @param subject null where only the session is named
 * @param session the provider's name for it; null where all sessions of the subject have ended
 */
record LogoutToken(String issuer, String subject, String session) {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static final int SKEW_SECONDS = 60;

    /** A token is sent at once; an older one was kept by somebody. */
    private static final int OLDEST_SECONDS = 600;

    /** No algorithm with a shared secret, and none without a signature. */
    private static final AlgorithmConstraints SIGNED = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.EDDSA);

    /** A token that the provider did not sign for us, or that is another one; nothing may be ended by it. */
    static final class Refused extends Exception {
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static LogoutToken read(String token, String issuer, String clientId, VerificationKeyResolver keys) throws Refused {
        var consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(SIGNED)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(clientId)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                .setRequireJwtId()
                .build();
        try {
            return of(consumer.processToClaims(token));
        } catch (InvalidJwtException | MalformedClaimException invalid) {
            throw new Refused("it is not signed for us by the provider, or too old", invalid);
        }
    }

    private static LogoutToken of(JwtClaims claims) throws MalformedClaimException, Refused {
        var events = claims.getClaimValue("events");
        if (!(events instanceof Map<?, ?> named) || !named.containsKey(EVENT)) {
            throw new Refused("it says nothing of a log-out", null);
        }
        if (claims.hasClaim("nonce")) throw new Refused("it is an ID token", null);
        var session = claims.getStringClaimValue("sid");
        if (claims.getSubject() == null && session == null) throw new Refused("it names nobody", null);
        return new LogoutToken(claims.getIssuer(), claims.getSubject(), session);
    }
}
