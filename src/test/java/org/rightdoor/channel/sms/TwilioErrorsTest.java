package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.exception.ApiException;
import org.junit.jupiter.api.Test;

class TwilioErrorsTest {

    @Test
    void What_answers_without_a_code_of_Twilios_is_a_refusal_in_words_like_any_other() {
        for (var words : new String[] {"Not found", null}) {
            assertThat(TwilioErrors.deliveryFailed(new ApiException(words, 404)))
                    .hasMessageContaining("404")
                    .hasMessageNotContaining("null");
        }
    }
}
