package org.rightdoor.desk.writing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody has written and not sent.
 *
 * @param translation of the text into the family's language; empty for none
 * @param channels names of the channels it is to go by
 * @param answer id of the approved answer it was begun with; empty for none
 * @param savedAt null as long as it is not stored
 * @param files that are to go with it
 */
public record Writing(
        String text, String translation, List<String> channels, String answer, Instant savedAt, List<File> files) {

    public static final Writing NONE = new Writing("", "", List.of(), "", null, List.of());

    /** A file that is kept for it; {@code size} in bytes. */
    public record File(long id, String name, long size) {}

    public static Writing of(String text, String translation, List<String> channels, String answer) {
        return new Writing(
                orEmpty(text),
                orEmpty(translation),
                channels == null ? List.of() : channels,
                orEmpty(answer),
                null,
                List.of());
    }

    static List<String> channels(String byComma) {
        return Arrays.stream(byComma.split(","))
                .filter(channel -> !channel.isEmpty())
                .toList();
    }

    String channelsByComma() {
        return String.join(",", channels);
    }

    public boolean isEmpty() {
        return text.isBlank() && translation.isBlank() && files.isEmpty();
    }

    private static String orEmpty(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replace("\0", "");
    }
}
