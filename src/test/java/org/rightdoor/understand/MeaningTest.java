package org.rightdoor.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningTest {

    @TempDir
    Path cache;

    @Test
    void Where_all_is_well_there_is_nothing_to_say() {
        assertThat(Classifier.of(Texts.DISTRICT, null).meaning()).isEqualTo(Meaning.READ);
        assertThat(Meaning.READ.notice()).isNull();
    }

    @Test
    void Without_the_encoder_words_decide_and_the_reason_is_told() {
        var byWords = Classifier.of(Texts.DISTRICT, (Path) null, null);

        assertThat(byWords.meaning().state()).isEqualTo(Meaning.State.MISSING);
        assertThat(byWords.read("the bus is late").topic()).isEqualTo("bus-late");
        assertThat(Meaning.missing("the sentence encoder cannot run here").notice())
                .startsWith("Messages are read by their words only, because the sentence encoder cannot run here.");
    }

    @Test
    void After_the_first_start_it_is_said_that_the_meaning_is_being_learned_and_messages_are_read_meanwhile() {
        var starting = Classifier.of(Texts.DISTRICT, cache);

        assertThat(starting.meaning()).isEqualTo(Meaning.BEING_LEARNED);
        assertThat(starting.meaning().notice()).contains("for the moment").contains("nothing to do");
        assertThat(starting.read("the bus is late").topic()).isEqualTo("bus-late");
    }

    @Test
    void Too_few_texts_to_learn_from_are_the_reason_then() {
        var empty = Classifier.of(List.of(), new Vectors(), Encoder.shared());

        assertThat(empty.meaning().why()).isEqualTo("there are too few training texts to learn it from");
    }
}
