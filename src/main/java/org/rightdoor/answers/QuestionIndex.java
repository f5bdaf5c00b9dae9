package org.rightdoor.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rightdoor.answers.AnswerFinder.Match;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;

/** All questions in one language, and how well a message fits each: the cosine of their features, weighted by TF-IDF. */
final class QuestionIndex {

    private final List<Phrasing> phrasings = new ArrayList<>();
    private final Map<String, Double> rarity = new HashMap<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();

    /** A feature stands in this phrasing with this weight. */
    private record Posting(int phrasing, double weight) {}

    QuestionIndex(String language, List<Answer> answers) {
        for (var answer : answers) {
            answer.questions()
                    .getOrDefault(language, List.of())
                    .forEach(text -> phrasings.add(new Phrasing(answer, text)));
        }
        var featuresOf =
                phrasings.stream().map(phrasing -> Features.of(phrasing.text())).toList();
        featuresOf.forEach(features -> features.keySet().forEach(feature -> rarity.merge(feature, 1.0, Double::sum)));
        rarity.replaceAll((feature, count) -> rarity(count));
        for (var i = 0; i < phrasings.size(); i++) {
            for (var weighted : weighted(featuresOf.get(i)).entrySet()) {
                postings.computeIfAbsent(weighted.getKey(), feature -> new ArrayList<>())
                        .add(new Posting(i, weighted.getValue()));
            }
        }
    }

    List<Phrasing> phrasings() {
        return phrasings;
    }

    /**
     * The answers by how well they fit, best first: half for the phrasing that is most like the message, half for how likely
     * the reading holds the answer's topic.
     */
    List<Match> rank(String text, Reading reading, Predicate<Phrasing> considered) {
        var likeness = likeness(text);
        var likely = reading.topics().stream().collect(Collectors.toMap(Guess::topic, Guess::probability, Math::max));
        var best = new LinkedHashMap<String, Match>();
        for (var i = 0; i < likeness.length; i++) {
            var phrasing = phrasings.get(i);
            if (considered.test(phrasing)) {
                var score = (likeness[i] + likely.getOrDefault(phrasing.answer().topic(), 0.0)) / 2;
                best.merge(
                        phrasing.answer().id(),
                        new Match(phrasing.answer(), score),
                        (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .toList();
    }

    private double[] likeness(String text) {
        var likeness = new double[phrasings.size()];
        weighted(Features.of(text)).forEach((feature, weight) -> postings.getOrDefault(feature, List.of())
                .forEach(posting -> likeness[posting.phrasing] += posting.weight * weight));
        return likeness;
    }

    /** Features by weight, as a vector of length one. */
    private Map<String, Double> weighted(Map<String, Integer> features) {
        var weighted = new HashMap<String, Double>();
        features.forEach((feature, count) ->
                weighted.put(feature, (1 + Math.log(count)) * rarity.getOrDefault(feature, rarity(0))));
        var length = Math.sqrt(weighted.values().stream()
                .mapToDouble(weight -> weight * weight)
                .sum());
        weighted.replaceAll((feature, weight) -> weight / length);
        return weighted;
    }

    private double rarity(double phrasingsWithIt) {
        return 1 + Math.log((phrasings.size() + 1) / (phrasingsWithIt + 1));
    }
}
