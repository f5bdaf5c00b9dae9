package org.rightdoor.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names what a form sends, so that sending it twice is one contact and sending something else is another. */
public final class Nonce {

    private static final int LONGEST = 100;

    private Nonce() {}

    // The text is part of the name: who goes back and asks something else with the same form is heard again.
    public static String externalId(String nonce, String text) {
        var given = nonce == null || nonce.isBlank() ? AskForm.newNonce() : nonce;
        return "form:" + given.substring(0, Math.min(given.length(), LONGEST)) + ":" + digest(text);
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
