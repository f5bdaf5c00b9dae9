package org.rightdoor.understand;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Like;

/** Reads a message: its topics, its language, its kind. Safe for use by many threads. */
public final class Classifier {

    private static final Logger LOG = Logger.getLogger(Classifier.class);
    private static final int MOST_TOPICS = 20;

    private static final double LEAST_PROBABILITY = 0.001;

    private final Encoder encoder;
    private final List<TrainingText> texts;
    private final Precedents precedents;
    private final LatelyEncoded lately = new LatelyEncoded();
    private volatile Model model;
    private volatile Meaning unread;

    private Classifier(List<TrainingText> texts, Model model, Encoder encoder) {
        this.texts = texts;
        this.precedents = new Precedents(Model.labelled(texts));
        this.model = model;
        this.encoder = encoder;
        this.unread = Meaning.missing(
                encoder == null ? Encoder.whyMissing() : "there are too few training texts to learn it from");
    }

    /**
     * Loads the model that was trained on exactly these texts before, or trains it. Training on 4,000 texts takes about
     * five seconds for their words, by which messages are read from then on; their meaning takes some twenty more on one
     * processor, is learned in the background, and joins when it is done.
     *
     * @param texts a text without a topic (null) teaches its language only
     * @param cache directory for the trained model; null to train all of it at once and not to keep it
     */
    public static Classifier of(List<TrainingText> texts, Path cache) {
        var encoder = Encoder.shared();
        if (cache == null || encoder == null) {
            return of(texts, cache, encoder);
        }
        var models = new ModelCache(cache);
        var kept = models.kept(texts, encoder);
        if (kept.isPresent()) {
            return new Classifier(texts, kept.get(), encoder);
        }
        var classifier = new Classifier(texts, Model.learnWords(texts), encoder);
        classifier.improveInBackground(() -> models.learn(texts, encoder));
        return classifier;
    }

    /**
     * As {@link #of(List, Path)}, but all of it at once: for a thread that can spend the time, about 25 seconds for 10,000
     * texts whose vectors are kept.
     */
    public static Classifier whole(List<TrainingText> texts, Path cache) {
        return of(texts, cache, Encoder.shared());
    }

    /** The same, for a command: texts whose vectors are not kept are encoded on all processors. */
    public static Classifier wholeOnAllProcessors(List<TrainingText> texts, Path cache) {
        var encoder = Encoder.shared();
        var models = new ModelCache(cache);
        var model = models.kept(texts, encoder).orElseGet(() -> models.learnOnAllProcessors(texts, encoder));
        return new Classifier(texts, model, encoder);
    }

    /** The same for the same texts, read and trained in the same way; another one otherwise. */
    public static String fingerprint(List<TrainingText> texts) {
        return ModelCache.fingerprint(texts, Encoder.shared() != null);
    }

    /** That of this classifier, as it reads now. */
    public String fingerprint() {
        return ModelCache.fingerprint(texts, readsMeaning());
    }

    /** All at once; {@code encoder} is null to read by words alone. */
    static Classifier of(List<TrainingText> texts, Path cache, Encoder encoder) {
        if (cache == null) {
            return of(texts, new Vectors(), encoder);
        }
        var models = new ModelCache(cache);
        var model = models.kept(texts, encoder).orElseGet(() -> models.learn(texts, encoder));
        return new Classifier(texts, model, encoder);
    }

    static Classifier of(List<TrainingText> texts, Vectors vectors, Encoder encoder) {
        return new Classifier(texts, Model.learn(texts, encoder, vectors), encoder);
    }

    private void improveInBackground(Supplier<Model> learning) {
        unread = Meaning.BEING_LEARNED;
        var thread = new Thread(
                () -> {
                    if (!AfterTheStart.hasCome()) return;
                    model = learning.get();
                    LOG.info("Messages are now read by their meaning too");
                },
                "learning");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((where, e) -> {
            unread = Meaning.missing("learning their meaning failed: " + e);
            LOG.error("The meaning could not be learned; messages are read by their words", e);
        });
        thread.start();
    }

    /** False while words alone decide: until the meaning is learned, or where the sentence encoder cannot run. */
    public boolean readsMeaning() {
        var heads = model.heads();
        return heads != null && heads.meaning() != null;
    }

