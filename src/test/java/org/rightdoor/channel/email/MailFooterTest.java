package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Spoken;

class MailFooterTest {

    @Test
    void It_is_written_in_every_language_we_speak() {
        for (var text : List.of(MailFooter.CASE, MailFooter.HOW_TO_ANSWER, MailFooter.WHOLE_CASE)) {
            assertThat(text.byLanguage()).containsOnlyKeys(Spoken.LANGUAGES);
        }
        for (LocalText text : List.of(MailFooter.HOW_TO_ANSWER, MailFooter.WHOLE_CASE)) {
            assertThat(text.byLanguage().values()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "ht", "vi", "zh", "ar"})
    void The_number_in_a_subject_is_found_again_in_every_language(String language) {
        var subject = "Re: bus [" + MailFooter.CASE.in(language) + " #1042]";

        assertThat(MailHeaders.caseNumber(subject)).isEqualTo(1042);
    }
}
