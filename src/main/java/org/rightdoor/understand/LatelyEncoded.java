package org.rightdoor.understand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * The vectors of what was encoded within the last minutes, which took most of the time of reading it: many ask the same on one
 * morning, end with the same sentence, or are read again when staff open the case. Of the texts it keeps nothing but a hash.
 */
final class LatelyEncoded {

    private static final Duration HOLDS = Duration.ofMinutes(5);

    /** One takes 1.6 kB. */
    private static final int MOST = 1_000;

    private final Lately<ByteBuffer, float[]> kept = new Lately<>(MOST, HOLDS);

    /** As {@link Encoder#encode}; the vector is not to be changed. */
    float[] encode(String text, Encoder encoder) {
        var hash = hash(text);
        return kept.get(hash).orElseGet(() -> {
            var vector = encoder.encode(text);
            kept.put(hash, vector);
            return vector;
        });
    }

    private static ByteBuffer hash(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
