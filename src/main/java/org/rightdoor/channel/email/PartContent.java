package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The bytes of a part without their transfer encoding.
 *
 * @param intact false when the encoding was broken and only what could be saved is here
 */
record PartContent(byte[] bytes, boolean intact) {

    static PartContent of(MimePart part) throws MessagingException, IOException {
        try (var raw = raw(part)) {
            var encoded = raw.readAllBytes();
            return switch (encoding(part)) {
                case "base64" -> base64(encoded);
                case "quoted-printable", "x-uuencode", "uuencode", "x-uue" -> decoded(encoded, encoding(part));
                case "", "7bit", "8bit", "binary" -> new PartContent(encoded, true);
                default -> new PartContent(encoded, false);
            };
        }
    }

    /** Reads on over characters that have no place there, and to the last whole byte. */
    static PartContent base64(byte[] encoded) {
        var clean = new byte[encoded.length];
        var length = 0;
        var intact = true;
        for (var b : encoded) {
            if (isBase64(b)) clean[length++] = b;
            else if (b != '=' && b != '\r' && b != '\n' && b != ' ' && b != '\t') intact = false;
        }
        var dangling = length % 4 == 1;
        var whole = Arrays.copyOf(clean, dangling ? length - 1 : length);
        return new PartContent(Base64.getDecoder().decode(whole), intact && !dangling);
    }

    private static PartContent decoded(byte[] encoded, String encoding) throws MessagingException {
        var out = new ByteArrayOutputStream(encoded.length);
        try (var in = MimeUtility.decode(new ByteArrayInputStream(encoded), encoding)) {
            in.transferTo(out);
            return new PartContent(out.toByteArray(), true);
        } catch (IOException broken) {
            return new PartContent(out.size() > 0 ? out.toByteArray() : encoded, false);
        }
    }

    private static String encoding(MimePart part) throws MessagingException {
        var encoding = part.getHeader("Content-Transfer-Encoding", null);
        return encoding == null
                ? ""
                : encoding.replaceFirst(";.*", "").replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    private static InputStream raw(MimePart part) throws MessagingException {
        return part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream();
    }

    private static boolean isBase64(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/';
    }
}
