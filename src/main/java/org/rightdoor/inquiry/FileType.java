package org.rightdoor.inquiry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a file is, judged from its first bytes; its name and what the sender says about it prove nothing. */
final class FileType {

    /** Bytes in hexadecimal that a file of the type has from that place on. */
    private record Magic(int from, String hex, String type) {
        boolean fits(byte[] content) {
            var bytes = java.util.HexFormat.of().parseHex(hex);
            return content.length >= from + bytes.length
                    && Arrays.equals(content, from, from + bytes.length, bytes, 0, bytes.length);
        }
    }

    private static final String PROGRAM = "application/x-msdownload";
    private static final String UNKNOWN = "application/octet-stream";
    private static final int LOOKED_AT = 4096;

    private static final List<Magic> KNOWN = List.of(
            new Magic(0, "ffd8ff", "image/jpeg"),
            new Magic(0, "89504e470d0a1a0a", "image/png"),
            new Magic(0, "474946383761", "image/gif"),
            new Magic(0, "474946383961", "image/gif"),
            new Magic(8, "57454250", "image/webp"),
            new Magic(0, "49492a00", "image/tiff"),
            new Magic(0, "4d4d002a", "image/tiff"),
            new Magic(0, "424d", "image/bmp"),
            new Magic(4, "6674797068656963", "image/heic"),
            new Magic(4, "667479706d696631", "image/heic"),
            new Magic(4, "6674797033", "video/3gpp"),
            new Magic(4, "667479704d3441", "audio/mp4"),
            new Magic(4, "667479707174", "video/quicktime"),
            new Magic(4, "66747970", "video/mp4"),
            new Magic(0, "494433", "audio/mpeg"),
            new Magic(0, "fffa", "audio/mpeg"),
            new Magic(0, "fffb", "audio/mpeg"),
            new Magic(0, "fff2", "audio/mpeg"),
            new Magic(0, "fff3", "audio/mpeg"),
            new Magic(0, "ffe3", "audio/mpeg"),
            new Magic(0, "2321414d52", "audio/amr"),
            new Magic(0, "4f676753", "audio/ogg"),
            new Magic(8, "57415645", "audio/wav"),
            new Magic(0, "25504446", "application/pdf"),
            new Magic(0, "7b5c727466", "application/rtf"),
            new Magic(0, "d0cf11e0a1b11ae1", "application/x-ole-storage"),
            new Magic(0, "4d5a", PROGRAM),
            new Magic(0, "7f454c46", "application/x-elf"),
            new Magic(0, "cafebabe", "application/java-vm"),
            new Magic(0, "1f8b", "application/gzip"),
            new Magic(0, "377abcaf271c", "application/x-7z-compressed"),
            new Magic(0, "526172211a07", "application/vnd.rar"),
            new Magic(0, "789f3e22", "application/ms-tnef"));

    private static final Pattern MARKUP =
            Pattern.compile("(?is)^\\s*(<!--.{0,500}?-->\\s*)*<(!doctype html|html|head|body|script|iframe|svg)\\b.*");
    private static final Pattern SCRIPT = Pattern.compile("(?s)^#!\\s*/.*");

    private FileType() {}

    /** @param declared by the sender, believed only where bytes cannot tell, and never for what has a sign of its own */
    static String of(byte[] content, String declared) {
        var said = declared == null ? UNKNOWN : declared;
        if (zipped(content)) return insideZip(content);
        for (var magic : KNOWN) if (magic.fits(content)) return magic.type();
        var beginning = beginning(content);
        if (beginning == null) return hasSign(said) || said.startsWith("text/") ? UNKNOWN : said;
        if (MARKUP.matcher(beginning).matches()) {
            return beginning.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("<svg")
                    ? "image/svg+xml"
                    : "text/html";
        }
        if (SCRIPT.matcher(beginning).matches()) return "text/x-shellscript";
        return said.startsWith("image/") || said.equals(UNKNOWN) || hasSign(said) ? "text/plain" : said;
    }

    /** True for pictures that every browser can show. */
    static boolean isPicture(String type) {
        return type.matches("image/(jpeg|png|gif|webp)");
    }

    static boolean isSound(String type) {
        return type.startsWith("audio/");
    }

    /** True for what a computer runs when somebody opens it. */
    static boolean isProgram(String type) {
        return type.equals(PROGRAM)
                || type.equals("application/x-elf")
                || type.equals("application/java-vm")
                || type.equals("application/java-archive")
                || type.equals("text/x-shellscript");
    }

    private static boolean hasSign(String type) {
        return type.startsWith("image/")
                || KNOWN.stream().anyMatch(magic -> magic.type().equals(type));
    }

    private static boolean zipped(byte[] content) {
        return new Magic(0, "504b0304", "").fits(content);
    }

    private static String insideZip(byte[] content) {
        var names = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        var office = "application/vnd.openxmlformats-officedocument.";
        if (names.contains("word/")) return office + "wordprocessingml.document";
        if (names.contains("xl/")) return office + "spreadsheetml.sheet";
        if (names.contains("ppt/")) return office + "presentationml.presentation";
        if (names.contains("META-INF/MANIFEST.MF")) return "application/java-archive";
        return names.contains("mimetypeapplication/vnd.oasis.opendocument.text")
                ? "application/vnd.oasis.opendocument.text"
                : "application/zip";
    }

    /** As text, or null when it is none. */
    private static String beginning(byte[] content) {
        if (content.length == 0) return null;
        var length = Math.min(content.length, LOOKED_AT);
        for (var i = 0; i < length; i++) if (content[i] == 0) return null;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, 0, length));
        } catch (CharacterCodingException notUtf8) {
            // A charset of old or a character cut through: still text when no controls are in it.
            for (var i = 0; i < length; i++) {
                if (content[i] >= 0 && content[i] < 9) return null;
            }
        }
        return new String(content, 0, length, StandardCharsets.UTF_8);
    }
}
