package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.rightdoor.understand.LabelledText;

class AnswerTrialsTest {

    private static final Path DATA = Path.of("../shared/data/nlpjs");

    static boolean dataIsThere() {
        return Files.isDirectory(DATA);
    }

    @Test
    void Where_nothing_can_be_learnt_nothing_is_given_and_nothing_is_wrong() {
        var phrasings =
                List.of(new LabelledText("bus", "where is the bus"), new LabelledText("menu", "what is for lunch"));

        assertThat(new AnswerTrials().of(phrasings, phrasings, true))
                .containsOnlyKeys(
                        "precisionAt95", "coverageAt95", "precisionAt98", "coverageAt98", "outOfScopeAnsweredAt98")
                .containsEntry("precisionAt98", 1.0)
                .containsEntry("coverageAt98", 0.0);
    }

    @Test
    @EnabledIf(value = "dataIsThere", disabledReason = "SKIPPED: the benchmark data is not in ../shared/data")
    void What_is_promised_is_kept_on_questions_that_were_not_seen_and_many_get_an_answer() throws Exception {
        var phrasings = labelled("en-train.tsv");
        var known =
                phrasings.stream().map(LabelledText::label).distinct().limit(35).toList();
        var test = labelled("en-test.tsv").stream()
                .map(text -> known.contains(text.label()) ? text : new LabelledText("-", text.text()))
                .toList();

        var figures = new AnswerTrials()
                .of(
                        phrasings.stream()
                                .filter(text -> known.contains(text.label()))
                                .toList(),
                        test,
                        false);

        assertThat(figures.get("precisionAt95")).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.get("precisionAt98")).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.get("coverageAt95")).isGreaterThan(0.3);
        assertThat(figures.get("outOfScopeAnsweredAt98")).isLessThanOrEqualTo(0.02);
    }

    private static List<LabelledText> labelled(String file) throws Exception {
        return Files.readAllLines(DATA.resolve(file)).stream()
                .map(line -> line.split("\t", 2))
                .map(parts -> new LabelledText(parts[0], parts[1]))
                .toList();
    }
}
