package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Outgoing;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class OutgoingTextTest {

    @Inject
    OutgoingText texts;

    @Test
    void A_reply_of_staff_says_who_writes_about_which_case_in_the_family_s_language() {
        assertThat(texts.of(reply("Bus 12 is late.", "en", false)))
                .isEqualTo("Bus 12 is late.\n- Maple Transportation, case #1042");
        assertThat(texts.of(reply("El bus 12 viene tarde.", "es", false)))
                .isEqualTo("El bus 12 viene tarde.\n- Maple Transporte, caso #1042");
        assertThat(texts.of(reply("Bus 12 is late.", "so", false))).endsWith("case #1042");
    }

    @Test
    void An_automatic_reply_says_what_it_is_by_itself() {
        assertThat(texts.of(reply("We have your message.", "en", true))).isEqualTo("We have your message.");
    }

    @Test
    void The_rest_of_a_long_reply_is_on_the_case_s_page() {
        var text = texts.of(reply("autobus ".repeat(300), "es", false));
        assertThat(Segments.of(text).count()).isEqualTo(TextBody.SHORT);
        assertThat(text).endsWith("Todo el mensaje: " + TestDistrict.PUBLIC_URL + "/cases/t0ken");
    }

    @Test
    void Quotes_and_dashes_of_a_word_processor_become_those_of_a_telephone() {
        assertThat(texts.of(reply("“Bus 12” – it’s late…", "en", true))).isEqualTo("\"Bus 12\" - it's late...");
    }

    private static Outgoing reply(String text, String language, boolean automatic) {
        return new Outgoing(
                1,
                1042,
                Channel.SMS,
                "+14105550141",
                "Bus 12",
                text,
                language,
                "transportation",
                "t0ken",
                null,
                automatic,
                1);
    }
}
