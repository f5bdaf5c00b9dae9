package org.rightdoor.answers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rightdoor.routing.Words;
import org.rightdoor.understand.Embedding;
import org.rightdoor.understand.Reading;

/** Finds the approved answers that fit a message, and says when one may be given without a person. */
public final class AnswerFinder {

    /** Whoever writes more than this has more to say than a question that a ready answer can meet. */
    private static final int MOST_WORDS = 60;

    /** A suggestion that fits less wastes the time of whoever reads it. */
    private static final double NOTHING_IN_COMMON = 0.1;

    /** Of a hundred answers given without a person, at most two may be wrong. */
    static final double PRECISION = 0.98;

    /** An answer and how well it fits: about 1 where the question is asked as written down, about 0 for another one. */
    public record Match(Answer answer, double score) {}

    private final List<Answer> answers;
    private final Map<String, Answer> byId;
    private final Map<String, Ranking> rankings;

    /** @param read how a message is read; the questions are tried out with it to learn when an answer may be given */
    public static AnswerFinder tryingOut(List<Answer> answers, Function<String, Reading> read) {
        // A thousand readings of some milliseconds each: on all processors, for a start that does not keep people
        // waiting.
        var readings = answers.stream()
                .flatMap(answer -> answer.questions().values().stream().flatMap(List::stream))
                .distinct()
                .parallel()
                .collect(Collectors.toConcurrentMap(Function.identity(), read));
        return of(answers, language -> {
            var index = QuestionIndex.of(language, answers, readings::get);
            return new Ranking(index, Ranking.rehearse(index));
        });
    }

    /** Answers that have been tried out before; {@code embeddings} are those of their questions. */
    static AnswerFinder triedOut(
            List<Answer> answers, Map<String, Rehearsed> rehearsed, Map<String, Embedding> embeddings) {
        return of(answers, language -> {
            var index = QuestionIndex.of(language, answers, text -> Reading.ofMeaning(embeddings.get(text)));
            return new Ranking(index, rehearsed.get(language));
        });
    }

    private static AnswerFinder of(List<Answer> answers, Function<String, Ranking> ranking) {
        return new AnswerFinder(
                answers,
                answers.stream()
                        .flatMap(answer -> answer.questions().keySet().stream())
                        .distinct()
                        .sorted()
                        .collect(Collectors.toMap(Function.identity(), ranking, (a, b) -> a, LinkedHashMap::new)));
    }

    private AnswerFinder(List<Answer> answers, Map<String, Ranking> rankings) {
        this.answers = List.copyOf(answers);
        this.byId = answers.stream().collect(Collectors.toMap(Answer::id, Function.identity()));
        this.rankings = rankings;
    }

    /**
     * The same finder for what those answers say now: an answer that is not among them is not found any more, and a new one
     * is not found by its questions until it was tried out.
     */
    AnswerFinder saying(List<Answer> others) {
        return new AnswerFinder(others, rankings);
    }

    /** What trying the answers out has shown, by language. */
    Map<String, Rehearsed> rehearsed() {
        return rankings.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, language -> language.getValue()
                .rehearsed()));
    }

    public List<Answer> all() {
        return answers;
    }

    /** The answer of that id; empty when it has been taken out of the files. */
    public Optional<Answer> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The answer to give at once, if it is sure: it clearly fits best, it is about the likeliest topic, it is approved in the
     * language of the message and has not expired, it is for somebody like the one who asks, and
     * the message is short and about one of the topics.
     */
    public Optional<Match> sure(String text, Reading reading, Asker asker, LocalDate today) {
        return sure(text, reading, asker, today, PRECISION);
    }

    /** As {@link #sure(String, Reading, Asker, LocalDate)}, where that share of the answers given is to be right. */
    Optional<Match> sure(String text, Reading reading, Asker asker, LocalDate today, double precision) {
        var language = reading.language();
        var ranking = rankings.get(language);
        if (ranking == null || Words.count(text) > MOST_WORDS) {
            return Optional.empty();
        }
        var ranked = ranking.rank(text, reading).stream()
                .flatMap(this::asItIsNow)
                .filter(match -> match.answer().mayBeFor(asker.school()))
                .toList();
        return Optional.of(ranked)
                .filter(matches -> ranking.isSure(matches, reading, precision))
                .map(matches -> matches.get(0))
                .filter(match -> match.answer().isFor(asker))
                .filter(match -> match.answer().text().byLanguage().containsKey(language))
                .filter(match -> isCurrent(match, today));
    }

    /**
     * The answers that fit best, best first, for a person to choose from; none that have expired or are for another school
     * (null where it is not known).
     */
    public List<Match> suggestions(String text, Reading reading, String school, LocalDate today, int limit) {
        var best = new LinkedHashMap<String, Match>();
        rankingsFor(reading.language())
                .flatMap(ranking -> ranking.rank(text, reading).stream())
                .flatMap(this::asItIsNow)
                .filter(match -> match.score() > NOTHING_IN_COMMON && isCurrent(match, today))
                .filter(match -> match.answer().mayBeFor(school))
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .forEach(match -> best.putIfAbsent(match.answer().id(), match));
        return best.values().stream().limit(limit).toList();
    }

    /** All languages where the message's own is unknown or has no questions. */
    private Stream<Ranking> rankingsFor(String language) {
        return Optional.ofNullable(rankings.get(language)).map(Stream::of).orElseGet(() -> rankings.values().stream());
    }

    private Stream<Match> asItIsNow(Match match) {
        return find(match.answer().id()).stream().map(answer -> new Match(answer, match.score()));
    }

    private static boolean isCurrent(Match match, LocalDate today) {
        return !match.answer().hasExpired(today);
    }
}
