package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.CaseFile;

/** What can be put into an answer by a slash: one's own snippets, the department's, and approved answers. */
@ApplicationScoped
public class Choices {

    static final String APPROVED = "Approved answer";

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Snippets snippets;

    /** In the family's language, or else in English. */
    public Uni<List<Choice>> forCase(CaseFile file, Seat seat) {
        var places = places(file, seat);
        var language = file.inquiry().language;
        return snippets.of(seat.staff().id)
                .chain(own -> snippets.of(List.of(file.inquiry().department)).map(shared -> {
                    var choices = new ArrayList<Choice>();
                    inOrder(own, language).forEach(each -> choices.add(choice("own", each, "Yours", places)));
                    var department = seat.departmentName(file.inquiry().department);
                    inOrder(shared, language).forEach(each -> choices.add(choice("shared", each, department, places)));
                    answers(file).map(answer -> choice(answer, language)).forEach(choices::add);
                    return List.copyOf(choices);
                }));
    }

    public Uni<Optional<Choice>> find(String key, CaseFile file, Seat seat) {
        return forCase(file, seat).map(choices -> choices.stream()
                .filter(choice -> choice.key().equals(key))
                .findFirst());
    }

    private static Map<String, String> places(CaseFile file, Seat seat) {
        var inquiry = file.inquiry();
        var department = seat.rules().departments().get(inquiry.department);
        return Map.of(
                "name", orEmpty(file.person().name),
                "number", inquiry.number.toString(),
                "school", orEmpty(seat.schoolName(inquiry.school)),
                "department", department == null ? "" : department.name().in(inquiry.language),
                "me", orEmpty(seat.staff().name));
    }

    private static Stream<Snippet> inOrder(List<Snippet> snippets, String language) {
        return snippets.stream()
                .filter(snippet -> snippet.language.equals(language) || snippet.language.equals(Translator.OURS))
                .sorted(Comparator.comparing(snippet -> !snippet.language.equals(language)));
    }

    // What is about the same thing first.
    private Stream<Answer> answers(CaseFile file) {
        var known = knowledge.now();
        var inquiry = file.inquiry();
        var today = LocalDate.now(known.rules().district().timeZone());
        return known.answers().all().stream()
                .filter(answer -> !answer.hasExpired(today) && answer.mayBeFor(inquiry.school))
                .filter(answer -> inquiry.department.equals(known.rules().department(answer.topic())))
                .sorted(Comparator.comparing(answer -> !answer.topic().equals(inquiry.topic)));
    }

    private static Choice choice(String kind, Snippet snippet, String from, Map<String, String> places) {
        return new Choice(kind + "-" + snippet.id, snippet.title, Snippet.filled(snippet.text, places), from, "");
    }

    private static Choice choice(Answer answer, String language) {
        var questions = answer.questions();
        var phrasings = questions.getOrDefault(language, questions.getOrDefault(Translator.OURS, List.of(answer.id())));
        return new Choice(
                "answer-" + answer.id(), phrasings.get(0), answer.text().in(language), APPROVED, answer.id());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
