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
        assertThat(message.automatic()).isFalse();
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
    void Pictures_and_other_files_stay_visible() {
        var message = read("MessageSid=MM1&From=%2B14105550141&Body=look&NumMedia=2"
                + "&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2FME0&MediaContentType0=image%2Fjpeg"
                + "&MediaUrl1=https%3A%2F%2Fapi.twilio.com%2FME1&MediaContentType1=application%2Fpdf");
        assertThat(message.text())
                .isEqualTo(
                        """
                        look
                        [picture: https://api.twilio.com/ME0]
                        [application/pdf: https://api.twilio.com/ME1]""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STOP", "stop", " Unsubscribe ", "alto", "Parar", "AYUDA", "help", "info", "OptOut", "START"})
    void Words_that_Twilio_answers_itself_are_automatic(String text) {
        assertThat(texted(text).automatic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop the bus please", "YES", "Please help", "end of term?", "Stop!", "¡ayuda!"})
    void A_sentence_with_such_a_word_is_a_person_s(String text) {
        assertThat(texted(text).automatic()).isFalse();
    }

    @Test
    void A_keyword_of_the_account_s_own_is_automatic_too() {
        assertThat(read("MessageSid=SM1&Body=BASTA&OptOutType=STOP").automatic())
                .isTrue();
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
    void A_message_without_a_name_cannot_be_told_from_the_next() {
        assertThatThrownBy(() -> read("Body=hello")).hasMessageContaining("MessageSid");
    }

    @Test
    void A_body_that_is_no_form_is_refused() {
        assertThatThrownBy(() -> TwilioForm.parse("Body=%ZZ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Inbound texted(String text) {
        return read("MessageSid=SM1&From=%2B14105550141&Body=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static Inbound read(String form) {
        return IncomingText.of(TwilioForm.parse(form));
    }
}
