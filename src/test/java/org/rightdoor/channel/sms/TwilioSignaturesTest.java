package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The signatures are the ones that Twilio publishes in the tests of its libraries. */
class TwilioSignaturesTest {

    private static final String URI = "/myapp.php?foo=1&bar=2";
    private static final TwilioForm CALL = TwilioForm.parse(
            "CallSid=CA1234567890ABCDE&Digits=1234" + "&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309");
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private final TwilioSignatures signatures = at("https://mycompany.com");

    @Test
    void A_request_that_Twilio_signed_is_genuine() {
        assertThat(signatures.vouchFor(URI, CALL, SIGNATURE)).isTrue();
    }

    @Test
    void A_parameter_that_comes_twice_is_signed_once_for_each_value_in_order() {
        var form = TwilioForm.parse("Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234");
        assertThat(signatures.vouchFor(URI, form, "IK+Dwps556ElfBT0I3Rgjkr1wJU="))
                .isTrue();
    }

    @Test
    void A_missing_signature_another_word_or_another_path_is_forged() {
        assertThat(signatures.vouchFor(URI, CALL, null)).isFalse();
        assertThat(signatures.vouchFor(URI, CALL, "")).isFalse();
        assertThat(signatures.vouchFor(URI + "&extra=1", CALL, SIGNATURE)).isFalse();
        assertThat(signatures.vouchFor("/other", CALL, SIGNATURE)).isFalse();
        assertThat(signatures.vouchFor("https://mycompany.com" + URI, CALL, SIGNATURE))
                .isFalse();
    }

    @Test
    void A_parameter_added_on_the_way_is_forged() {
        var more = TwilioForm.parse("CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212"
                + "&Caller=%2B14158675309&Body=hello");
        assertThat(signatures.vouchFor(URI, more, SIGNATURE)).isFalse();
    }

    @Test
    void The_host_is_the_configured_one_with_its_path_and_without_its_last_slash() {
        var form = new TwilioForm(Map.of("Body", List.of("¿dónde está el bús? 🚌")));
        var signature = DemoSignature.of(
                "https://maple.example/ask/webhooks/twilio/sms", Map.of("Body", "¿dónde está el bús? 🚌"), "12345");
        assertThat(at("https://maple.example/ask/").vouchFor("/webhooks/twilio/sms", form, signature))
                .isTrue();
        assertThat(at("https://other.example/ask/").vouchFor("/webhooks/twilio/sms", form, signature))
                .isFalse();
    }

    private static TwilioSignatures at(String publicUrl) {
        var signatures = new TwilioSignatures();
        signatures.config = SmsConfig.with(Map.of("rightdoor.public-url", publicUrl));
        return signatures;
    }
}