    /** What places texts as the readings are placed; empty while {@link #readsMeaning} is false. */
    public Optional<Embedder> embedder() {
        return readsMeaning() ? Optional.of(new Embedder(encoder)) : Optional.empty();
    }

    /** Whether messages are read by their meaning too, and if not, why. */
    public Meaning meaning() {
        return readsMeaning() ? Meaning.READ : unread;
    }

    /**
     * Share, 0 to 1, of training texts read rightly by a rehearsal model that had not seen them: a fifth of the texts of
     * four topics in five, picked by their order, so that texts added at the end leave the others where they were; of few
     * texts every fifth in turn. Empty while words alone decide, and where too few texts could be kept back.
     */
    public OptionalDouble heldOutAccuracy() {
        return model.heldOut().accuracy();
    }

    /** How many training texts {@link #heldOutAccuracy} was measured on. */
    public int heldOutTexts() {
        return model.heldOut().texts();
    }

    /** Reads a text of any length in any state; never throws, a text without words gives no topics. */
    public Reading read(String text) {
        return read(text, null, null);
    }

    /** As {@link #read(String)}, for a text that was embedded before; {@code known} is null where it was not. */
    public Reading read(String text, Embedding known) {
        return read(text, known, null);
    }

    /**
     * As {@link #read(String)}, for a person whose language is known.
     *
     * @param priorLanguage two-letter code (ISO 639-1), which decides where a short text could be in several; null for none
     */
    public Reading read(String text, String priorLanguage) {
        return read(text, null, priorLanguage);
    }

    private Reading read(String text, Embedding known, String priorLanguage) {
        var clean = CleanText.of(text);
        if (clean.isEmpty()) {
            return Reading.NOTHING;
        }
        var model = this.model;
        var language = model.languages().of(clean, priorLanguage);
        var own = Signs.unquoted(clean);
        var kind = Kinds.of(clean, own);
        var tone = Tone.of(own);
        var heads = model.heads();
        var recognized =
                heads == null ? Optional.<View.Seen>empty() : heads.lexical().recognize(clean.forms());
        if (recognized.isEmpty()) {
            return new Reading(List.of(), language, kind, tone, List.of(), List.of(), 0, null);
        }
        var embedding = heads.meaning() == null ? null : known == null ? embedding(clean) : known;
        var vector = embedding == null ? null : embedding.vector();
        var seen = recognized.get();
        var look = heads.look(seen, vector);
        var probabilities = model.trust().blend(language).of(look);
        double belonging = model.trust().gate().of(Gate.Clue.of(probabilities, look));
        var topics = topics(probabilities, heads.lexical());
        var evidence = Evidence.of(clean, heads.lexical(), seen, topics.get(0).topic());
        var likes = likes(topics, seen, vector, heads);
        return new Reading(topics, language, kind, tone, evidence, likes, belonging, embedding);
    }

    /**
     * The passages of a text, each read on its own, but only when its reading is asked for; empty where it has only one, or too
     * many to tell matters apart.
     */
    public List<Passage> passages(String text) {
        return Passage.split(text).stream()
                .map(passage -> new Passage(passage, Passage.beginsAdded(passage), () -> read(passage)))
                .toList();
    }

    private List<Like> likes(List<Guess> topics, View.Seen seen, float[] vector, Heads heads) {
        return vector == null
                ? precedents.byWords(topics, heads.lexical(), seen)
                : precedents.byMeaning(
                        topics, heads.neighbours(), heads.meaning().place(vector));
    }

    /** Null when the encoder fails on this text: then the words decide. */
    private Embedding embedding(CleanText text) {
        try {
            return new Embedding(lately.encode(text.text(), encoder));
        } catch (IllegalStateException e) {
            LOG.warn(e.getMessage(), e);
            return null;
        }
    }

    private static List<Guess> topics(double[] probabilities, LexicalView view) {
        var rising = probabilities.clone();
        Arrays.sort(rising);
        // What would be left out is not sorted as a guess first.
        double least = Math.max(LEAST_PROBABILITY, rising[Math.max(0, rising.length - MOST_TOPICS)]);
        return IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] >= least)
                .mapToObj(i -> new Guess(view.getCategory(i), probabilities[i]))
                .sorted(Comparator.comparingDouble((Guess guess) -> -guess.probability())
                        .thenComparing(Guess::topic))
                .limit(MOST_TOPICS)
                .toList();
    }
}
