package org.rightdoor.inquiry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A picture as a camera made it: most write down where it was taken, and for a child that may be its home. */
final class Photograph {

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int GPS_TAG = 0x8825;

    /** Bytes of one value by its type (TIFF 6.0, section 2). */
    private static final int[] SIZES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private static final Pattern XMP_PLACE = Pattern.compile("exif:GPS\\w+(?:\\s*=\\s*[\"']|>)([^\"'<]{1,200})");

    private Photograph() {}

    static boolean is(String mediaType) {
        return mediaType.matches("image/(jpeg|heic|webp|tiff)");
    }

    /** The same picture, byte for byte as long, with nothing but zeros and spaces where the place stood. */
    static byte[] withoutPlace(byte[] picture) {
        var copy = picture.clone();
        if (isTiff(copy, 0)) blankPlace(copy, 0);
        for (var at = indexOf(copy, EXIF, 0); at >= 0; at = indexOf(copy, EXIF, at + 1)) {
            if (isTiff(copy, at + EXIF.length)) blankPlace(copy, at + EXIF.length);
        }
        var text = new String(copy, StandardCharsets.ISO_8859_1);
        if (text.contains("exif:GPS")) {
            XMP_PLACE
                    .matcher(text)
                    .results()
                    .forEach(place -> Arrays.fill(copy, place.start(1), place.end(1), (byte) ' '));
        }
        return copy;
    }

    private static void blankPlace(byte[] picture, int tiff) {
        var order = picture[tiff] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var bytes =
                ByteBuffer.wrap(picture, tiff, picture.length - tiff).slice().order(order);
        try {
            var directory = bytes.getInt(4);
            var entries = Short.toUnsignedInt(bytes.getShort(directory));
            for (var i = 0; i < entries; i++) {
                var entry = directory + 2 + 12 * i;
                if (Short.toUnsignedInt(bytes.getShort(entry)) == GPS_TAG)
                    blankDirectory(bytes, bytes.getInt(entry + 8));
            }
        } catch (IndexOutOfBoundsException cutOff) {
            // What cannot be found cannot be read by others either.
        }
    }

    private static void blankDirectory(ByteBuffer bytes, int directory) {
        var entries = Short.toUnsignedInt(bytes.getShort(directory));
        bytes.putShort(directory, (short) 0);
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            var type = Short.toUnsignedInt(bytes.getShort(entry + 2));
            var length = (long) bytes.getInt(entry + 4) * SIZES[Math.min(type, SIZES.length - 1)];
            if (length > 4) fill(bytes, bytes.getInt(entry + 8), length);
            fill(bytes, entry, 12);
        }
    }

    private static void fill(ByteBuffer bytes, int from, long length) {
        for (var i = from; i < Math.min(from + length, bytes.limit()); i++) bytes.put(i, (byte) 0);
    }

    private static boolean isTiff(byte[] bytes, int at) {
        if (at + 8 > bytes.length) return false;
        return bytes[at] == 'I' && bytes[at + 1] == 'I' && bytes[at + 2] == 42 && bytes[at + 3] == 0
                || bytes[at] == 'M' && bytes[at + 1] == 'M' && bytes[at + 2] == 0 && bytes[at + 3] == 42;
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (var i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) return i;
        }
        return -1;
    }
}
