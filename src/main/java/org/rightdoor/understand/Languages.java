package org.rightdoor.understand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorContextGenerator;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageSample;

/**
 * Tells the language of a text: by its script where that decides, else by the pieces of words that OpenNLP's detector looks
 * at. What they say is learnt from samples of the languages families write, from the district's own texts, and from short and
 * unaccented cuts of both, because families write "a que hora" on their phones.
 */
final class Languages {

    private static final double SURE_ENOUGH = 0.4;

    /** How many times likelier than another one a person's own language is for one word; for more words less, by their number. */
    private static final double OWN_LANGUAGE = 64;

    private static final int CUT_WORDS = 3;
    private static final int MOST_TEXTS = 100;

    /**
     * Languages of families that are written in Latin letters; samples of them come with the program: sentences, the words
     * used most, and what the pages for families say.
     */
    private static final List<String> BUNDLED = List.of("en", "es", "ht", "pt", "vi");

    private static final SoftmaxTrainer TRAINER = new SoftmaxTrainer(4, 0.1);

    private static final LanguageDetectorContextGenerator PIECES = new LanguageDetectorFactory().getContextGenerator();

    private final Weights model;

    Languages(Weights model) {
        this.model = model;
    }

    static Languages learn(List<TrainingText> texts) {
        var samplesOf = new TreeMap<String, List<LanguageSample>>();
        for (var language : BUNDLED) {
            bundled(language).forEach(line -> addCuts(line, language, samplesOf));
        }
        var countOf = new HashMap<String, Integer>();
        for (var text : texts) {
            boolean known = !text.language().equals(Reading.UNKNOWN_LANGUAGE);
            if (known && countOf.merge(text.language(), 1, Integer::sum) <= MOST_TEXTS) {
                addCuts(text.text(), text.language(), samplesOf);
            }
        }
        return new Languages(train(balanced(samplesOf)));
    }

    String of(CleanText text) {
        return of(text, Reading.UNKNOWN_LANGUAGE);
    }

    /** @param prior the language that is likelier than others before anything is read; any other word for none */
    String of(CleanText text, String prior) {
        var byScript = byScript(text.text());
        if (byScript != null) {
            return byScript;
        }
        double own = Math.max(1, OWN_LANGUAGE / text.words().length);
        var best = Reading.UNKNOWN_LANGUAGE;
        double highest = 0;
        double all = 0;
        // Not by LanguageDetectorME: it asks for a model of its own kind, which would be a second one in memory.
        var probabilities = model.eval(pieces(written(text.words())).toArray(String[]::new));
        for (int i = 0; i < probabilities.length; i++) {
            var language = model.getOutcome(i);
            double likeliness = probabilities[i] * (language.equals(prior) ? own : 1);
            best = likeliness > highest ? language : best;
            highest = Math.max(highest, likeliness);
            all += likeliness;
        }
        return highest < SURE_ENOUGH * all ? Reading.UNKNOWN_LANGUAGE : best;
    }

    Weights model() {
        return model;
    }

    /** As many samples of each language as of the one with most, for what is rare is not less likely in a short text. */
    private static List<LanguageSample> balanced(Map<String, List<LanguageSample>> samplesOf) {
        int most = samplesOf.values().stream().mapToInt(List::size).max().orElse(0);
        var samples = new ArrayList<LanguageSample>();
        for (int i = 0; i < most; i++) {
            for (var ofOne : samplesOf.values()) {
                samples.add(ofOne.get(i % ofOne.size()));
            }
        }
        return samples;
    }

    private static Weights train(List<LanguageSample> samples) {
        var languages = samples.stream()
                .map(sample -> sample.language().getLang())
                .distinct()
                .sorted()
                .toList();
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
        var distinct = new LinkedHashSet<String>();
        for (CharSequence piece : PIECES.getContext(text)) {
            distinct.add(piece.toString());
        }
        return distinct;
    }

    /** The whole text and short cuts of it, each as written and without accents. */
    private static void addCuts(String text, String language, Map<String, List<LanguageSample>> samplesOf) {
        var samples = samplesOf.computeIfAbsent(language, any -> new ArrayList<>());
        var clean = CleanText.of(text);
        for (var words : List.of(clean.words(), clean.forms())) {
            for (int length = words.length; length > 0; length = length > CUT_WORDS ? CUT_WORDS : length - 2) {
                for (int from = 0; from + length <= words.length; from += length) {
                    var cut = Arrays.copyOfRange(words, from, from + length);
                    samples.add(new LanguageSample(new Language(language), written(cut)));
                }
            }
        }
    }

    private static List<String> bundled(String language) {
        try (var in = Languages.class.getResourceAsStream("languages/" + language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
