package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingGradeTest {

    @ParameterizedTest
    @CsvSource({
        "bus, 1",
        "school, 1",
        "student, 2",
        "makes, 1",
        "buses, 2",
        "asked, 1",
        "wanted, 2",
        "table, 2",
        "carefully, 3",
        "science, 2",
        "idea, 3",
        "create, 2",
        "education, 4",
        "transportation, 4",
        "area, 3",
        "your, 1",
        "people, 2",
        "teacher, 2",
        "child's, 1",
        "enrollment, 3",
        "application, 4",
        "special, 2",
        "period, 3",
        "home, 1",
        "changes, 2",
        "video, 3",
        "social, 2",
        "question, 2",
        "information, 4",
        "the, 1",
        "family, 3",
        "used, 1",
        "needed, 2",
        "studying, 3"
    })
    void English_syllables_are_counted_as_they_are_spoken(String word, int syllables) {
        assertThat(Syllables.english(word)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({
        "autobús, 3",
        "escuela, 3",
        "niño, 2",
        "día, 2",
        "guía, 2",
        "que, 1",
        "aunque, 2",
        "poeta, 3",
        "ciudad, 2",
        "país, 2",
        "hoy, 1",
        "pingüino, 3",
        "educación, 4",
        "transporte, 3",
        "leer, 2",
        "cuidado, 3",
        "muy, 1",
        "vergüenza, 3",
        "a, 1",
        "información, 4",
        "maestra, 3",
        "Raúl, 2"
    })
    void Spanish_syllables_are_counted_as_they_are_spoken(String word, int syllables) {
        assertThat(Syllables.spanish(word)).isEqualTo(syllables);
    }

    @Test
    void The_grade_is_that_of_the_formula() {
        // 13 words, 2 sentences, 18 syllables
        var grade = ReadingGrade.of("Your daughter will arrive after ten. The driver has a new route today.", "en");
        assertThat(grade).hasValueSatisfying(read -> {
            assertThat(read.value()).isCloseTo(0.39 * 6.5 + 11.8 * 18 / 13 - 15.59, within(0.01));
            assertThat(read.inWords()).isEqualTo("Reads at grade 3");
            assertThat(read.hard()).isFalse();
        });
    }

    @Test
    void An_official_letter_is_hard_in_both_languages() {
        assertThat(ReadingGrade.of(
                        "Pursuant to the aforementioned regulation, documentation establishing residency must be submitted to the"
                                + " administrative office in advance of registration.",
                        "en"))
                .hasValueSatisfying(read -> assertThat(read.hard()).isTrue());
        assertThat(ReadingGrade.of(
                        "De conformidad con la reglamentación anteriormente mencionada, la documentación correspondiente deberá"
                                + " presentarse anticipadamente ante la administración.",
                        "es"))
                .hasValueSatisfying(read -> {
                    assertThat(read.hard()).isTrue();
                    assertThat(read.inWords()).isEqualTo("In Spanish very hard to read");
                });
        assertThat(ReadingGrade.of("El bus va a salir a las dos. La casa es de mi tío. Ya voy.", "es"))
                .hasValueSatisfying(read -> assertThat(read.hard()).isFalse());
    }

    @Test
    void Nothing_is_said_of_few_words_or_of_other_languages() {
        assertThat(ReadingGrade.of("Yes, of course.", "en")).isEmpty();
        assertThat(ReadingGrade.of("", "es")).isEmpty();
        assertThat(ReadingGrade.of("Xe buýt đến muộn mười phút và sẽ tới trạm lúc chín giờ", "vi"))
                .isEmpty();
        assertThat(ReadingGrade.of("... !!! ??? 1 2 3 4 5 6 7 8 9 10", "en")).isEmpty();
    }
}
