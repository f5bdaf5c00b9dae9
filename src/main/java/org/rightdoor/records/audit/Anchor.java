package org.rightdoor.records.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the chain of each log ended at a moment, as one line of text to keep outside of the database: with it, an end that was
 * cut off, or a chain that was written anew, is noticed. Signed where a key is given, so that nobody who only writes to where
 * anchors are kept can slip one in.
 *
 * @param ends the logs that have links
 */
record Anchor(Instant at, Map<Log, End> ends) {

    /** @param line number of the last line that is linked */
    record End(long line, String digest) {}

    /** Shorter ones can be tried out. */
    private static final int SHORTEST_KEY = 16;

    private static final String HMAC = "HmacSHA256";
    private static final String SIGNED = " signed=";
    private static final Pattern END = Pattern.compile("([a-z_]+)=(\\d+)/([0-9a-f]{64})");

    /** A line that is no anchor, or that somebody else has signed; the message says which, for a person. */
    static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    /** @param key null or blank for none */
    String written(String key) {
        var plain = "audit-anchor " + at.truncatedTo(ChronoUnit.SECONDS)
                + ends.entrySet().stream()
                        .map(end -> " " + end.getKey().table + "=" + end.getValue().line + "/" + end.getValue().digest)
                        .collect(Collectors.joining());
        return isKey(key) ? plain + SIGNED + signature(plain, key) : plain;
    }

    /**
     * Reads a line, which may stand behind others' words as in a log.
     *
     * @param key where one is given, an anchor that it has not signed is refused
     */
    static Anchor read(String text, String key) throws Unusable {
        var begins = text.indexOf("audit-anchor ");
        var line = begins < 0 ? "" : text.substring(begins).strip();
        var words = line.split(" ");
        if (words.length < 2) throw new Unusable("this is no anchor: " + text.strip());
        var signed = line.indexOf(SIGNED);
        if (isKey(key)) check(line, signed, key);
        var ends = new EnumMap<Log, End>(Log.class);
        for (var end : END.matcher(signed < 0 ? line : line.substring(0, signed))
                .results()
                .toList()) {
            ends.put(Log.of(end.group(1)), new End(Long.parseLong(end.group(2)), end.group(3)));
        }
        try {
            return new Anchor(Instant.parse(words[1]), ends);
        } catch (DateTimeException broken) {
            throw new Unusable("this is no anchor: " + line);
        }
    }

    private static void check(String line, int signed, String key) throws Unusable {
        if (signed < 0) throw new Unusable("the anchor is not signed: " + line);
        var given = line.substring(signed + SIGNED.length()).getBytes(StandardCharsets.US_ASCII);
        var own = signature(line.substring(0, signed), key).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(given, own)) {
            throw new Unusable("the anchor was changed, or signed with another key: " + line);
        }
    }

    private static boolean isKey(String key) {
        if (key == null || key.isBlank()) return false;
        if (key.strip().length() >= SHORTEST_KEY) return true;
        throw new IllegalArgumentException("RIGHTDOOR_AUDIT_KEY needs at least " + SHORTEST_KEY + " characters");
    }

    private static String signature(String line, String key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.strip().getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(line.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
