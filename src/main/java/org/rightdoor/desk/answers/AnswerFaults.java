package org.rightdoor.desk.answers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.desk.Seat;
import org.rightdoor.routing.Words;

/** What keeps an answer from being given to families, by field, each with what to do about it. */
final class AnswerFaults {

    private final AnswerForm form;
    private final Seat seat;
    private final Knowledge known;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private AnswerFaults(AnswerForm form, Seat seat, Knowledge known) {
        this.form = form;
        this.seat = seat;
        this.known = known;
    }

    static Map<String, String> of(AnswerForm form, Seat seat, Knowledge known) {
        var faults = new AnswerFaults(form, seat, known);
        faults.topic();
        faults.texts();
        faults.questions();
        faults.expiry();
        faults.readers();
        if (form.automatic()) faults.never();
        return Map.copyOf(faults.faults);
    }

    private void topic() {
        var topic = known.rules().topics().get(form.topic());
        if (topic == null) faults.put("topic", "Choose what it is about.");
        else if (!seat.staff().maySee(topic.department())) {
            faults.put(
                    "topic",
                    seat.departmentName(topic.department()) + " writes the answers on that. Choose one of yours.");
        }
    }

    private void texts() {
        for (var tongue : form.tongues()) {
            var field = "text-" + tongue.code();
            if (tongue.code().equals("en") && tongue.text().isEmpty()) {
                faults.put(field, "Write the answer in English: it is what other languages fall back to.");
            } else if (tongue.text().length() > AnswerForm.LONGEST_TEXT) {
                faults.put(
                        field,
                        "Shorten it to " + AnswerForm.LONGEST_TEXT + " characters; it has "
                                + tongue.text().length() + ".");
            } else if (tongue.text().isEmpty() && !tongue.lines().isEmpty()) {
                faults.put(field, "There are questions in this language: write the answer too, or take them out.");
            }
        }
    }

    private void questions() {
        var asked = new HashMap<String, String>();
        known.answers().all().stream()
                .filter(answer -> !answer.id().equals(form.id()))
                .forEach(answer -> answer.questions()
                        .values()
                        .forEach(list -> list.forEach(question -> asked.put(folded(question), answer.id()))));
        for (var tongue : form.tongues()) {
            var field = "questions-" + tongue.code();
            if (tongue.code().equals("en") && tongue.lines().isEmpty()) {
                faults.put(field, "Write at least one question that it answers, as a family would ask it.");
            }
            if (tongue.lines().size() > AnswerForm.MOST_QUESTIONS) {
                faults.put(field, "Keep the " + AnswerForm.MOST_QUESTIONS + " most common ones.");
            }
            for (var line : tongue.lines()) {
                var other = asked.put(folded(line), "this one");
                if (other != null) faults.put(field, "“" + line + "” is asked twice: " + other + " has it already.");
                if (line.length() > AnswerForm.LONGEST_QUESTION) {
                    faults.put(
                            field,
                            "A question has at most " + AnswerForm.LONGEST_QUESTION + " characters: “"
                                    + line.substring(0, 40) + " …”");
                }
            }
        }
    }

    private void expiry() {
        var day = form.day();
        if (day == null) faults.put("expires", "Choose the last day on which it may be given.");
        else if (day.isBefore(known.rules().district().today()))
            faults.put("expires", "That day is over. Choose a later one.");
    }

    private void readers() {
        if (!known.rules().schools().keySet().containsAll(form.schools())) {
            faults.put("schools", "Choose schools from the list.");
        }
        if (!Answer.AUDIENCES.containsAll(form.audience())) faults.put("audience", "Choose readers from the list.");
    }

    /** What only a person answers is never given by itself, however it is asked. */
    private void never() {
        var topic = form.topic().isEmpty() ? null : form.topic();
        form.tongues().stream()
                .flatMap(tongue -> tongue.lines().stream())
                .map(line -> known.neverAnswer().forbids(line, topic))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(id -> faults.put("automatic", why(known, id)));
    }

    static String why(Knowledge known, String id) {
        var reason = known.neverAnswer().why(id).map(text -> text.in("en")).orElse(id);
        return "A person always answers this: " + reason + " It can be suggested to staff.";
    }

    private static String folded(String question) {
        return Words.fold(question).strip();
    }
}
