package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.SearchWords.Term;

class SearchWordsTest {

    @Test
    void Words_phrases_and_what_must_not_be_there() {
        assertThat(SearchWords.of("late \"bus stop\" -driver morn").terms())
                .containsExactly(
                        new Term("late", false, false),
                        new Term("bus stop", false, false),
                        new Term("driver", true, false),
                        new Term("morn", false, true));
    }

    @Test
    void Only_the_last_word_may_go_on_and_only_when_it_is_long_enough() {
        assertThat(SearchWords.of("bus").terms()).containsExactly(new Term("bus", false, false));
        assertThat(SearchWords.of("Gonz").terms()).containsExactly(new Term("Gonz", false, true));
    }

    @Test
    void A_case_a_telephone_number_and_an_address_are_recognized() {
        assertThat(SearchWords.of("#1042").number()).isEqualTo(1042);
        assertThat(SearchWords.of("1 (410) 555-0142").lastDigits()).isEqualTo("2410555014%");
        assertThat(SearchWords.of("555-0142").lastDigits()).isEqualTo("2410555%");
        assertThat(SearchWords.of("Ana.Ruiz@Example.org").email()).isEqualTo("ana.ruiz@example.org");
        assertThat(SearchWords.of("bus 14").isOnlyWords()).isTrue();
    }

    @Test
    void Nothing_to_look_for_is_nothing() {
        assertThat(SearchWords.of("'; -- \" % _").isEmpty()).isTrue();
        assertThat(SearchWords.of("-driver").isEmpty()).isTrue();
        assertThat(SearchWords.of("a\0b").terms()).containsExactly(new Term("ab", false, false));
        assertThat(SearchWords.of("x ".repeat(1_000)).terms()).hasSizeLessThanOrEqualTo(12);
    }
}
