package org.rightdoor.intake;

import java.time.Duration;
import java.util.function.Supplier;
import org.rightdoor.understand.Lately;

/**
 * What short messages were read as within the last minute. When there is snow, hundreds ask "is there school today" in these
 * very words, and to read takes longer than all the rest that is done for them.
 */
final class LatelyRead {

    /** What the district knows may change, and what was deleted is not to be kept here. */
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private static final int MOST = 1_000;

    /** In characters; nobody writes the same long message again. */
    private static final int LONGEST = 120;

    /**
     * @param language of the writer, or null
     * @param chosen true where the writer has said whom it is for
     * @param byMeaning false while words alone decide
     */
    record Of(String text, String language, boolean chosen, boolean byMeaning) {}

    private record Kept(Object by, Heard heard) {}

    private final Lately<Of, Kept> kept = new Lately<>(MOST, HOLDS);

    /** @param by the knowledge by which it is read: what another one made of it is read again */
    Heard read(Of of, Object by, Supplier<Heard> reading) {
        if (of.text.length() > LONGEST) return reading.get();
        var held = kept.get(of).filter(one -> one.by == by).map(Kept::heard);
        return held.orElseGet(() -> {
            var heard = reading.get();
            kept.put(of, new Kept(by, heard));
            return heard;
        });
    }
}
