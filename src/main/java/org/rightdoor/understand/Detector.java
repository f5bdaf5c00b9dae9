package org.rightdoor.understand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Tells texts that call a person at once from everyday ones, by what it has learnt from labelled texts. It is tuned so that
 * misses are rarer than false alarms. Safe for use by many threads.
 */
public final class Detector {

    /** The label of an everyday text. */
    public static final String NONE = "none";

    /** Nobody has taught it these: there the words that the district wrote down decide alone. */
    private static final Set<String> TAUGHT = Set.of("en", "es", Reading.UNKNOWN_LANGUAGE);

    /** One sentence may hold the danger in a long message about a field trip. */
    private static final double SHARE_OF_WORST_PASSAGE = 0.3;

    private static final Logger LOG = Logger.getLogger(Detector.class);

    /**
     * What a text is suspected of.
     *
     * @param probability 0 to 1; from {@link Detector#find} on what is worth a person's time
     * @param evidence the words that spoke most for it
     */
    public record Suspicion(String label, double probability, List<String> evidence) {}

    private volatile Alertness alertness;

    private Detector(Alertness alertness) {
        this.alertness = alertness;
    }

    /**
     * Takes what was learnt of exactly these texts before, or learns their words, which takes a few seconds, and their
     * meaning after that in the background.
     *
     * @param texts their topic is the label, {@link #NONE} for those that call nobody though they might seem to
     * @param everyday thousands that have nothing to do with it, labelled {@link #NONE}; it learns from the telling ones
     * @param cache directory for what was learnt
     */
    public static Detector of(List<TrainingText> texts, List<TrainingText> everyday, Path cache) {
        if (texts.isEmpty()) return new Detector(null);
        var kept = new AlertnessCache(cache);
        var known = kept.of(texts, everyday);
        if (known.isPresent()) return new Detector(known.get());
        var detector = new Detector(Alertness.ofWords(Lookalikes.sample(texts, everyday)));
        if (Encoder.shared() != null) {
            var thread = new Thread(() -> detector.alertness = kept.learn(texts, everyday), "learning-safety");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.setUncaughtExceptionHandler(
                    (where, e) -> LOG.error("The safety net goes by words: their meaning could not be learnt", e));
            thread.start();
        }
        return detector;
    }

    /** As {@link #of}, but all of it before it returns. */
    public static Detector whole(List<TrainingText> texts, List<TrainingText> everyday, Path cache) {
        if (texts.isEmpty()) return new Detector(null);
        var kept = new AlertnessCache(cache);
        return new Detector(kept.of(texts, everyday).orElseGet(() -> kept.learn(texts, everyday)));
    }

    /** What the text is suspected of, where it calls a person. */
    public Optional<Suspicion> find(String text, Reading reading, List<Passage> passages) {
        var now = alertness;
        if (now == null || !TAUGHT.contains(reading.language())) return Optional.empty();
        var clean = CleanText.of(text);
        if (clean.isEmpty()) return Optional.empty();
        var score = score(now, clean, reading, passages);
        if (score < now.calls(reading.embedding() != null, clean.words().length)) return Optional.empty();
        var seen = now.kindsByWords().see(clean.forms());
        var label = now.label(seen, vector(reading));
        var evidence = Evidence.of(clean, now.kindsByWords(), seen, label);
        return Optional.of(new Suspicion(label, 1 / (1 + Math.exp(-score)), evidence));
    }

    static double score(Alertness alertness, CleanText clean, Reading reading, List<Passage> passages) {
        var whole = alertness.score(clean, vector(reading));
        var worst = whole;
        for (var passage : passages) {
            worst = Math.max(worst, alertness.score(CleanText.of(passage.text()), vector(passage.reading())));
        }
        return (1 - SHARE_OF_WORST_PASSAGE) * whole + SHARE_OF_WORST_PASSAGE * worst;
    }

    private static float[] vector(Reading reading) {
        return reading.embedding() == null ? null : reading.embedding().vector();
    }

    /** The labels of the texts in a fixed order. */
    static List<String> labels(List<TrainingText> texts) {
        return new ArrayList<>(
                new TreeSet<>(texts.stream().map(TrainingText::topic).toList()));
    }
}
