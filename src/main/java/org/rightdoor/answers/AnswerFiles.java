package org.rightdoor.answers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.routing.Entry;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.Folder;
import org.rightdoor.routing.Names;
import org.rightdoor.routing.Once;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.Words;
import org.rightdoor.routing.YamlFile;

/** Reads {@code answers/<department>.yml}. */
final class AnswerFiles {

    private static final String SUFFIX = ".yml";

    private static final Names AUDIENCES = Names.of("audience", Answer.AUDIENCES);
    private static final Names TRUE_OR_FALSE = Names.of("value of automatic", "true", "false");

    private final RoutingRules rules;
    private final Faults faults;
    private final Once ids;
    private final Once phrasings;
    private final Names schools;

    private AnswerFiles(RoutingRules rules, Faults faults) {
        this.rules = rules;
        this.faults = faults;
        this.ids = new Once("answer", faults);
        this.phrasings = new Once("question", faults);
        this.schools = Names.of("school", rules.schools().keySet());
    }

    static List<Answer> read(Path folder, RoutingRules rules, Faults faults) {
        var files = new AnswerFiles(rules, faults);
        var answers = Folder.files(folder, faults).stream()
                .flatMap(file -> files.readFile(file).stream())
                .toList();
        rules.translations()
                .checkAnswers(
                        Names.of("answer", answers.stream().map(Answer::id).toList()), faults);
        return answers.stream().map(answer -> answer.in(rules.translations())).toList();
    }

    /** An answer that is written elsewhere, in its own words only; empty when it does not fit the rules. */
    static Optional<Answer> readOne(String id, String yaml, RoutingRules rules) {
        var faults = new Faults();
        var answers = YamlFile.ofText(Path.of(id + SUFFIX), yaml, faults).list(new AnswerFiles(rules, faults)::answer);
        return faults.all().isEmpty() && answers.size() == 1 ? Optional.of(answers.get(0)) : Optional.empty();
    }

    private List<Answer> readFile(Path file) {
        var name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX)) {
            faults.add(file, 1, "the name must be <department>.yml, such as transportation.yml");
            return List.of();
        }
        var department = name.substring(0, name.length() - SUFFIX.length());
        rules.departmentNames().complaint(department).ifPresent(complaint -> faults.add(file, 1, complaint));
        return new YamlFile(file, faults).list(this::answer);
    }

    private Answer answer(Entry entry) {
        var id = entry.text("id");
        ids.claim(id, entry.place("id"));
        return new Answer(
                id,
                entry.oneOf("topic", rules.topicNames()),
                entry.requiredNested("questions").map(this::questions).orElse(Map.of()),
                entry.localText("answer"),
                entry.parsed("expires", LocalDate::parse, "a date such as 2027-07-31")
                        .orElse(LocalDate.MAX),
                Set.copyOf(entry.someOf("schools", schools)),
                Set.copyOf(entry.someOf("audience", AUDIENCES)),
                entry.optionalOneOf("automatic", TRUE_OR_FALSE)
                        .map(Boolean::parseBoolean)
                        .orElse(false));
    }

    private Map<String, List<String>> questions(Entry entry) {
        var questions = new LinkedHashMap<String, List<String>>();
        for (var language : entry.keys()) {
            Names.languages().complaint(language).ifPresent(complaint -> entry.fault(language, complaint));
            var texts = new ArrayList<String>();
            for (var item : entry.items(language)) {
                phrasings.claim(Words.fold(item.text()).strip(), item.place());
                texts.add(item.text());
            }
            questions.put(language, List.copyOf(texts));
        }
        if (questions.isEmpty()) {
            entry.fault(entry.place(), "an answer needs at least one question, such as questions: {en: [...]}");
        }
        return Map.copyOf(questions);
    }
}
