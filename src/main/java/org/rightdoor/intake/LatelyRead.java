package org.rightdoor.intake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rightdoor.answers.Knowledge;

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

    private record Of(String text, String language) {}

    private record Kept(Knowledge by, boolean byMeaning, Heard heard, long until) {}

    private final Map<Of, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Of, Kept> eldest) {
            return size() > MOST;
        }
    };

    Heard read(String text, String language, Knowledge known, Supplier<Heard> reading) {
        if (text.length() > LONGEST) return reading.get();
        var of = new Of(text, language);
        var byMeaning = known.classifier().readsMeaning();
        synchronized (kept) {
            var held = kept.get(of);
            if (held != null && held.by == known && held.byMeaning == byMeaning && held.until > System.nanoTime()) {
                return held.heard;
            }
        }
        var heard = reading.get();
        synchronized (kept) {
            kept.put(of, new Kept(known, byMeaning, heard, System.nanoTime() + HOLDS.toNanos()));
        }
        return heard;
    }
}
