package org.rightdoor.routing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.RoutingSource;
import org.rightdoor.understand.TrainingText;

/** What the district wrote down in {@code routing-rules/}, read as a whole and found free of faults. */
public record RoutingRules(
        District district,
        Map<String, Department> departments,
        Map<String, Topic> topics,
        Map<String, School> schools,
        List<TrainingText> trainingTexts,
        List<Rule> rules,
        RetentionRules retention,
        SurveyRules surveys,
        Translations translations,
        PlainWords plainWords)
        implements RoutingSource {

    /** True where a case about that topic is seen by the leads of its department only. */
    public boolean isConfidential(String topic) {
        return topic != null && topics.containsKey(topic) && topics.get(topic).confidential();
    }

    public RoutingRules {
        trainingTexts = new WrittenTexts(trainingTexts);
    }

    @Override
    public String department(String topic) {
        return topics.get(topic).department();
    }

    /** Reads and checks the directory; throws {@link FaultyRules} naming every fault with file and line. */
    public static RoutingRules load(Path directory) {
        var faults = new Faults();
        var rules = read(directory, faults);
        faults.throwIfAny();
        return rules;
    }

    /** Reads the directory and adds what is wrong to the faults; only where there are none may the result be used. */
    public static RoutingRules read(Path directory, Faults faults) {
        var departmentsFile = new YamlFile(directory.resolve("departments.yml"), faults);
        var topicsFile = new YamlFile(directory.resolve("topics.yml"), faults);
        var schoolsFile = new YamlFile(directory.resolve("schools.yml"), faults);
        var known =
                new Known(departmentsFile.names("department"), topicsFile.names("topic"), schoolsFile.names("school"));
        var schoolNames = new Once("school name", faults);
        var ruleIds = new Once("rule", faults);
        var training = new TrainingFiles(directory.resolve("training"), known, faults);
        var translations =
                TranslationFiles.read(directory.resolve("languages"), known.departments(), known.topics(), faults);
        return new RoutingRules(
                new YamlFile(directory.resolve("district.yml"), faults)
                        .one(entry -> translations.district(District.read(entry, known.departments())))
                        .orElse(null),
                departmentsFile.byKey(entry -> translations.department(Department.read(entry))),
                topicsFile.byKey(entry -> translations.topic(topic(entry, known, training))),
                schoolsFile.byKey(entry -> School.read(entry, schoolNames)),
                training.texts(),
                new YamlFile(directory.resolve("rules.yml"), faults).list(entry -> Rule.read(entry, known, ruleIds)),
                RetentionRules.read(directory.resolve("retention.yml"), known, faults),
                SurveyRules.read(directory.resolve("surveys.yml"), known, faults),
                translations,
                PlainWords.read(directory.resolve("plain-words.yml"), faults));
    }

    /** The keys of all topics, for checking a file that names some; when topics.yml could not be read, any will do. */
    public Names topicNames() {
        return new Names("topic", topics.keySet(), !topics.isEmpty());
    }

    /** The keys of all departments, as {@link #topicNames}. */
    public Names departmentNames() {
        return new Names("department", departments.keySet(), !departments.isEmpty());
    }

    private static Topic topic(Entry entry, Known known, TrainingFiles training) {
        training.complaint(entry.key()).ifPresent(complaint -> entry.fault(entry.place(), complaint));
        return Topic.read(entry, known.departments());
    }

    /**
     * Where a message goes: to the department of the topic the person chose, or else to the likeliest department, as the
     * first rule that matches refines it; to the fallback department where no rule matches and no topic was read, or the text is unlike all examples. What presses or is written in distress has
     * a higher priority, unless a rule says which.
     */
    public Route route(Facts facts) {
        var situation = Situation.of(facts, topics);
        var route = withoutRules(situation);
        return rules.stream()
                .filter(rule -> rule.matches(situation))
                .findFirst()
                .map(rule -> rule.refine(route, topics))
                .orElse(route)
                .because(Reasons.ofTone(facts.reading().tone()));
    }

    /** False for most messages, after a look that does not read their passages. */
    public boolean mayHoldSecondMatter(Reading whole, List<Passage> passages) {
        return SecondMatter.mayBeIn(whole, passages, this);
    }

    /** What a message is about beside what its route is for; empty for the many that are about one matter. */
    public Optional<SecondMatter> secondMatter(Route route, Reading whole, List<Passage> passages) {
        return SecondMatter.of(route, whole, passages, this);
    }

    /** The two departments of which a family may be asked which it means; empty where that would not help. */
    public Optional<Doubt> doubt(Route route, Facts facts) {
        return Doubt.of(route, Situation.of(facts, topics), this);
    }

    private Route withoutRules(Situation situation) {
        var nobodyCanTell = situation.topic() == null || situation.isTurnedAway();
        return new Route(
                nobodyCanTell ? district.fallbackDepartment() : situation.department(),
                nobodyCanTell ? null : situation.topic(),
                Priority.of(situation.facts().reading().tone()),
                List.of(),
                new Reasons(this, situation).lines(),
                nobodyCanTell ? 0 : situation.confidence());
    }
}
