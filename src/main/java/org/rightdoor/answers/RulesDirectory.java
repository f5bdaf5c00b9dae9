package org.rightdoor.answers;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.rightdoor.calendar.PromiseRules;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.SafetyRules;

/** All that stands in {@code routing-rules/}, read but not yet learnt. */
record RulesDirectory(
        RoutingRules rules,
        SchoolCalendar calendar,
        PromiseRules promises,
        List<Answer> answers,
        NeverAnswer neverAnswer,
        SafetyRules safety) {

    /** What families are promised stands in these files. */
    private static final List<String> OF_PROMISES = List.of("departments.yml", "promises.yml", "calendar.yml");

    /** When one of the files that families' promises come from was last written. */
    static Instant promisesWrittenAt(Path directory) {
        return OF_PROMISES.stream()
                .map(name -> directory.resolve(name).toFile().lastModified())
                .max(Long::compare)
                .map(Instant::ofEpochMilli)
                .orElseThrow();
    }

    /** @throws org.rightdoor.routing.FaultyRules naming every fault of every file */
    static RulesDirectory read(Path directory) {
        var faults = new Faults();
        var rules = RoutingRules.read(directory, faults);
        var calendar = SchoolCalendar.read(directory.resolve("calendar.yml"), rules, faults);
        var promises = PromiseRules.read(directory.resolve("promises.yml"), rules, faults);
        var answers = AnswerFiles.read(directory.resolve("answers"), rules, faults);
        var neverAnswer = NeverAnswer.read(directory.resolve("never-answer.yml"), rules, faults);
        var safety = SafetyRules.read(directory, faults);
        faults.throwIfAny();
        return new RulesDirectory(rules, calendar, promises, answers, neverAnswer, safety);
    }
}
