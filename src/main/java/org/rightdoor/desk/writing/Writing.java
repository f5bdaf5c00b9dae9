package org.rightdoor.desk.writing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody has written and not sent.
 *
 * @param translation of the text into the family's language; empty for none
 * @param channels names of the channels it is to go by
 * @param answer id of the approved answer it was begun with; empty for none
 * @param known how far its writer had read the case
 * @param savedAt null as long as it is not stored
 * @param files that are to go with it
 */
public record Writing(
        String text,
        String translation,
        List<String> channels,
        String answer,
        Known known,
        Instant savedAt,
        List<File> files) {

    public static final Writing NONE = new Writing("", "", List.of(), "", Known.ALL, null, List.of());

    /** A file that is kept for it; {@code size} in bytes. */
    public record File(long id, String name, long size) {

        /** Such as {@code 340 KB}. */
        public String readableSize() {
            return size < 1_000_000 ? Math.max(1, size / 1000) + " KB" : size / 1_000_000 + " MB";
        }
    }

    public static Writing of(String text) {
        return of(text, "", List.of(), "", Known.ALL);
    }

    public static Writing of(String text, String translation, List<String> channels, String answer, Known known) {
        return new Writing(
                orEmpty(text),
                orEmpty(translation),
                channels == null ? List.of() : channels,
                orEmpty(answer),
                known,
                null,
                List.of());
    }

    /** With that at its end, begun with that answer if it is one. */
    public Writing with(Choice choice) {
        var whole = text.isBlank() ? choice.text() : text.stripTrailing() + "\n\n" + choice.text();
        return of(whole, translation, channels, choice.answer().isEmpty() ? answer : choice.answer(), known);
    }

    public Writing translatedAs(String translated) {
        return of(text, translated, channels, answer, known);
    }

    /** Another with each change; 0 as long as it is not stored. */
    public long version() {
        return savedAt == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, savedAt);
    }

    boolean saysTheSame(Writing other) {
        return text.equals(other.text) && translation.equals(other.translation);
    }

    static List<String> channels(String byComma) {
        return Arrays.stream(byComma.split(","))
                .filter(channel -> !channel.isEmpty())
                .toList();
    }

    public String channelsByComma() {
        return String.join(",", channels);
    }

    public boolean isEmpty() {
        return text.isBlank() && translation.isBlank() && files.isEmpty();
    }

    private static String orEmpty(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replace("\0", "");
    }
}
