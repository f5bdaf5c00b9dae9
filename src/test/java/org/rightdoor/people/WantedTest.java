package org.rightdoor.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

    @ParameterizedTest
    @ValueSource(strings = {"410-555-0123", "(410) 555 0123", "+1 410 555 0123", "1 (410) 555-0123", "410.555.0123"})
    void A_number_is_found_however_it_is_typed(String typed) {
        assertThat(Wanted.of(typed).address()).isEqualTo("%4105550123%");
    }

    @Test
    void The_last_four_digits_may_be_a_telephone_or_a_case() {
        assertThat(Wanted.of("#1042").number()).isEqualTo(1042);
        assertThat(Wanted.of("1042").number()).isEqualTo(1042);
        assertThat(Wanted.of("1042").address()).isEqualTo("%1042%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ramírez  José|%ramirez% %jose%", "Ruiz, Ana|%ruiz% %ana%", "O'Neill|%o'neill%", "100%|''"})
    void A_name_is_found_without_accents_in_any_order_and_case(String typed, String names) {
        assertThat(Wanted.of(typed).names()).isEqualTo(names);
    }

    @Test
    void Signs_that_mean_something_to_the_database_are_only_themselves() {
        assertThat(Wanted.of("ana_r%@x.org").address()).isEqualTo("%ana\\_r\\%@x.org%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "an", "12", ",,,", "\0"})
    void Too_little_finds_nobody_rather_than_everybody(String typed) {
        assertThat(Wanted.of(typed).isTooLittle()).isTrue();
    }
}
