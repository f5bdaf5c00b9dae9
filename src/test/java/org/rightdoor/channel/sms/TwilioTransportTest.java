package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Outgoing;
import org.rightdoor.reply.Pace;

class TwilioTransportTest {

    private TroubledTwilio twilio;

    @BeforeEach
    void open() throws IOException {
        twilio = new TroubledTwilio();
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    @Test
    void A_reply_is_handed_to_Twilio_with_the_account_s_credentials_and_the_way_back() throws DeliveryFailed {
        twilio.accepts("SM123");
        assertThat(transport(twilio.base()).send(reply("Bus 12 is late, ¿sí? 🚌")))
                .isEqualTo("SM123");

        assertThat(twilio.calls).hasSize(1);
        var call = twilio.calls.get(0);
        var credentials = SmsConfig.ACCOUNT + ":" + SmsConfig.TOKEN;
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/as/twilio/2010-04-01/Accounts/" + SmsConfig.ACCOUNT + "/Messages.json");
        assertThat(call.authorization())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()));
        assertThat(call.form().get("To")).isEqualTo("+14105550141");
        assertThat(call.form().get("From")).isEqualTo(SmsConfig.FROM);
        assertThat(call.form().get("Body")).isEqualTo("Bus 12 is late, ¿sí? 🚌");
        assertThat(call.form().get("StatusCallback"))
                .isEqualTo("https://ask.maple.example/webhooks/twilio/status?reply=1#rc=5&rp=all");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, This is not a telephone number that can be texted (21211). Ask the family for another.",
        "400, 21408, Texts to this country are not switched on at Twilio (21408). Call the family.",
        "400, 21610, This number has opted out of texts (21610). Call the family; START brings texts back.",
        "400, 21614, This number cannot receive texts (21614); it may be a landline. Call it.",
        "400, 21999, Twilio refused the text: as it says (21999).",
        "404, 20404, Twilio refused the text: as it says (20404).",
    })
    void A_number_that_cannot_be_texted_is_given_up(int status, int code, String words) {
        twilio.refuses(status, code, "as it says");
        var failure = failureAt(twilio.base());
        assertThat(failure).hasMessage(words);
        assertThat(failure.permanent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "429, 20429, Too many texts at once (20429).",
        "401, 20003, Twilio does not accept our account (20003); an administrator should check it.",
        "500, 20500, Twilio is out of order just now.",
    })
    void What_may_pass_is_tried_again_later(int status, int code, String words) {
        twilio.refuses(status, code, "as it says");
        twilio.refuses(status, code, "as it says");
        var failure = failureAt(twilio.base());
        assertThat(failure).hasMessage(words);
        assertThat(failure.permanent()).isFalse();
    }

    @Test
    void An_error_page_that_is_no_JSON_is_tried_again_later() {
        twilio.breaksWith(502, "<html>Bad Gateway</html>");
        assertThat(failureAt(twilio.base()).permanent()).isFalse();
    }

    @Test
    void A_broken_Twilio_is_asked_once_so_that_a_family_does_not_get_the_text_twice() {
        twilio.refuses(500, 20500, "Internal Server Error");
        failureAt(twilio.base());
        assertThat(twilio.calls).hasSize(1);
    }

    @Test
    void A_Twilio_that_cannot_be_reached_is_tried_again_later() {
        var base = twilio.base();
        twilio.close();
        var failure = failureAt(base);
        assertThat(failure).hasMessage("Twilio cannot be reached.");
        assertThat(failure.permanent()).isFalse();
    }

    @Test
    void A_text_that_may_have_left_is_not_sent_twice_by_guess() {
        twilio.hangsUp();
        var failure = failureAt(twilio.base());
        assertThat(failure.unsure()).isTrue();
        assertThat(failure.permanent()).isFalse();
        assertThat(twilio.calls).hasSize(1);
    }

    @Test
    void Without_an_account_staff_are_told_what_to_set() {
        var config = SmsConfig.with(Map.of("rightdoor.twilio.auth-token", ""));
        var failure = catchThrowableOfType(
                DeliveryFailed.class, () -> new TwilioTransport(config, asItIs()).send(reply("hello")));
        assertThat(failure).hasMessageContaining("TWILIO_AUTH_TOKEN");
        assertThat(failure.permanent()).isTrue();
    }

    @Test
    void Where_there_is_a_messaging_service_that_chooses_the_number() throws DeliveryFailed {
        twilio.accepts("SM123");
        var config = SmsConfig.with(Map.of(
                "rightdoor.twilio.messaging-service-sid", "MG1",
                "rightdoor.twilio.from", "",
                "rightdoor.twilio.api-base", twilio.base().toString()));
        new TwilioTransport(config, asItIs()).send(reply("hello"));
        assertThat(twilio.calls.get(0).form().get("MessagingServiceSid")).isEqualTo("MG1");
        assertThat(twilio.calls.get(0).form().get("From")).isNull();
    }

    @Test
    void The_pace_is_the_configured_one_and_texts_rest_when_telephones_do() {
        var config = SmsConfig.with(
                Map.of("rightdoor.twilio.texts-per-second", "3", "rightdoor.twilio.answers-within", "PT7S"));
        assertThat(new TwilioTransport(config, asItIs()).pace()).isEqualTo(new Pace(3, true, Duration.ofSeconds(17)));
    }

    private static DeliveryFailed failureAt(URI base) {
        return catchThrowableOfType(
                DeliveryFailed.class, () -> transport(base).send(reply("Bus 12 is ten minutes late.")));
    }

    private static TwilioTransport transport(URI base) {
        return new TwilioTransport(SmsConfig.with(Map.of("rightdoor.twilio.api-base", base.toString())), asItIs());
    }

    private static OutgoingText asItIs() {
        return new OutgoingText() {
            @Override
            String of(Outgoing message) {
                return message.text();
            }

            @Override
            public boolean isResting() {
                return true;
            }
        };
    }

    private static Outgoing reply(String text) {
        return new Outgoing(
                1, 1042, Channel.SMS, "+14105550141", "Bus 12", text, "en", "transportation", "t0", null, false, 1);
    }
}
