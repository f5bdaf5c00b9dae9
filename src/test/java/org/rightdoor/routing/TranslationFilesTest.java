package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What translators write, one file a language, and what they are told when something in it is wrong. */
class TranslationFilesTest {

    private static final String PORTUGUESE =
            """
            reviewed: ""
            district: {name: Escolas do Vale Pequeno, emergency: "Em uma emergência, ligue para 911."}
            departments:
              buses: {name: Ônibus, about: Ônibus e paradas, reviewed: "Ana Lima, 2026-11-20"}
            topics:
              bus-late: O ônibus está atrasado
            """;

    @TempDir
    Path directory;

    SmallDistrict district;

    @BeforeEach
    void copyTheSmallDistrict() throws IOException {
        district = SmallDistrict.in(directory);
        Files.createDirectories(directory.resolve("languages"));
    }

    @Test
    void Names_are_told_in_the_language_into_which_they_were_translated() {
        var rules = translated("pt", PORTUGUESE);

        assertThat(rules.district().name().in("pt")).isEqualTo("Escolas do Vale Pequeno");
        assertThat(rules.departments().get("buses").name().in("pt")).isEqualTo("Ônibus");
        assertThat(rules.topics().get("bus-late").title().in("pt")).isEqualTo("O ônibus está atrasado");
    }

    @Test
    void What_nobody_has_translated_stays_English_and_says_so() {
        var office = translated("pt", PORTUGUESE).departments().get("office").name();

        assertThat(office.in("pt")).isEqualTo(office.in("en"));
        assertThat(office.spoken("pt")).isEqualTo("en");
        assertThat(office.isUnreviewed("pt")).isFalse();
    }

    @Test
    void A_text_is_unreviewed_until_somebody_signs_for_it_or_for_the_whole_file() {
        var rules = translated("pt", PORTUGUESE);

        assertThat(rules.translations().isUnreviewed("pt")).isTrue();
        assertThat(rules.topics().get("bus-late").title().isUnreviewed("pt")).isTrue();
        assertThat(rules.departments().get("buses").name().isUnreviewed("pt")).isFalse();

        var signed = translated("pt", PORTUGUESE.replace("reviewed: \"\"", "reviewed: \"Ana Lima, 2026-11-20\""));
        assertThat(signed.translations().isUnreviewed("pt")).isFalse();
        assertThat(signed.topics().get("bus-late").title().isUnreviewed("pt")).isFalse();
    }

    @Test
    void What_the_district_wrote_itself_is_not_replaced() {
        var rules = translated("es", "topics: {bus-late: Otra cosa}\n");

        assertThat(rules.topics().get("bus-late").title().in("es")).isNotEqualTo("Otra cosa");
        assertThat(rules.topics().get("bus-late").title().isUnreviewed("es")).isFalse();
    }

    @Test
    void Unknown_names_and_empty_texts_are_told_with_their_line() {
        district.write(
                "languages/pt.yml",
                """
                departments:
                  busses: {name: Ônibus}
                topics:
                  bus-lat: atrasado
                  hours: ""
                topic: {hours: horário}
                """);

        assertThat(faults())
                .containsExactly(
                        "languages/pt.yml:2: unknown department busses; did you mean buses?",
                        "languages/pt.yml:4: unknown topic bus-lat; did you mean bus-late?",
                        "languages/pt.yml:5: hours is empty",
                        "languages/pt.yml:6: unknown key topic; did you mean topics?");
    }

    @Test
    void A_file_of_a_language_that_the_pages_do_not_speak() {
        district.write("languages/fr.yml", "topics: {bus-late: Le bus est en retard}\n")
                .write("languages/en.yml", "topics: {bus-late: Late}\n")
                .write("languages/pt.txt", "-");

        assertThat(faults())
                .contains(
                        "languages/en.yml:1: English stands with the texts themselves, not here",
                        "languages/pt.txt:1: the name must be <language>.yml, such as pt.yml")
                .anyMatch(fault -> fault.startsWith("languages/fr.yml:1: unknown language of the pages fr"));
    }

    private RoutingRules translated(String language, String text) {
        district.write("languages/" + language + ".yml", text);
        return RoutingRules.load(directory);
    }

    private List<String> faults() {
        var faulty = catchThrowableOfType(FaultyRules.class, () -> RoutingRules.load(directory));
        return SmallDistrict.lines(directory, faulty.faults());
    }
}
