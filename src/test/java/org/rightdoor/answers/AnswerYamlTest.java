package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.people.Staff;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.SmallDistrict;

class AnswerYamlTest {

    @TempDir
    Path directory;

    RoutingRules rules;

    @BeforeEach
    void read() {
        SmallDistrict.in(directory);
        rules = RoutingRules.load(directory);
    }

    @Test
    void What_is_written_is_read_back_word_for_word() {
        var topic = rules.topics().keySet().iterator().next();
        var answer = new Answer(
                "ugly-one",
                topic,
                Map.of(
                        "en", List.of("Is it \"yes\": or no?", "- a dash # and a hash", "null", "2027-01-01"),
                        "ar", List.of("متى تصل الحافلة؟")),
                new LocalText(Map.of(
                        "en",
                        "Two paragraphs.\n\nThe second has a very long line "
                                + "word ".repeat(60).strip() + ".",
                        "ar",
                        "الحافلة: تصل الساعة 7")),
                LocalDate.of(2027, 7, 31),
                Set.of(),
                Set.of("students", "families"),
                true);
        var yaml = AnswerYaml.of(answer);
        assertThat(yaml).startsWith("- id: ugly-one\n").contains("\n  topic: " + topic + "\n", "expires: 2027-07-31");
        assertThat(AnswerFiles.readOne("ugly-one", yaml, rules)).contains(answer);
    }

    @Test
    void A_written_answer_goes_before_the_files_and_a_retired_one_takes_it_away() {
        var topic = rules.topics().keySet().iterator().next();
        var inFiles = List.of(answer("a", topic, "from the files"), answer("b", topic, "stays"));
        var newer = WrittenAnswer.of("a", AnswerYaml.of(answer("a", topic, "from the desk")), by(1));
        assertThat(WrittenAnswers.over(inFiles, List.of(newer), rules))
                .extracting(each -> each.text().in("en"))
                .containsExactly("from the desk", "stays");
        var gone = WrittenAnswer.retiring("a", "the office has moved", by(1));
        assertThat(WrittenAnswers.over(inFiles, List.of(gone), rules))
                .extracting(Answer::id)
                .containsExactly("b");
        var misfit = WrittenAnswer.of("a", newer.yaml.replace("topic: " + topic, "topic: gone"), by(1));
        assertThat(WrittenAnswers.over(inFiles, List.of(misfit), rules))
                .extracting(each -> each.text().in("en"))
                .containsExactly("from the files", "stays");
    }

    private static Answer answer(String id, String topic, String text) {
        return new Answer(
                id,
                topic,
                Map.of("en", List.of(id + "?")),
                new LocalText(Map.of("en", text)),
                LocalDate.of(2027, 1, 1));
    }

    static Actor by(long id) {
        var staff = new Staff();
        staff.id = id;
        staff.name = "Nr " + id;
        return Actor.of(staff);
    }
}
