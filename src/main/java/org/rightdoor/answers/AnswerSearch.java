package org.rightdoor.answers;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.Topic;
import org.rightdoor.understand.Reading;

/**
 * Looks up what somebody seeks in a few words: by their meaning, as the finder of answers does, and by their letters in
 * all that is written on the pages, so that a misspelt word finds too.
 */
public final class AnswerSearch {

    private static final double FITS = 0.3;

    /** Of the letters sought, so much must stand in a text; a misspelt word keeps about so much of itself. */
    private static final double STANDS_THERE = 0.5;

    private static final int MOST = 10;

    private final Knowledge known;
    private final List<Answer> answers;
    private final List<Topic> topics;
    private final Map<String, Pages> byLanguage = new ConcurrentHashMap<>();

    /** What stands in one language on the page of each answer and of each topic. */
    private record Pages(WordIndex answers, WordIndex topics) {}

    /** Answers and keys of topics, best first. */
    public record Found(List<Answer> answers, List<Topic> topics) {

        public static final Found NOTHING = new Found(List.of(), List.of());
    }

    public AnswerSearch(Knowledge known) {
        this.known = known;
        this.answers = known.answers().all();
        this.topics = List.copyOf(known.rules().topics().values());
    }

    /** True while nothing has been taken over that this one does not know. */
    public boolean isOf(Knowledge now) {
        return known.answers() == now.answers() && known.rules() == now.rules();
    }

    /** @param language of the pages; what is sought may be in another one */
    public Found find(String sought, Reading reading, String language) {
        var pages = byLanguage.computeIfAbsent(language, this::pages);
        var letters = lettersApart(sought);
        var scores = new HashMap<Answer, Double>();
        known
                .answers()
                .suggestions(sought, reading, null, known.rules().district().today(), MOST)
                .stream()
                .filter(match -> match.score() >= FITS)
                .forEach(match -> scores.merge(match.answer(), match.score(), Double::sum));
        var coverage = pages.answers.coverage(letters);
        IntStream.range(0, coverage.length)
                .filter(i -> coverage[i] >= STANDS_THERE)
                .forEach(i -> scores.merge(answers.get(i), coverage[i], Double::sum));
        return new Found(best(scores), topics(pages.topics.coverage(letters)));
    }

    private List<Answer> best(Map<Answer, Double> scores) {
        var today = known.rules().district().today();
        return scores.entrySet().stream()
                .filter(scored -> !scored.getKey().hasExpired(today))
                .sorted(Map.Entry.<Answer, Double>comparingByValue().reversed().thenComparing(scored -> scored.getKey()
                        .id()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Topic> topics(double[] coverage) {
        return IntStream.range(0, coverage.length)
                .boxed()
                .filter(i -> coverage[i] >= STANDS_THERE)
                .sorted(Comparator.comparingDouble((Integer i) -> -coverage[i]).thenComparing(i -> i))
                .limit(MOST)
                .map(topics::get)
                .toList();
    }

    private Pages pages(String language) {
        var onAnswers = answers.stream().map(answer -> written(answer, known.rules(), language));
        var onTopics = topics.stream().map(topic -> topic.title().in(language));
        return new Pages(index(onAnswers), index(onTopics));
    }

    private static WordIndex index(Stream<String> texts) {
        return new WordIndex(texts.map(AnswerSearch::lettersApart).toList());
    }

    private static String written(Answer answer, RoutingRules rules, String language) {
        var questions = answer.questions().getOrDefault(language, List.of());
        return Stream.concat(
                        Stream.of(
                                answer.text().in(language),
                                rules.topics().get(answer.topic()).title().in(language)),
                        questions.stream())
                .collect(Collectors.joining(" "));
    }

    /** Chinese sets no spaces: each of its characters is looked for by itself. */
    private static String lettersApart(String text) {
        return text.replaceAll("(\\p{IsHan})", " $1 ");
    }
}
