package org.rightdoor.desk.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.WrittenAnswer;
import org.rightdoor.answers.WrittenAnswers;
import org.rightdoor.desk.Seat;

/** One version of an answer, and what it changed of the one before it. */
record Revision(WrittenAnswer written, List<Line> lines) {

    /** A field that has changed. */
    record Line(String name, Difference difference) {}

    /**
     * All versions that were ever published or are worked on, the latest first.
     *
     * @param versions the latest first
     * @param inFiles what the files say, with which the first is compared; or null
     */
    static List<Revision> of(Seat seat, List<WrittenAnswer> versions, Answer inFiles) {
        var counting = versions.stream()
                .filter(version -> version.state != WrittenAnswer.State.DISCARDED)
                .toList();
        var revisions = new ArrayList<Revision>();
        for (var i = 0; i < counting.size(); i++) {
            var before = i + 1 < counting.size() ? answer(seat, counting.get(i + 1)) : inFiles;
            revisions.add(new Revision(counting.get(i), lines(seat, before, answer(seat, counting.get(i)))));
        }
        return revisions;
    }

    public String what() {
        return switch (written.state) {
            case DRAFT -> "Being written";
            case IN_REVIEW -> "Waits for somebody else to read it";
            case PUBLISHED -> written.retired ? "Retired" : "In force";
            case REPLACED -> written.retired ? "Was retired" : "Was in force";
            case DISCARDED -> "Thrown away";
        };
    }

    private static Answer answer(Seat seat, WrittenAnswer version) {
        return version.retired
                ? null
                : WrittenAnswers.read(version, seat.rules()).orElse(null);
    }

    private static List<Line> lines(Seat seat, Answer before, Answer after) {
        var old = fields(seat, before);
        var now = fields(seat, after);
        return Stream.concat(now.keySet().stream(), old.keySet().stream())
                .distinct()
                .map(name -> new Line(name, Difference.of(old.getOrDefault(name, ""), now.getOrDefault(name, ""))))
                .filter(line -> !line.difference.isNone())
                .toList();
    }

    private static Map<String, String> fields(Seat seat, Answer answer) {
        var fields = new LinkedHashMap<String, String>();
        if (answer == null) return fields;
        fields.put("Topic", seat.topicTitle(answer.topic()));
        fields.put("Last day", answer.expires().toString());
        fields.put("For", AnswerCard.onlyFor(seat, answer));
        fields.put("Given by itself", answer.automatic() ? "yes" : "no");
        for (var language : AnswerForm.languages(answer)) {
            var name = seat.languageName(language);
            fields.put(
                    name + ", questions", String.join("\n", answer.questions().getOrDefault(language, List.of())));
            fields.put(name + ", answer", answer.text().byLanguage().getOrDefault(language, ""));
        }
        return fields;
    }
}
