package org.rightdoor.desk.answers;

import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.routing.LocalText;

/**
 * An answer as typed.
 *
 * @param id empty while it is new
 * @param tongues the languages of the pages and those in which there is something, English first
 * @param seen the draft that the writer saw, see {@link org.rightdoor.answers.WrittenAnswers#seen}
 * @param faults what is wrong, by field
 */
record AnswerForm(
        String id,
        String topic,
        List<Tongue> tongues,
        String expires,
        List<String> schools,
        List<String> audience,
        boolean automatic,
        String seen,
        Map<String, String> faults) {

    static final int LONGEST_TEXT = 2_500;
    static final int LONGEST_QUESTION = 200;
    static final int MOST_QUESTIONS = 30;

    /**
     * One language.
     *
     * @param questions one a line
     * @param unread true when a machine translated the text and nobody has read it yet
     */
    record Tongue(String code, String questions, String text, boolean unread) {

        List<String> lines() {
            return questions
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    static AnswerForm blank(String topic, List<String> languages, LocalDate expires) {
        var tongues =
                languages.stream().map(code -> new Tongue(code, "", "", false)).toList();
        return new AnswerForm("", topic, tongues, expires.toString(), List.of(), List.of(), false, "", Map.of());
    }

    /** @param machine the languages of the text that no person has read */
    static AnswerForm of(Answer answer, Set<String> machine, List<String> languages, String seen) {
        var tongues = Stream.concat(languages.stream(), languages(answer).stream())
                .distinct()
                .map(code -> new Tongue(
                        code,
                        String.join("\n", answer.questions().getOrDefault(code, List.of())),
                        answer.text().byLanguage().getOrDefault(code, ""),
                        machine.contains(code)))
                .toList();
        return new AnswerForm(
                answer.id(),
                answer.topic(),
                tongues,
                answer.expires().toString(),
                List.copyOf(answer.schools()),
                List.copyOf(answer.audience()),
                answer.automatic(),
                seen,
                Map.of());
    }

    static AnswerForm of(String id, MultivaluedMap<String, String> typed, List<String> languages) {
        var named = typed.keySet().stream()
                .filter(name -> name.matches("text-[a-z]{2}"))
                .map(name -> name.substring("text-".length()))
                .sorted();
        var tongues = Stream.concat(languages.stream(), named)
                .distinct()
                .map(code -> new Tongue(
                        code, plain(typed.getFirst("questions-" + code)), plain(typed.getFirst("text-" + code)), false))
                .toList();
        return new AnswerForm(
                id,
                plain(typed.getFirst("topic")),
                tongues,
                plain(typed.getFirst("expires")),
                typed.getOrDefault("school", List.of()),
                typed.getOrDefault("audience", List.of()),
                "true".equals(typed.getFirst("automatic")),
                plain(typed.getFirst("seen")),
                Map.of());
    }

    /** The languages in which it has a text or a question, English first. */
    static List<String> languages(Answer answer) {
        return Stream.concat(answer.text().byLanguage().keySet().stream(), answer.questions().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((String code) -> !code.equals("en"))
                        .thenComparing(code -> code))
                .toList();
    }

    AnswerForm wrong(Map<String, String> why) {
        return new AnswerForm(id, topic, tongues, expires, schools, audience, automatic, seen, why);
    }

    AnswerForm named(String newId) {
        return new AnswerForm(newId, topic, tongues, expires, schools, audience, automatic, seen, faults);
    }

    /** The same in sight of another draft, so that keeping it once more is a decision. */
    AnswerForm seeing(String other) {
        return new AnswerForm(id, topic, tongues, expires, schools, audience, automatic, other, faults);
    }

    public String faultOf(String field) {
        return faults.get(field);
    }

    public String faultInQuestions(String language) {
        return faultOf("questions-" + language);
    }

    public String faultInText(String language) {
        return faultOf("text-" + language);
    }

    /** What was written; only where {@link AnswerFaults} finds nothing. */
    Answer answer() {
        var questions = new LinkedHashMap<String, List<String>>();
        var texts = new LinkedHashMap<String, String>();
        for (var tongue : tongues) {
            if (!tongue.lines().isEmpty()) questions.put(tongue.code, tongue.lines());
            if (!tongue.text.isEmpty()) texts.put(tongue.code, tongue.text);
        }
        return new Answer(
                id,
                topic,
                questions,
                new LocalText(texts),
                day(),
                new TreeSet<>(schools),
                new TreeSet<>(audience),
                automatic);
    }

    /** The last day, or null when it is none. */
    LocalDate day() {
        try {
            return LocalDate.parse(expires);
        } catch (DateTimeException none) {
            return null;
        }
    }

    Tongue english() {
        return tongues.stream()
                .filter(tongue -> tongue.code.equals("en"))
                .findFirst()
                .orElseThrow();
    }

    /** A name for a new answer, from its topic and the words of its first question. */
    String newId(Set<String> taken) {
        var words = Normalizer.normalize(english().lines().get(0), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        var name = (topic + "-" + words).replaceAll("(?<=^.{40})[^-]*.*$", "").replaceAll("-+$", "");
        if (!taken.contains(name)) return name;
        return Stream.iterate(2, n -> n + 1)
                .map(n -> name + "-" + n)
                .filter(other -> !taken.contains(other))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String typed) {
        return typed == null
                ? ""
                : typed.replace("\0", "")
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .strip();
    }
}
