package org.rightdoor.understand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tells texts that call a person at once from everyday ones, by what it has learnt from labelled texts. It is tuned so that
 * misses are rarer than false alarms. Safe for use by many threads.
 *
 * <p>It decides from the vector of the whole text, which its reading holds. Of a text of several sentences it encodes besides
 * only those whose words alone are suspicious: most messages need no encoding of their own here.
 */
public final class Detector {

    /** The label of an everyday text. */
    public static final String NONE = "none";

    /** Nobody has taught it these: there the words that the district wrote down decide alone. */
    private static final Set<String> TAUGHT = Set.of("en", "es", Reading.UNKNOWN_LANGUAGE);

    /** In a text of fewer sentences the whole tells more: what comes before or after says whose words they are. */
    private static final int FEWEST_SENTENCES = 3;

    /** So many sentences of a text are encoded at most, those first whose words call most. */
    private static final int MOST_SENTENCES = 4;

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
     * @param cache directory for what was learnt
     */
    public static Detector of(List<TrainingText> texts, Path cache) {
        if (texts.isEmpty()) return new Detector(null);
        var kept = new AlertnessCache(cache);
        var known = kept.of(texts);
        var detector = new Detector(known.orElseGet(() -> Alertness.ofWords(texts)));
        if (Encoder.shared() != null) {
            detector.improveInBackground(() -> known.orElseGet(() -> kept.learn(texts)));
        }
        return detector;
    }

    private void improveInBackground(Supplier<Alertness> learning) {
        var thread = new Thread(
                () -> {
                    alertness = learning.get();
                    if (AfterTheStart.hasCome()) alertness = alertness.glancing();
                },
                "learning-safety");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setUncaughtExceptionHandler(
                (where, e) -> LOG.error("The safety net goes by words: their meaning could not be learnt", e));
        thread.start();
    }

    /** As {@link #of}, but all of it before it returns. */
    public static Detector whole(List<TrainingText> texts, Path cache) {
        if (texts.isEmpty()) return new Detector(null);
        var kept = new AlertnessCache(cache);
        return new Detector(kept.of(texts).orElseGet(() -> kept.learn(texts)).glancing());
    }

    /** What the text is suspected of, where it calls a person, as a whole or by one of its sentences. */
    public Optional<Suspicion> find(String text, Reading reading) {
        var now = alertness;
        if (now == null || !TAUGHT.contains(reading.language())) return Optional.empty();
        var whole = CleanText.of(text);
        if (whole.isEmpty()) return Optional.empty();
        return asAWhole(whole, vector(reading), now).or(() -> inSentences(whole, now));
    }

    private static Optional<Suspicion> asAWhole(CleanText text, float[] vector, Alertness now) {
        if (now.isEverydayAtAGlance(text, vector)) return Optional.empty();
        var weighed = Weighed.of(text, vector, now);
        return weighed.calls(now) ? Optional.of(weighed.suspicion(now)) : Optional.empty();
    }

    /** One sentence may hold the danger in a long message about a field trip. */
    private static Optional<Suspicion> inSentences(CleanText text, Alertness now) {
        var sentences = Passage.sentences(text);
        if (sentences.size() < FEWEST_SENTENCES) return Optional.empty();
        return sentences.stream()
                .map(CleanText::of)
                .filter(now::wordsAreSuspicious)
                .sorted(Comparator.comparingDouble(sentence -> -now.wordsCall(sentence)))
                .limit(MOST_SENTENCES)
                .map(sentence -> Weighed.of(sentence, now.readsMeaning() ? encoded(sentence) : null, now))
                .filter(Weighed::callsAlone)
                .findFirst()
                .map(sentence -> sentence.suspicion(now));
    }

    /** Null when the encoder fails on it: then its words decide. */
    private static float[] encoded(CleanText sentence) {
        try {
            return Encoder.shared().encode(sentence.text());
        } catch (IllegalStateException e) {
            LOG.warn(e.getMessage(), e);
            return null;
        }
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
