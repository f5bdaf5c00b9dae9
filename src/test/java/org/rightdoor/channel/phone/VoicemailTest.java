package org.rightdoor.channel.phone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TwilioStandIn;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;

/** Calls while the office is closed, as Twilio tells of them, into the real database. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class VoicemailTest {

    private static final String VOICE = "/webhooks/twilio/voice";
    private static final String BUS =
            "Hello this is Ana Ruiz bus 14 never came this morning and my son waited at the stop";

    @Inject
    Intake intake;

    private final String caller = "+1410" + (2_000_000 + (int) (Math.random() * 7_000_000));
    private final String call = "CA" + hex();
    private final String recording = "RE" + hex();

    @Test
    void A_caller_hears_at_the_beginning_what_to_do_in_an_emergency_and_may_press_2_for_Spanish() {
        var heard = call(VOICE, Map.of())
                .statusCode(200)
                .contentType("text/xml")
                .extract()
                .asString();
        assertThat(heard)
                .containsSubsequence("<Gather", "You have reached", "not watched around the clock", "dial 9 1 1");
        assertThat(heard)
                .containsSubsequence("dial 9 1 1", "es-US", "Para español, oprima dos", "</Gather>", "<Redirect");
        call(VOICE + "/language", Map.of("Digits", "2"))
                .body(
                        containsString("marque 9 1 1"),
                        containsString("Después del tono"),
                        containsString("<Record"),
                        containsString("transcribe=\"false\""),
                        not(containsString("After the tone")));
        call(VOICE + "/message", Map.of()).body(containsString("Después del tono"));
    }

    @Test
    void The_tone_is_followed_by_a_recording_that_is_written_down_and_told_to_us() {
        call(VOICE, Map.of());
        call(VOICE + "/message", Map.of())
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
                Sender.withPhone(caller),
                "¿Por qué el autobús 14 llegó tarde otra vez esta mañana?")));
        var heard = call(VOICE, Map.of()).extract().asString();
        assertThat(heard).containsSubsequence("Usted se ha comunicado", "For English, press 1");
    }

    @Test
    void A_recording_is_a_case_at_once_with_its_sound_and_without_an_automatic_text() {
        var sound = "ID3 the sound of a voice".getBytes(StandardCharsets.UTF_8);
        TestDistrict.twilio().recordings.hold(recording, sound);
        call(VOICE, Map.of());
        leave(42).statusCode(204);
        var number = number();
        agent("front-office").get("/desk/inquiries/" + number).then().body(containsString("Voicemail, 0:42"));
        await().atMost(60, TimeUnit.SECONDS).until(() -> count("attachment") == 1);
        var page = "/desk/inquiries/" + number;
        var id = one("select a.id from attachment a join contact c on c.id = a.contact_id where c.external_id = '"
                + recording + "'");
        admin().get(page).then().body(containsString("<audio controls"), containsString("/files/" + id + "/shown"));
        admin().get(page + "/files/" + id + "/shown")
                .then()
                .contentType("audio/mpeg")
                .body(equalTo(new String(sound)));
        admin().header("Range", "bytes=4-6")
                .get(page + "/files/" + id + "/shown")
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 4-6/" + sound.length)
                .body(equalTo("the"));
        agent("nutrition").get(page + "/files/" + id + "/shown").then().statusCode(404);
        assertThat(Long.parseLong(one("select count(*) from reply where inquiry_number = " + number)))
                .isZero();
    }

    @Test
    void What_was_said_becomes_the_text_and_the_case_goes_where_the_words_say() {
        call(VOICE, Map.of());
        leave(42);
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("front-office");
        written(BUS).statusCode(204);
        assertThat(contact("text")).isEqualTo(BUS);
        assertThat(contact("subject")).isEqualTo("Voicemail, 0:42");
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("transportation");
        assertThat(one("select contacts from inquiry where number = " + number()))
                .isEqualTo("1");
        written("Something else altogether").statusCode(204);
        assertThat(contact("text")).isEqualTo(BUS);
    }

    @Test
    void A_case_that_a_colleague_has_touched_stays_where_it_is() {
        call(VOICE, Map.of());
        leave(42);
        agent("front-office")
                .formParam("department", "safety")
                .formParam("reason", "I listened to it.")
                .post("/desk/inquiries/" + number() + "/department")
                .then()
                .statusCode(303);
        written(BUS).statusCode(204);
        assertThat(contact("text")).isEqualTo(BUS);
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("safety");
    }

    @Test
    void Words_that_come_before_the_recording_wait_for_it() {
        call(VOICE, Map.of());
        written(BUS).statusCode(204);
        assertThat(count("contact")).isZero();
        leave(42);
        assertThat(contact("text")).isEqualTo(BUS);
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("transportation");
    }

    @Test
    void The_same_news_three_times_is_one_contact() {
        for (int i = 0; i < 3; i++) {
            call(VOICE, Map.of());
            leave(42).statusCode(204);
            written(BUS).statusCode(204);
        }
        assertThat(count("contact")).isEqualTo(1);
        assertThat(one("select contacts from inquiry where number = " + number()))
                .isEqualTo("1");
    }

    @Test
    void Who_hangs_up_or_says_nothing_makes_no_case() {
        call(VOICE, Map.of());
        leave(1).statusCode(204);
        call(VOICE + "/recording", Map.of("RecordingSid", recording, "RecordingStatus", "absent"))
                .statusCode(204);
        assertThat(count("contact")).isZero();
        assertThat(one("select count(*) from voicemail where recording_sid = '" + recording + "'"))
                .isEqualTo("0");
    }

    @Test
    void Who_hides_the_number_is_a_new_person_each_time_and_is_offered_no_text() {
        call(VOICE, Map.of("From", "+266696687")).statusCode(200);
        call(VOICE + "/message", Map.of())
                .body(containsString("<Record"), not(containsString("press 1 to get a text")));
        call(VOICE + "/recorded", Map.of("Digits", "1", "RecordingDuration", "42"))
                .body(containsString("Thank you. Goodbye."));
        leave(42).statusCode(204);
        assertThat(one("select count(*) from reply where inquiry_number = " + number()))
                .isEqualTo("0");
        assertThat(contact("address")).isNull();
    }

    @Test
    void Who_presses_1_gets_one_text_with_the_link_whichever_news_comes_first() {
        call(VOICE, Map.of());
        call(VOICE + "/recorded", Map.of("Digits", "1", "RecordingDuration", "42", "RecordingSid", recording))
                .body(containsString("We will text you"));
        leave(42);
        leave(42);
        call(VOICE + "/recorded", Map.of("Digits", "1", "RecordingDuration", "42", "RecordingSid", recording));
        var token = one("select token from case_link where whole and inquiry_number = " + number());
        assertThat(one("select count(*) from reply where address = '" + caller + "'"))
                .isEqualTo("1");
        assertThat(one("select text from reply where address = '" + caller + "'"))
                .contains("/cases/" + token);
    }

    @Test
    void Who_presses_1_before_a_word_is_said_is_not_cut_off() {
        call(VOICE, Map.of());
        call(VOICE + "/recorded", Map.of("Digits", "1", "RecordingDuration", "0"))
                .body(containsString("You will get a text"), containsString("<Record"));
        call(VOICE + "/recorded", Map.of("Digits", "hangup", "RecordingDuration", "9"))
                .body(containsString("Thank you."), containsString("<Hangup/>"));
    }

    @Test
    void When_nobody_picks_up_at_the_office_the_voicemail_answers() {
        call(VOICE, Map.of());
        call(VOICE + "/missed", Map.of("DialCallStatus", "no-answer")).body(containsString("You have reached"));
        call(VOICE + "/missed", Map.of("DialCallStatus", "completed"))
                .body(containsString("<Response><Hangup/></Response>"));
    }

    @Test
    void Forged_and_unsigned_requests_are_refused_at_every_address_and_nothing_is_kept() {
        for (var path :
                new String[] {"", "/missed", "/language", "/message", "/recorded", "/recording", "/transcription"}) {
            given().formParams(form(Map.of("RecordingSid", recording)))
                    .post(VOICE + path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        given().header("X-Twilio-Signature", TwilioStandIn.sign(TestDistrict.PUBLIC_URL + VOICE, form(Map.of())))
                .formParams(form(Map.of("From", "+14105550142")))
                .post(VOICE)
                .then()
                .statusCode(403);
        assertThat(one("select count(*) from voice_call where call_sid = '" + call + "'"))
                .isEqualTo("0");
    }

    private ValidatableResponse leave(int seconds) {
        return call(
                VOICE + "/recording",
                Map.of(
                        "RecordingSid",
                        recording,
                        "RecordingStatus",
                        "completed",
                        "RecordingDuration",
                        Integer.toString(seconds),
                        "RecordingUrl",
                        "http://127.0.0.1:9/somewhere/else"));
    }

    private ValidatableResponse written(String text) {
        return call(
                VOICE + "/transcription",
                Map.of("RecordingSid", recording, "TranscriptionStatus", "completed", "TranscriptionText", text));
    }

    private ValidatableResponse call(String path, Map<String, String> more) {
        var form = form(more);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return given().header("X-Twilio-Signature", TwilioStandIn.sign(TestDistrict.PUBLIC_URL + path, form))
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(path)
                .then();
    }

    private Map<String, String> form(Map<String, String> more) {
        var form = new HashMap<>(Map.of("CallSid", call, "From", caller, "To", TestDistrict.PHONE));
        form.putAll(more);
        return form;
    }

    private String number() {
        return contact("inquiry_number");
    }

    private String contact(String column) {
        return one("select " + column + " from contact where channel = 'PHONE' and external_id = '" + recording + "'");
    }

    private long count(String what) {
        return Long.parseLong(one(
                what.equals("contact")
                        ? "select count(*) from contact where external_id = '" + recording + "'"
                        : "select count(*) from attachment a join contact c on c.id = a.contact_id where c.external_id = '"
                                + recording + "'"));
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String one(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
