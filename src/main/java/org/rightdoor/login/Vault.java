package org.rightdoor.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Locks secrets that we have to read again, with a key that is not in the database: a stolen backup opens no second factor.
 * Where {@code RIGHTDOOR_SESSION_KEY} is changed, second factors have to be set up anew.
 */
@ApplicationScoped
public class Vault {

    private static final String HMAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec lock;
    private final SecretKeySpec mark;

    Vault(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key) {
        var secret = key.orElseGet(Secret::random).getBytes(StandardCharsets.UTF_8);
        lock = new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), "vault-lock"), "AES");
        mark = new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), "vault-mark"), HMAC);
    }

    /** @param owner whose it is; it opens for nobody else */
    public String lock(byte[] secret, String owner) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var locked = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + locked.length);
            System.arraycopy(locked, 0, all, NONCE_BYTES, locked.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Empty when it was not locked here for that owner. */
    public Optional<byte[]> open(String locked, String owner) {
        try {
            var all = Base64.getUrlDecoder().decode(locked);
            if (all.length <= NONCE_BYTES) return Optional.empty();
            var nonce = Arrays.copyOf(all, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, nonce, owner);
            return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** What to keep of something short that we only compare. */
    String mark(String owner, String text) {
        return HexFormat.of().formatHex(hmac(mark, owner + "\0" + text));
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, lock, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
