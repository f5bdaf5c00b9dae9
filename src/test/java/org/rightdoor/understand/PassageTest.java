package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void A_message_is_split_where_people_pass_to_another_matter() {
        assertThat(Passage.split("The bus was late again. Also, how do I put money on her lunch account?"))
                .containsExactly("The bus was late again.", "Also, how do I put money on her lunch account?");
        assertThat(Passage.split("mi hija perdió su tablet y también quiero saber cuándo es la junta"))
                .containsExactly("mi hija perdió su tablet", "y también quiero saber cuándo es la junta");
    }

    @Test
    void A_sentence_of_few_words_belongs_to_the_one_before() {
        assertThat(Passage.split("My son lost his jacket on bus 7. Please help! Who has the lost and found box?"))
                .containsExactly("My son lost his jacket on bus 7. Please help!", "Who has the lost and found box?");
    }

    @Test
    void A_title_before_a_name_ends_no_sentence() {
        assertThat(Passage.split("Is Ms. Reed still teaching algebra this year?"))
                .isEmpty();
    }

    @Test
    void What_is_quoted_below_an_answer_is_no_passage_of_it() {
        assertThat(Passage.split("The bus was late again today.\n> How do I enroll my son in school?"))
                .isEmpty();
    }

    @Test
    void A_story_of_many_sentences_is_one_matter() {
        var story = "He went to school this morning. ".repeat(9);
        assertThat(Passage.split(story)).isEmpty();
        assertThat(Passage.sentences(CleanText.of(story))).hasSize(9);
    }

    @Test
    void A_passage_is_read_when_that_is_first_asked_for_and_only_once() {
        var times = new AtomicInteger();
        var passage = new Passage("Who has the lost and found box?", false, () -> {
            times.incrementAndGet();
            return Reading.NOTHING;
        });

        assertThat(times).hasValue(0);
        assertThat(passage.reading()).isSameAs(passage.reading());
        assertThat(times).hasValue(1);
    }

    @Test
    void Each_passage_is_read_on_its_own_and_keeps_what_joins_it() {
        var passages =
                Classifier.of(Texts.DISTRICT, null).passages("The bus is late again. Also, what is for lunch today?");

        assertThat(passages).extracting(passage -> passage.reading().topic()).containsExactly("bus-late", "meal-menu");
        assertThat(passages).extracting(Passage::added).containsExactly(false, true);
    }
}
