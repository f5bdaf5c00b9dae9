package org.rightdoor.answers;

import java.nio.file.Path;
import java.util.List;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.RoutingRules;

/** All that stands in {@code routing-rules/}, read but not yet learnt. */
record RulesDirectory(RoutingRules rules, SchoolCalendar calendar, List<Answer> answers, NeverAnswer neverAnswer) {

    /** @throws org.rightdoor.routing.FaultyRules naming every fault of every file */
    static RulesDirectory read(Path directory) {
        var faults = new Faults();
        var rules = RoutingRules.read(directory, faults);
        var calendar = SchoolCalendar.read(directory.resolve("calendar.yml"), rules, faults);
        var answers = AnswerFiles.read(directory.resolve("answers"), rules, faults);
        var neverAnswer = NeverAnswer.read(directory.resolve("never-answer.yml"), rules, faults);
        faults.throwIfAny();
        return new RulesDirectory(rules, calendar, answers, neverAnswer);
    }
}
