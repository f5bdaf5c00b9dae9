package org.rightdoor.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Marks what we gave out, so that we know it again and nobody else can make it. All replicas have the same secret. */
@ApplicationScoped
class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;

    Seal(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key) {
        secret = key.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(Seal::random);
    }

    /** The mark on these words, URL-safe; their number and order count. */
    String of(String... words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (var word : words) {
                mac.update(word.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** True when the mark was put on these words by us; it takes as long for a wrong one as for the right one. */
    boolean fits(String mark, String... words) {
        return MessageDigest.isEqual(
                mark.getBytes(StandardCharsets.UTF_8), of(words).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
