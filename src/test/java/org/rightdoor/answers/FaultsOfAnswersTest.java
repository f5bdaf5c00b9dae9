package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.routing.FaultyRules;
import org.rightdoor.routing.SmallDistrict;

/** Each fault a person can make in the answers and in the never-answer list, and what that person is told. */
class FaultsOfAnswersTest {

    @TempDir
    Path directory;

    SmallDistrict district;

    @BeforeEach
    void copyTheSmallDistrict() {
        district = SmallDistrict.in(directory);
    }

    @Test
    void Answers_without_a_fault_are_read_whole() {
        var answers = RulesDirectory.read(directory).answers();

        assertThat(answers)
                .extracting(Answer::id)
                .containsExactly("where-is-the-bus", "report-an-absence", "bell-times");
        var bus = answers.get(0);
        assertThat(bus.questions().get("es"))
                .contains("¿Por qué llega tarde el autobús?")
                .hasSize(2);
        assertThat(bus.text().in("es")).startsWith("El mapa");
        assertThat(bus.expires()).isEqualTo("2027-07-31");
    }

    @Test
    void An_answer_of_an_unknown_topic() {
        district.change("answers/office.yml", "topic: absence", "topic: absent");

        assertThat(faults()).containsExactly("answers/office.yml:2: unknown topic absent; did you mean absence?");
    }

    @Test
    void An_answer_is_given_in_the_language_into_which_it_was_translated() throws IOException {
        Files.createDirectories(directory.resolve("languages"));
        district.write(
                "languages/pt.yml",
                "answers: {where-is-the-bus: {question: \"Onde está o ônibus?\", text: O mapa mostra.}}\n");

        var bus = RulesDirectory.read(directory).answers().get(0);

        assertThat(bus.questions().get("pt")).containsExactly("Onde está o ônibus?");
        assertThat(bus.text().in("pt")).isEqualTo("O mapa mostra.");
        assertThat(bus.text().isUnreviewed("pt")).isTrue();
    }

    @Test
    void A_translation_of_an_answer_that_does_not_exist() throws IOException {
        Files.createDirectories(directory.resolve("languages"));
        district.write("languages/pt.yml", "answers:\n  where-is-the-bs: {text: O mapa mostra.}\n");

        assertThat(faults())
                .containsExactly("languages/pt.yml:2: unknown answer where-is-the-bs; did you mean where-is-the-bus?");
    }

    @Test
    void An_answer_without_a_question() {
        district.append(
                "answers/office.yml",
                """
                - {id: a, topic: hours, answer: {en: x}, expires: 2027-01-01}
                - {id: b, topic: hours, questions: {}, answer: {en: x}, expires: 2027-01-01}
                - {id: c, topic: hours, questions: {en: []}, answer: {en: x}, expires: 2027-01-01}
                """);

        assertThat(faults())
                .containsExactly(
                        "answers/office.yml:17: questions is missing",
                        "answers/office.yml:18: an answer needs at least one question, such as questions: {en: [...]}",
                        "answers/office.yml:19: en is empty");
    }

    @Test
    void An_answer_without_English_text() {
        district.change("answers/office.yml", "answer: {en: Call", "answer: {es: Call");

        assertThat(faults()).containsExactly("answers/office.yml:7: answer has no English text (en)");
    }

    @Test
    void A_date_that_cannot_be_read() {
        district.change("answers/office.yml", "2026-01-31", "end of year");

        assertThat(faults())
                .containsExactly("answers/office.yml:16: expires: end of year is not a date such as 2027-07-31");
    }

    @Test
    void An_answer_for_whom_nobody_is() {
        district.append(
                "answers/office.yml",
                """
                - {id: a, topic: hours, questions: {en: q}, answer: {en: x}, expires: 2027-01-01, schools: [nowhere]}
                - {id: b, topic: hours, questions: {en: r}, answer: {en: x}, expires: 2027-01-01, audience: familys}
                - {id: c, topic: hours, questions: {en: s}, answer: {en: x}, expires: 2027-01-01, automatic: perhaps}
                """);

        assertThat(faults())
                .containsExactly(
                        "answers/office.yml:17: unknown school nowhere",
                        "answers/office.yml:18: unknown audience familys; did you mean families?",
                        "answers/office.yml:19: unknown value of automatic perhaps");
    }

    @Test
    void The_same_id_or_the_same_question_in_two_answers() {
        district.change("answers/office.yml", "id: bell-times", "id: where-is-the-bus")
                .change("answers/office.yml", "When is dismissal?", "how LATE is the bus??");

        assertThat(faults())
                .containsExactly(
                        "answers/office.yml:9: answer where-is-the-bus is already at answers/buses.yml:1",
                        "answers/office.yml:14: question how late is the bus is already at answers/buses.yml:7");
    }

    @Test
    void A_file_that_is_not_named_after_a_department() {
        district.write("answers/offices.yml", "").write("answers/readme.txt", "");

        assertThat(faults())
                .containsExactly(
                        "answers/offices.yml:1: unknown department offices; did you mean office?",
                        "answers/readme.txt:1: the name must be <department>.yml, such as transportation.yml");
    }

    @Test
    void A_folder_or_a_list_that_is_missing() {
        district.delete("answers").delete("never-answer.yml");

        assertThat(faults())
                .containsExactly("answers:1: the folder is missing", "never-answer.yml:1: the file is missing");
    }

    @Test
    void A_never_answer_entry_that_forbids_nothing_says_not_why_or_names_what_does_not_exist() {
        district.append(
                "never-answer.yml",
                """
                - id: nothing
                  why: {en: x}
                - id: threats
                  topics: [bus-lost]
                  words: [a, '*']
                """);

        assertThat(faults())
                .containsExactly(
                        "never-answer.yml:7: entry nothing has neither words nor topics: it would forbid nothing",
                        "never-answer.yml:9: never-answer entry threats is already at never-answer.yml:1",
                        "never-answer.yml:9: why is missing",
                        "never-answer.yml:10: unknown topic bus-lost; did you mean bus-lost-item?",
                        "never-answer.yml:11: *: there is no word in it");
    }

    @Test
    void Faults_of_rules_and_answers_are_told_together() {
        district.change("topics.yml", "absence: {department: office", "absence: {department: x")
                .change("answers/office.yml", "id: bell-times", "idd: bell-times");

        assertThat(faults())
                .containsExactly(
                        "answers/office.yml:9: id is missing",
                        "answers/office.yml:9: unknown key idd; did you mean id?",
                        "topics.yml:3: unknown department x");
    }

    private List<String> faults() {
        var thrown = catchThrowableOfType(FaultyRules.class, () -> RulesDirectory.read(directory));
        assertThat(thrown).as("the faults").isNotNull();
        return SmallDistrict.lines(directory, thrown.faults());
    }
}
