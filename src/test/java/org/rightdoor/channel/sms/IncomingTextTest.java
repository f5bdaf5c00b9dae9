package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Reference;

class IncomingTextTest {

    @Test
    void The_message_keeps_the_name_and_the_number_that_Twilio_gave_it() {
        var message = read("MessageSid=SM1&From=%2B14105550141&Body=where+is+bus+12%3F");
        assertThat(message.externalId()).isEqualTo("SM1");
        assertThat(message.sender().phone()).isEqualTo("+14105550141");
        assertThat(message.text()).isEqualTo("where is bus 12?");
    }

    @Test
    void A_number_in_national_form_becomes_an_international_one_and_a_short_code_stays_as_it_is() {
        assertThat(read("MessageSid=SM1&From=(410)+555-0141").sender().phone()).isEqualTo("+14105550141");
        assertThat(read("MessageSid=SM1&From=MAPLE").sender().phone()).isEqualTo("MAPLE");
        assertThat(read("MessageSid=SM1").sender().hasAddress()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "🚌❓", "متى تصل الحافلة؟", "'; drop table contact; --", "<script>alert(1)</script>"})
    void A_text_in_any_state_is_taken_as_it_is(String text) {
        assertThat(texted(text).text()).isEqualTo(text);
    }

    @Test
    void A_text_of_a_hundred_kilobytes_is_taken_whole() {
        assertThat(texted("bus ".repeat(25_000) + "end").text()).hasSize(100_003);
    }

    @Test
    void Pictures_and_other_files_are_said_to_be_there_and_remembered_to_be_fetched() {
        var text = text("MessageSid=MM1&From=%2B14105550141&Body=look&NumMedia=2"
                + "&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2FME0&MediaContentType0=image%2Fjpeg"
                + "&MediaUrl1=https%3A%2F%2Fapi.twilio.com%2FME1&MediaContentType1=application%2Fpdf");
        assertThat(text.inbound(false).text())
                .isEqualTo(
                        """
                        look
                        [picture]
                        [application/pdf]""");
        assertThat(text.media())
                .containsExactly(
                        new IncomingText.Media("https://api.twilio.com/ME0", "image/jpeg"),
                        new IncomingText.Media("https://api.twilio.com/ME1", "application/pdf"));
    }

    @Test
    void A_keyword_of_the_account_s_own_is_what_Twilio_says_it_is() {
        var text = text("MessageSid=SM1&Body=BYE&OptOutType=STOP");
        assertThat(text.wish()).isEqualTo(Keywords.Wish.STOP);
        assertThat(text.isHandledByTwilio()).isTrue();
        assertThat(text("MessageSid=SM1&Body=BYE").wish()).isEqualTo(Keywords.Wish.NONE);
    }

    @Test
    void A_case_that_is_named_or_linked_is_referred_to() {
        assertThat(texted("any news on case #1042?").reference().number()).isEqualTo(1042);
        assertThat(texted("novedades del caso 1042").reference().number()).isEqualTo(1042);
        assertThat(texted("see https://ask.maple.example/cases/abcdefghijklmnopqrstuv")
                        .reference()
                        .token())
                .isEqualTo("abcdefghijklmnopqrstuv");
        assertThat(texted("in case 2 buses come").reference()).isEqualTo(Reference.NONE);
    }

    @Test
    void A_message_without_a_name_bears_that_of_its_delivery_and_without_that_cannot_be_told_from_the_next() {
        var unnamed = TwilioForm.parse("Body=hello");
        assertThat(IncomingText.of(unnamed, "token-1").name()).isEqualTo("token-1");
        assertThatThrownBy(() -> IncomingText.of(unnamed, null)).hasMessageContaining("MessageSid");
        assertThatThrownBy(() -> IncomingText.of(unnamed, " ")).hasMessageContaining("MessageSid");
    }

    @Test
    void A_body_that_is_no_form_is_refused() {
        assertThatThrownBy(() -> TwilioForm.parse("Body=%ZZ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Inbound texted(String text) {
        return read("MessageSid=SM1&From=%2B14105550141&Body=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static Inbound read(String form) {
        return text(form).inbound(false);
    }

    private static IncomingText text(String form) {
        return IncomingText.of(TwilioForm.parse(form), null);
    }
}
