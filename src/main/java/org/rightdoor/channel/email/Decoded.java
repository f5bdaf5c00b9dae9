package org.rightdoor.channel.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes read as text.
 *
 * @param asDeclared false when the declared charset is unknown or does not fit and another had to be guessed
 */
record Decoded(String text, boolean asDeclared) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Mailers put these on anything; what valid UTF-8 with an accent or more looks like is practically never theirs. */
    private static final Set<String> CLAIMED_BY_DEFAULT =
            Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252");

    /** What mailers mean by these names, by the Encoding Standard (encoding.spec.whatwg.org). */
    private static final Map<String, String> MEANT = Map.of(
            "gb2312", "GB18030",
            "ks_c_5601-1987", "x-windows-949",
            "euc-kr", "x-windows-949",
            "shift_jis", "windows-31j",
            "macintosh", "x-MacRoman");

    /** @param charset as declared, or null */
    static Decoded of(byte[] bytes, String charset) {
        var declared = charset == null ? "" : charset.strip().toLowerCase(Locale.ROOT);
        var utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (declared.isEmpty() || CLAIMED_BY_DEFAULT.contains(declared)) {
            return new Decoded(utf8.orElseGet(() -> new String(bytes, WINDOWS_1252)), true);
        }
        var known = named(declared);
        if (known.isPresent() && !known.get().equals(StandardCharsets.UTF_8)) {
            return new Decoded(new String(bytes, known.get()), true);
        }
        var asDeclared = known.isPresent() ? utf8.isPresent() : isAscii(bytes);
        return new Decoded(utf8.orElseGet(() -> new String(bytes, WINDOWS_1252)), asDeclared);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException doesNotFit) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (var b : bytes) if (b < 0) return false;
        return true;
    }
}
