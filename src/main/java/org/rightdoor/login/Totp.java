package org.rightdoor.login;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits that an authenticator app shows (RFC 6238 with what all apps know: SHA-1, 30 seconds, six digits).
 *
 * @param secret 160 bits (RFC 4226 section 4 recommends as many)
 */
record Totp(byte[] secret) {

    private static final int BYTES = 20;
    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** A telephone's clock may be a step off (RFC 6238 section 5.2). */
    private static final int DRIFT = 1;

    static Totp random() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new Totp(secret);
    }

    /** The step whose code was typed, later than the last one used: who looked over a shoulder cannot type it again. */
    OptionalLong step(String typed, Instant now, long lastUsed) {
        var digits = typed == null ? "" : typed.replaceAll("\\s", "");
        var step = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(step - DRIFT, step + DRIFT)
                .filter(candidate -> candidate > lastUsed && at(candidate).equals(digits))
                .findFirst();
    }

    String at(Instant time) {
        return at(time.getEpochSecond() / SECONDS);
    }

    private String at(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** As somebody types it who cannot scan: in groups of four (RFC 4648 section 6). */
    String typed() {
        return base32().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the app scans (Google Authenticator's key URI format). */
    URI address(String district, String email) {
        var name = encoded(district);
        return URI.create("otpauth://totp/" + name + ":" + encoded(email) + "?secret=" + base32() + "&issuer=" + name);
    }

    private String base32() {
        var text = new StringBuilder();
        var held = 0;
        var bits = 0;
        for (var one : secret) {
            held = held << 8 | one & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) text.append(BASE32.charAt(held >> bits - 5 & 31));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
