package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-22, 2026-11-09, 2026-11-15",
        "2026-10-01, 2026-10-31, 2026-08-27, 2026-09-26",
        "2026-11-20, 2026-11-20, 2026-11-13, 2026-11-13",
        "2026-11-18, 2026-11-20, 2026-11-11, 2026-11-13"
    })
    void The_period_before_has_as_many_days_and_the_same_weekdays(
            LocalDate first, LocalDate last, LocalDate firstBefore, LocalDate lastBefore) {
        var period = new Period(first, last);
        assertThat(period.before()).isEqualTo(new Period(firstBefore, lastBefore));
        assertThat(period.before().days()).isEqualTo(period.days());
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 2025", "2026-07-01, 2026", "2026-12-31, 2026", "2027-01-01, 2026"})
    void A_school_year_begins_in_July(LocalDate day, int start) {
        assertThat(Period.startOfSchoolYear(day)).isEqualTo(start);
    }

    @Test
    void A_card_says_whether_it_got_better_and_whether_the_goal_is_reached() {
        var now = sums(100, 70);
        var before = sums(80, 60);
        var card = Card.of(Measure.FIRST_CONTACT, now, before, OptionalDouble.of(0.65), "/cases");
        assertThat(card.figure()).isEqualTo("70 %");
        assertThat(card.verdict()).isEqualTo("bad");
        assertThat(card.change()).isEqualTo("5 points less than before (75 %)");
        assertThat(card.goal()).isEqualTo("Goal 65 %, reached");
        assertThat(card.n()).isEqualTo("n = 100");
        assertThat(Card.of(Measure.COURTESY, now, before, OptionalDouble.empty(), "")
                        .figure())
                .isEqualTo("–");
    }

    @Test
    void The_page_says_what_a_measure_means_in_the_words_of_the_documentation() throws IOException {
        var documented = Files.readString(Path.of("docs/measures.md"));
        for (var meaning : Meaning.all()) {
            assertThat(documented).contains("| " + meaning.is() + " | " + meaning.of() + " |");
        }
    }

    private static Sums sums(long settled, long firstContact) {
        var values = new long[Sums.COLUMNS.size()];
        values[Sums.COLUMNS.indexOf("settled")] = settled;
        values[Sums.COLUMNS.indexOf("first_contact")] = firstContact;
        return new Sums(values);
    }
}
