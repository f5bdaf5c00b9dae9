package org.rightdoor.channel.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads header values as people see them: RFC 2047's encoded words, and bytes that a sender left unencoded. Unlike the
 * mail library it puts together a character that a sender split between two words, and reads words inside quotes.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");

    private EncodedWords() {}

    /** @param header as the mail library gives it, one character per byte */
    static String decode(String header) {
        var out = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        String charset = null;
        var end = 0;
        for (var word : (Iterable<MatchResult>) WORD.matcher(header).results()::iterator) {
            var between = header.substring(end, word.start());
            var continues = charset != null && between.isBlank();
            if (!continues || !charset.equalsIgnoreCase(charset(word))) {
                out.append(text(bytes, charset));
                if (!continues) out.append(plain(between));
            }
            charset = charset(word);
            bytes.writeBytes(content(word));
            end = word.end();
        }
        return out.append(text(bytes, charset))
                .append(plain(header.substring(end)))
                .toString();
    }

    /** RFC 2231 lets a language follow the charset: {@code utf-8*es}. */
    private static String charset(MatchResult word) {
        return word.group(1).replaceFirst("\\*.*", "");
    }

    private static byte[] content(MatchResult word) {
        return word.group(2).equalsIgnoreCase("B")
                ? PartContent.base64(word.group(3).getBytes(StandardCharsets.ISO_8859_1))
                        .bytes()
                : quotedPrintable(word.group(3));
    }

    private static byte[] quotedPrintable(String text) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '=' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(c == '_' ? ' ' : c);
            }
        }
        return out.toByteArray();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0;
    }

    private static String text(ByteArrayOutputStream bytes, String charset) {
        var text = Decoded.of(bytes.toByteArray(), charset).text();
        bytes.reset();
        return text;
    }

    private static String plain(String bytesAsCharacters) {
        return Decoded.of(bytesAsCharacters.getBytes(StandardCharsets.ISO_8859_1), null)
                .text();
    }
}
