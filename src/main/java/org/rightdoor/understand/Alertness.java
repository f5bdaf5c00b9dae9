package org.rightdoor.understand;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was learnt to call a person: whether a text calls, by its words and, where that was learnt, by meaning and words
 * together; and what it is about.
 *
 * @param callsByLikeness null where words alone were learnt, and then so is {@code kindsByMeaning}
 * @param glance null until {@link #glancing}
 */
record Alertness(
        LexicalView callsByWords,
        LexicalView kindsByWords,
        MeaningView kindsByMeaning,
        Likeness callsByLikeness,
        Glance glance) {

    private static final List<String> CALLS = List.of("calls", Detector.NONE);

    /** Whether it calls says more of that than what it is about does. */
    private static final double WEIGHT_OF_KINDS = 0.5;

    /** Makes a {@link Likeness} the logarithm of odds, more or less. */
    private static final double ODDS_OF_LIKENESS = 4;

    /**
     * From this score on a person is called, where a text has {@link #MANY_WORDS} or more; chosen, as are the others, on lists
     * that were left out of what was learnt, one list at a time (docs/benchmarks.md).
     */
    private static final double CALLS_FROM = -1.1;

    /** The same for a text of {@link #FEW_WORDS} or fewer: nearly all of those are everyday, and little tells them apart. */
    private static final double CALLS_BRIEFLY_FROM = 0;

    /** The same for one sentence of a text that as a whole does not call. */
    static final double SENTENCE_CALLS_FROM = 0;

    /** What the words of a sentence must say at least for it to be read on its own. */
    private static final double SUSPICIOUS = 0;

    /** A glance may be so far below what the likeness says; none of the texts that call needs half of it. */
    private static final double GLANCE_MAY_MISS = 0.4;

    private static final int FEW_WORDS = 7;
    private static final int MANY_WORDS = 13;

    /** From which score on words alone call, which know less. */
    private static final double CALLS_BY_WORDS_FROM = -3;

    /** No single view may be so sure that the others count for nothing. */
    private static final double SUREST = 1e-4;

    static Alertness ofWords(List<TrainingText> texts) {
        var labels = Detector.labels(texts);
        var forms =
                texts.stream().map(text -> CleanText.of(text.text()).forms()).toList();
        return new Alertness(
                LexicalView.learn(forms, calls(texts), CALLS),
                LexicalView.learn(forms, kinds(texts, labels), labels),
                null,
                null,
                null);
    }

    /**
     * All of it.
     *
     * @param embeds what embeds texts; those it leaves out teach their words only
     */
    static Alertness of(List<TrainingText> texts, Function<List<String>, Map<String, Embedding>> embeds) {
        var words = ofWords(texts);
        var embeddings = embeds.apply(texts.stream().map(TrainingText::text).toList());
        var placed = texts.stream()
                .filter(text -> embeddings.containsKey(text.text()))
                .toList();
        if (placed.isEmpty()) return words;
        var labels = Detector.labels(texts);
        var vectors = placed.stream()
                .map(text -> embeddings.get(text.text()).vector())
                .toList();
        var kinds = MeaningView.learn(vectors, kinds(placed, labels), labels, Encoder.shared());
        var seen = placed.stream()
                .map(text -> words.callsByWords.see(CleanText.of(text.text()).forms()))
                .toList();
        var likeness = LikenessTrainer.learn(
                vectors.stream().map(kinds::place).toList(),
                seen,
                words.callsByWords.model.features().size(),
                calls(placed));
        return new Alertness(words.callsByWords, words.kindsByWords, kinds, likeness, null);
    }

    /** The same, with what tells most everyday texts in little time: made in 0.2 s, which a start has better use for. */
    Alertness glancing() {
        return readsMeaning()
                ? new Alertness(callsByWords, kindsByWords, kindsByMeaning, callsByLikeness, Glance.of(callsByLikeness))
                : this;
    }

    /** From which score on a text of so many words calls; in between it falls evenly. */
    double calls(boolean meaningIsRead, int words) {
        if (!readsMeaning() || !meaningIsRead) return CALLS_BY_WORDS_FROM;
        var share = (words - FEW_WORDS) / (double) (MANY_WORDS - FEW_WORDS);
        var within = Math.min(Math.max(share, 0), 1);
        return CALLS_BRIEFLY_FROM + within * (CALLS_FROM - CALLS_BRIEFLY_FROM);
    }

    /** How much a text calls, as the logarithm of the odds; {@code vector} is null where its meaning was not read. */
    double score(CleanText text, float[] vector) {
        if (text.isEmpty()) return Math.log(SUREST);
        // Both views were learnt from the same texts, so one sees what the other does.
        var seen = callsByWords.see(text.forms());
        if (!readsMeaning() || vector == null) return scoreByWords(seen);
        return ODDS_OF_LIKENESS * callsByLikeness.of(kindsByMeaning.place(vector), seen);
    }

    /** True for three in four everyday texts, and never for one whose {@link #score} calls; nothing else is to be known of those. */
    boolean isEverydayAtAGlance(CleanText text, float[] vector) {
        if (glance == null || vector == null || text.isEmpty()) return false;
        var meaning = glance.of(kindsByMeaning.place(vector)) + GLANCE_MAY_MISS;
        var words = callsByLikeness.ofWords(callsByWords.see(text.forms()));
        return ODDS_OF_LIKENESS * (meaning + words) < calls(true, text.words().length);
    }

    /** Whether a sentence is worth encoding: its words, which cost little to look up, do not say that it is everyday. */
    boolean wordsAreSuspicious(CleanText sentence) {
        return !sentence.isEmpty() && wordsCall(sentence) >= SUSPICIOUS;
    }

    /** How much the words of a text call, whatever it means. */
    double wordsCall(CleanText text) {
        var seen = callsByWords.see(text.forms());
        return readsMeaning() ? ODDS_OF_LIKENESS * callsByLikeness.ofWords(seen) : scoreByWords(seen);
    }

    boolean readsMeaning() {
        return callsByLikeness != null;
    }

    private double scoreByWords(View.Seen seen) {
        var calls = logit(callsByWords.categorize(seen)[callsByWords.getIndex("calls")]);
        var isOfAKind = logit(1 - kindsByWords.categorize(seen)[kindsByWords.getIndex(Detector.NONE)]);
        return (calls + WEIGHT_OF_KINDS * isOfAKind) / (1 + WEIGHT_OF_KINDS);
    }

    /** What it is about, if it calls. */
    String label(View.Seen seen, float[] vector) {
        var sums = kindsByWords.categorize(seen);
        if (kindsByMeaning != null && vector != null) {
            var meant = kindsByMeaning.categorize(kindsByMeaning.place(vector));
            for (int i = 0; i < sums.length; i++)
                sums[i] += meant[kindsByMeaning.getIndex(kindsByWords.getCategory(i))];
        }
        sums[kindsByWords.getIndex(Detector.NONE)] = -1;
        return kindsByWords.getBestCategory(sums);
    }

    private static int[] calls(List<TrainingText> texts) {
        return texts.stream()
                .mapToInt(text -> text.topic().equals(Detector.NONE) ? 1 : 0)
                .toArray();
    }

    private static int[] kinds(List<TrainingText> texts, List<String> labels) {
        return texts.stream().mapToInt(text -> labels.indexOf(text.topic())).toArray();
    }

    private static double logit(double probability) {
        var within = Math.min(Math.max(probability, SUREST), 1 - SUREST);
        return Math.log(within / (1 - within));
    }
}
