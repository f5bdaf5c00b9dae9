package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.rightdoor.answers.AnswerYamlTest.by;

import org.junit.jupiter.api.Test;

class WrittenAnswerTest {

    @Test
    void Nobody_who_wrote_at_it_approves_it() {
        var written = WrittenAnswer.of("a", "one", by(1));
        written.write("two", by(2));
        written.handIn();
        assertThatIllegalStateException().isThrownBy(() -> written.approve(by(1)));
        assertThatIllegalStateException().isThrownBy(() -> written.approve(by(2)));
        written.approve(by(3));
        assertThat(written.state).isEqualTo(WrittenAnswer.State.PUBLISHED);
        assertThat(written.writers).isEqualTo("Nr 1, Nr 2");
        assertThat(written.reviewer).isEqualTo("Nr 3");
        assertThatIllegalStateException().isThrownBy(() -> written.write("three", by(1)));
    }

    @Test
    void What_is_changed_after_it_was_handed_in_has_to_be_handed_in_again() {
        var written = WrittenAnswer.of("a", "one", by(1));
        assertThatIllegalStateException().isThrownBy(() -> written.approve(by(2)));
        written.handIn();
        written.write("two", by(1));
        assertThatIllegalStateException().isThrownBy(() -> written.approve(by(2)));
        written.handIn();
        written.sendBack("Say where.", by(2));
        assertThat(written.state).isEqualTo(WrittenAnswer.State.DRAFT);
        assertThat(written.remark).isEqualTo("Say where.");
    }

    @Test
    void It_is_retired_without_a_second_reader() {
        assertThat(WrittenAnswer.retiring("a", "wrong number", by(1)).state).isEqualTo(WrittenAnswer.State.PUBLISHED);
    }
}
