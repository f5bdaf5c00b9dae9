package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class LogoutTokenTest {

    private static final String ISSUER = "https://login.maple.example";
    private static final RsaJsonWebKey KEY = key("1");
    private static final JwksVerificationKeyResolver PUBLISHED = new JwksVerificationKeyResolver(List.of(KEY));

    @Test
    void What_the_provider_signed_for_us_is_read() throws Exception {
        assertThat(read(signed(claims -> {}))).isEqualTo(new LogoutToken(ISSUER, "kim", "s1"));
        assertThat(read(signed(claims -> claims.unsetClaim("sid")))).isEqualTo(new LogoutToken(ISSUER, "kim", null));
        assertThat(read(signed(claims -> claims.unsetClaim("sub")))).isEqualTo(new LogoutToken(ISSUER, null, "s1"));
    }

    @Test
    void Whatever_else_is_refused() throws Exception {
        refused(signed(claims -> claims.setIssuer("https://elsewhere.example")));
        refused(signed(claims -> claims.setAudience("another-program")));
        refused(signed(claims -> claims.unsetClaim("events")));
        refused(signed(claims -> claims.setClaim("events", Map.of("http://schemas.example/other", Map.of()))));
        refused(signed(claims -> claims.setClaim("nonce", "n")));
        refused(signed(claims -> {
            claims.unsetClaim("sid");
            claims.unsetClaim("sub");
        }));
        refused(signed(claims -> claims.unsetClaim("iat")));
        refused(signed(claims -> claims.setIssuedAt(NumericDate.fromSeconds(1_000_000))));
        refused(token(claims(), key("1")));
        refused("not.a.token");
        refused("");
    }

    @Test
    void A_token_without_signature_or_with_our_own_secret_is_refused() throws Exception {
        var plain = new JsonWebSignature();
        plain.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        plain.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        plain.setPayload(claims().toJson());
        refused(plain.getCompactSerialization());
        var shared = new JsonWebSignature();
        shared.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        shared.setKey(new HmacKey(KEY.getRsaPublicKey().getEncoded()));
        shared.setPayload(claims().toJson());
        refused(shared.getCompactSerialization());
    }

    private static LogoutToken read(String token) throws LogoutToken.Refused {
        return LogoutToken.read(token, ISSUER, "rightdoor", PUBLISHED);
    }

    private static void refused(String token) {
        assertThatThrownBy(() -> read(token)).isInstanceOf(LogoutToken.Refused.class);
    }

    private static String signed(Consumer<JwtClaims> change) throws JoseException {
        var claims = claims();
        change.accept(claims);
        return token(claims, KEY);
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("rightdoor");
        claims.setSubject("kim");
        claims.setStringClaim("sid", "s1");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return claims;
    }

    private static String token(JwtClaims claims, RsaJsonWebKey key) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    private static RsaJsonWebKey key(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
