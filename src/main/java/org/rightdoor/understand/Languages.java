package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.LanguageSample;
import opennlp.tools.ml.maxent.quasinewton.QNModel;

/**
 * Tells the language of a text: by its script where that decides, else by OpenNLP's detector, trained on the district's
 * own texts and on short and unaccented cuts of them, because families write "a que hora" on their phones.
 */
final class Languages {

    private static final double SURE_ENOUGH = 0.7;
    private static final int CUT_WORDS = 3;

    private static final SoftmaxTrainer TRAINER = new SoftmaxTrainer(4, 0.05);

    /** Null when the texts are in fewer than two languages. */
    private final QNModel model;

    private final LanguageDetectorME detector;

    Languages(QNModel model) {
        this.model = model;
        this.detector = model == null
                ? null
                : new LanguageDetectorME(new LanguageDetectorModel(model, Map.of(), new LanguageDetectorFactory()));
    }

    static Languages learn(List<TrainingText> texts) {
        var samples = new ArrayList<LanguageSample>();
        for (var text : texts) {
            if (!text.language().equals(Reading.UNKNOWN_LANGUAGE)) {
                var language = new Language(text.language());
                for (var cut : cuts(CleanText.of(text.text()))) {
                    samples.add(new LanguageSample(language, cut));
                }
            }
        }
        return new Languages(train(samples));
    }

    String of(CleanText text) {
        var byScript = byScript(text.text());
        if (byScript != null || detector == null) {
            return byScript == null ? Reading.UNKNOWN_LANGUAGE : byScript;
        }
        var best = detector.predictLanguage(written(text.words()));
        return best.getConfidence() < SURE_ENOUGH ? Reading.UNKNOWN_LANGUAGE : best.getLang();
    }

    /** Null when there are no two languages to tell apart. */
    QNModel model() {
        return model;
    }

    private static QNModel train(List<LanguageSample> samples) {
        var languages = samples.stream()
                .map(sample -> sample.language().getLang())
                .distinct()
                .sorted()
                .toList();
        if (languages.size() < 2) {
            return null;
        }
        var index = new LinkedHashMap<String, Integer>();
        var vectors = new ArrayList<Vector>();
        for (var sample : samples) {
            var features = pieces(sample.context()).stream()
                    .mapToInt(piece -> index.computeIfAbsent(piece, any -> index.size()))
                    .toArray();
            var values = new float[features.length];
            Arrays.fill(values, 1);
            vectors.add(new Vector(features, values));
        }
        var labelOf = samples.stream()
                .mapToInt(sample -> languages.indexOf(sample.language().getLang()))
                .toArray();
        var weights = TRAINER.weights(vectors, labelOf, index.size(), languages.size());
        return SoftmaxTrainer.model(weights, List.copyOf(index.keySet()), languages);
    }

    private static Set<String> pieces(CharSequence text) {
        CharSequence[] pieces =
                new LanguageDetectorFactory().getContextGenerator().getContext(text);
        var distinct = new LinkedHashSet<String>();
        for (var piece : pieces) {
            distinct.add(piece.toString());
        }
        return distinct;
    }

    /** The whole text, its first and its last words, and the whole without accents. */
    private static List<String> cuts(CleanText text) {
        var words = List.of(text.words());
        var cuts = new ArrayList<String>();
        cuts.add(written(text.words()));
        cuts.add(written(text.forms()));
        if (words.size() > CUT_WORDS) {
            cuts.add(written(words.subList(0, CUT_WORDS).toArray(String[]::new)));
            cuts.add(written(
                    words.subList(words.size() - CUT_WORDS, words.size()).toArray(String[]::new)));
        }
        return cuts;
    }

    private static String written(String[] words) {
        return " " + String.join(" ", words).toLowerCase(Locale.ROOT) + " ";
    }

    /** The language when most letters are of a script that one language of families uses, {@code und} for other scripts. */
    private static String byScript(String text) {
        var letters = text.codePoints().filter(Character::isLetter).boxed().toList();
        if (letters.isEmpty()) {
            return Reading.UNKNOWN_LANGUAGE;
        }
        var scripts = new HashMap<Character.UnicodeScript, Long>(
                letters.stream().collect(Collectors.groupingBy(Character.UnicodeScript::of, Collectors.counting())));
        if (scripts.containsKey(Character.UnicodeScript.HIRAGANA)) {
            return Reading.UNKNOWN_LANGUAGE;
        }
        var most = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return switch (most) {
            case LATIN -> null;
            case ARABIC -> "ar";
            case HAN -> "zh";
            default -> Reading.UNKNOWN_LANGUAGE;
        };
    }
}
