package org.rightdoor.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;

/** What callers leave while the office is closed, in the real database. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class VoicemailTest {

    private static final String BUS =
            "Hello this is Ana Ruiz bus 14 never came this morning and my son waited at the stop";

    private final CallingFamily family = new CallingFamily();

    @Test
    void A_recording_is_a_case_at_once_with_its_sound_and_without_an_automatic_text() {
        var sound = "ID3 the sound of a voice".getBytes(StandardCharsets.UTF_8);
        TestDistrict.twilio().recordings.hold(family.recording, sound);
        family.rings();
        family.speaksFor(42).statusCode(204);
        var number = number();
        agent("front-office").get("/desk/inquiries/" + number).then().body(containsString("Voicemail, 0:42"));
        await().atMost(60, TimeUnit.SECONDS).until(() -> count("attachment") == 1);
        var page = "/desk/inquiries/" + number;
        var id = one("select a.id from attachment a join contact c on c.id = a.contact_id where c.external_id = '"
                + family.recording + "'");
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
        family.rings();
        family.speaksFor(42);
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("front-office");
        family.isUnderstoodAs(BUS).statusCode(204);
        assertThat(contact("text")).isEqualTo(BUS);
        assertThat(contact("subject")).isEqualTo("Voicemail, 0:42");
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("transportation");
        assertThat(one("select contacts from inquiry where number = " + number()))
                .isEqualTo("1");
        family.isUnderstoodAs("Something else altogether").statusCode(204);
        assertThat(contact("text")).isEqualTo(BUS);
    }

    @Test
    void A_case_that_a_colleague_has_touched_stays_where_it_is() {
        family.rings();
        family.speaksFor(42);
        agent("front-office")
                .formParam("department", "safety")
                .formParam("reason", "I listened to it.")
                .post("/desk/inquiries/" + number() + "/department")
                .then()
                .statusCode(303);
        family.isUnderstoodAs(BUS).statusCode(204);
        assertThat(contact("text")).isEqualTo(BUS);
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("safety");
    }

    @Test
    void Words_that_come_before_the_recording_wait_for_it() {
        family.rings();
        family.isUnderstoodAs(BUS).statusCode(204);
        assertThat(count("contact")).isZero();
        family.speaksFor(42);
        assertThat(contact("text")).isEqualTo(BUS);
        assertThat(one("select department from inquiry where number = " + number()))
                .isEqualTo("transportation");
    }

    @Test
    void The_same_news_three_times_is_one_contact() {
        for (int i = 0; i < 3; i++) {
            family.rings();
            family.speaksFor(42).statusCode(204);
            family.isUnderstoodAs(BUS).statusCode(204);
        }
        assertThat(count("contact")).isEqualTo(1);
        assertThat(one("select contacts from inquiry where number = " + number()))
                .isEqualTo("1");
    }

    @Test
    void Who_hangs_up_or_says_nothing_makes_no_case() {
        family.rings();
        family.speaksFor(1).statusCode(204);
        family.asks("/recording", Map.of("RecordingSid", family.recording, "RecordingStatus", "absent"))
                .statusCode(204);
        assertThat(count("contact")).isZero();
        assertThat(one("select count(*) from voicemail where recording_sid = '" + family.recording + "'"))
                .isEqualTo("0");
    }

    @Test
    void Who_hides_the_number_is_a_new_person_each_time_and_is_offered_no_text() {
        family.asks("", Map.of("From", "+266696687")).statusCode(200);
        family.asks("/message", Map.of()).body(containsString("<Record"), not(containsString("press 1 to get a text")));
        family.asks("/recorded", Map.of("Digits", "1", "RecordingDuration", "42"))
                .body(containsString("Thank you. Goodbye."));
        family.speaksFor(42).statusCode(204);
        assertThat(one("select count(*) from reply where inquiry_number = " + number()))
                .isEqualTo("0");
        assertThat(contact("address")).isNull();
    }

    @Test
    void Who_presses_1_gets_one_text_with_the_link_whichever_news_comes_first() {
        family.rings();
        family.asks("/recorded", Map.of("Digits", "1", "RecordingDuration", "42", "RecordingSid", family.recording))
                .body(containsString("We will text you"));
        family.speaksFor(42);
        family.speaksFor(42);
        family.asks("/recorded", Map.of("Digits", "1", "RecordingDuration", "42", "RecordingSid", family.recording));
        var token = one("select token from case_link where whole and inquiry_number = " + number());
        assertThat(one("select count(*) from reply where address = '" + family.number + "'"))
                .isEqualTo("1");
        assertThat(one("select text from reply where address = '" + family.number + "'"))
                .contains("/cases/" + token);
    }

    private String number() {
        return contact("inquiry_number");
    }

    private String contact(String column) {
        return one("select " + column + " from contact where channel = 'PHONE' and external_id = '" + family.recording
                + "'");
    }

    private long count(String what) {
        return Long.parseLong(one(
                what.equals("contact")
                        ? "select count(*) from contact where external_id = '" + family.recording + "'"
                        : "select count(*) from attachment a join contact c on c.id = a.contact_id where c.external_id = '"
                                + family.recording + "'"));
    }
}
