package org.rightdoor.records.backup;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** What a backup is encrypted with, made from words that the district keeps elsewhere. */
public final class BackupKey {

    /** Characters. */
    private static final int SHORTEST = 16;

    /** OWASP's figure for PBKDF2 with HMAC-SHA-256. */
    private static final int ROUNDS = 600_000;

    private final char[] words;

    /** @throws IllegalArgumentException for fewer than 16 characters */
    public BackupKey(String words) {
        if (words.strip().length() < SHORTEST) {
            throw new IllegalArgumentException("The backup key must have " + SHORTEST + " characters or more.");
        }
        this.words = words.strip().toCharArray();
    }

    SecretKey with(byte[] salt) {
        try {
            var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(words, salt, ROUNDS, 256));
            return new SecretKeySpec(derived.getEncoded(), "AES");
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
