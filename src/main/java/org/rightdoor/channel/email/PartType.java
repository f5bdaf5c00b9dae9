package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the headers of a part say it is, however badly they say it.
 *
 * @param mediaType in lower case and without parameters
 * @param charset as declared, or null
 * @param name of the file, or null
 * @param attached true when the sender wants it shown as a file
 */
record PartType(String mediaType, String charset, String name, boolean attached) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");
    private static final int LONGEST_NAME = 120;

    static PartType of(MimePart part) throws MessagingException {
        var type = part.getHeader("Content-Type", null);
        var disposition = part.getHeader("Content-Disposition", null);
        var name = parameter(disposition, "filename");
        if (name == null) name = parameter(type, "name");
        return new PartType(
                mediaType(type),
                parameter(type, "charset"),
                name == null ? null : fileName(EncodedWords.decode(name)),
                disposition != null
                        && disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment"));
    }

    boolean is(String prefix) {
        return mediaType.startsWith(prefix);
    }

    /** The file's name, or one made from what its content is. */
    String nameOr(String fallback, String judged) {
        if (name != null && !name.isBlank()) return name;
        return switch (judged) {
            case "text/calendar" -> "invite.ics";
            case "application/ms-tnef", "application/vnd.ms-tnef" -> "winmail.dat";
            case "application/pdf" -> fallback + ".pdf";
            case "text/html" -> fallback + ".html";
            default ->
                judged.matches("image/[a-z]{3,4}")
                        ? "image." + judged.substring(6)
                        : fallback + (judged.startsWith("text/") ? ".txt" : ".bin");
        };
    }

    /** A name that cannot lead out of a directory and fits on a screen; its end, which says the kind, stays. */
    static String fileName(String name) {
        var plain = name.replaceAll("\\p{Cc}", "").replaceAll(".*[/\\\\]", "").strip();
        if (plain.length() <= LONGEST_NAME) return plain;
        var shortened = plain.substring(0, LONGEST_NAME - 20) + "…" + plain.substring(plain.length() - 19);
        // Half a character beyond the basic plane, where it was cut through.
        return shortened.replaceAll("\\p{Cs}", "");
    }

    private static String mediaType(String header) {
        if (header == null) return "text/plain";
        var found = MEDIA_TYPE.matcher(header);
        if (found.lookingAt() || found.find()) return found.group().toLowerCase(Locale.ROOT);
        return header.strip().matches("(?i)text\\b.*") ? "text/plain" : "application/octet-stream";
    }

    /** By the library, which knows RFC 2231, and by a plain search where the header is too broken for it. */
    private static String parameter(String header, String name) {
        if (header == null) return null;
        try {
            var parameters = name.equals("filename")
                    ? new ContentDisposition(header).getParameterList()
                    : new ContentType(header).getParameterList();
            var value = parameters == null ? null : parameters.get(name);
            if (value != null) return value;
        } catch (ParseException broken) {
            // The search below takes what is there.
        }
        // A name may hold spaces that nobody quoted.
        var bare = name.endsWith("name") ? "[^;\\r\\n\"]+" : "[^;\\s\"]+";
        var found = Pattern.compile("(?i)\\b" + name + "\\s*=\\s*(?:\"([^\"]*)\"|(" + bare + "))")
                .matcher(header);
        if (!found.find()) return null;
        return found.group(1) != null ? found.group(1) : found.group(2).strip();
    }
}
