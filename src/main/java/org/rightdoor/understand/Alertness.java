package org.rightdoor.understand;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was learnt to call a person: whether a text calls, by its words and, where that was learnt, by meaning and words
 * together; and what it is about.
 *
 * @param callsByLikeness null where words alone were learnt, and then so is {@code kindsByMeaning}
 */
record Alertness(
        LexicalView callsByWords, LexicalView kindsByWords, MeaningView kindsByMeaning, Likeness callsByLikeness) {

    private static final List<String> CALLS = List.of("calls", Detector.NONE);

    /** Whether it calls says more of that than what it is about does. */
    private static final double WEIGHT_OF_KINDS = 0.5;

    /** Makes a {@link Likeness} the logarithm of odds, more or less. */
    private static final double ODDS_OF_LIKENESS = 4;

    /**
     * From this score on a person is called, where a text has {@link #MANY_WORDS} or more; chosen by cross-validation, as is
     * the next one (docs/benchmarks.md).
     */
    private static final double CALLS_FROM = -1.6;

    /** The same for a text of {@link #FEW_WORDS} or fewer: nearly all of those are everyday, and little tells them apart. */
    private static final double CALLS_BRIEFLY_FROM = 0;

    private static final int FEW_WORDS = 7;
    private static final int MANY_WORDS = 13;

    /** The same by words alone, which know less. */
    private static final double CALLS_BY_WORDS_FROM = -2.7;

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
                null);
    }

    /**
     * All of it.
     *
     * @param everyday texts without danger, of which the telling ones are learnt from
     * @param embeds what embeds texts; those it leaves out teach their words only
     */
    static Alertness of(
            List<TrainingText> own,
            List<TrainingText> everyday,
            Function<List<String>, Map<String, Embedding>> embeds) {
        var atFirst = ofWords(Lookalikes.sample(own, everyday));
        var texts = Lookalikes.nearest(own, everyday, atFirst.callsByWords);
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
        return new Alertness(words.callsByWords, words.kindsByWords, kinds, likeness);
    }

    /** From which score on a text of so many words calls; in between it falls evenly. */
    double calls(boolean meaningIsRead, int words) {
        if (callsByLikeness == null || !meaningIsRead) return CALLS_BY_WORDS_FROM;
        var share = (words - FEW_WORDS) / (double) (MANY_WORDS - FEW_WORDS);
        var within = Math.min(Math.max(share, 0), 1);
        return CALLS_BRIEFLY_FROM + within * (CALLS_FROM - CALLS_BRIEFLY_FROM);
    }

    /** How much a text calls, as the logarithm of the odds; {@code vector} is null where its meaning was not read. */
    double score(CleanText text, float[] vector) {
        if (text.isEmpty()) return Math.log(SUREST);
        // Both views were learnt from the same texts, so one sees what the other does.
        var seen = callsByWords.see(text.forms());
        if (callsByLikeness == null || vector == null) return scoreByWords(seen);
        return ODDS_OF_LIKENESS * callsByLikeness.of(kindsByMeaning.place(vector), seen);
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
