package org.rightdoor.channel.phone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TextingFamily.one;
import static org.rightdoor.channel.phone.CallingFamily.VOICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TwilioStandIn;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;

/** What callers hear while nobody answers. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class AnsweringMachineTest {

    private final CallingFamily family = new CallingFamily();

    @Inject
    Intake intake;

    @Test
    void A_caller_hears_at_the_beginning_what_to_do_in_an_emergency_and_may_press_2_for_Spanish() {
        var heard =
                family.rings().statusCode(200).contentType("text/xml").extract().asString();
        assertThat(heard)
                .containsSubsequence("<Gather", "You have reached", "not watched around the clock", "dial 9 1 1");
        assertThat(heard)
                .containsSubsequence("dial 9 1 1", "es-US", "Para español, oprima dos", "</Gather>", "<Redirect");
        family.asks("/language", Map.of("Digits", "2"))
                .body(
                        containsString("marque 9 1 1"),
                        containsString("Después del tono"),
                        containsString("<Record"),
                        containsString("transcribe=\"false\""),
                        not(containsString("After the tone")));
        family.asks("/message", Map.of()).body(containsString("Después del tono"));
    }

    @Test
    void The_tone_is_followed_by_a_recording_that_is_written_down_and_told_to_us() {
        family.rings();
        family.asks("/message", Map.of())
                .body(
                        containsString("press 1 to get a text"),
                        containsString("transcribe=\"true\""),
                        containsString("transcribeCallback=\"" + TestDistrict.PUBLIC_URL + VOICE + "/transcription\""),
                        containsString(
                                "recordingStatusCallback=\"" + TestDistrict.PUBLIC_URL + VOICE + "/recording\""));
    }

    @Test
    void Who_wrote_to_us_in_Spanish_is_greeted_in_Spanish() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> intake.receive(Inbound.of(
                Channel.SMS,
                UUID.randomUUID().toString(),
                Sender.withPhone(family.number),
                "¿Por qué el autobús 14 llegó tarde otra vez esta mañana?")));
        var heard = family.rings().extract().asString();
        assertThat(heard).containsSubsequence("Usted se ha comunicado", "For English, press 1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, pt-BR, Depois do sinal",
        "4, vi-VN, Sau tiếng bíp",
        "5, cmn-CN, 请在提示音后",
        "6, arb, بعد سماع الإشارة",
        "1, en-US, After the tone"
    })
    void Every_language_that_can_be_said_has_its_key(String key, String tongue, String words) {
        family.rings().body(containsString("pt-BR"), containsString("中文请按五"));
        family.asks("/language", Map.of("Digits", key)).body(containsString(tongue));
        family.asks("/message", Map.of()).body(containsString(tongue), containsString(words));
    }

    @Test
    void Who_presses_1_before_a_word_is_said_is_not_cut_off() {
        family.rings();
        family.asks("/recorded", Map.of("Digits", "1", "RecordingDuration", "0"))
                .body(containsString("You will get a text"), containsString("<Record"));
        family.asks("/recorded", Map.of("Digits", "hangup", "RecordingDuration", "9"))
                .body(containsString("Thank you."), containsString("<Hangup/>"));
    }

    @Test
    void When_nobody_picks_up_at_the_office_the_voicemail_answers() {
        family.rings();
        family.asks("/missed", Map.of("DialCallStatus", "no-answer")).body(containsString("You have reached"));
        family.asks("/missed", Map.of("DialCallStatus", "completed"))
                .body(containsString("<Response><Hangup/></Response>"));
    }

    @Test
    void Forged_and_unsigned_requests_are_refused_at_every_address_and_nothing_is_kept() {
        for (var path :
                new String[] {"", "/missed", "/language", "/message", "/recorded", "/recording", "/transcription"}) {
            given().formParams(family.form(Map.of("RecordingSid", family.recording)))
                    .post(VOICE + path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        given().header("X-Twilio-Signature", TwilioStandIn.sign(TestDistrict.PUBLIC_URL + VOICE, family.form(Map.of())))
                .formParams(family.form(Map.of("From", "+14105550142")))
                .post(VOICE)
                .then()
                .statusCode(403);
        assertThat(one("select count(*) from voice_call where call_sid = '" + family.call + "'"))
                .isEqualTo("0");
    }
}
