package org.rightdoor.channel.sms;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.TwilioStandIn.Text;

/** What becomes of a text that is on its way, in whatever order the carrier reports. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class TextDeliveryTest {

    private static final String QUESTION = "how do I request my transcript from ten years ago";

    private final TextingFamily family = new TextingFamily();
    private final String mail = UUID.randomUUID() + "@family.example";

    @Test
    void A_report_that_is_faster_than_our_own_note_is_kept() throws Exception {
        family.texts(QUESTION);
        var reply = family.isAnswered("It is on its way.", "CLAIMED", "now()");
        assertThat(family.report(textOf(reply), "delivered", null)).isEqualTo(204);
        assertThat(family.replyState()).isEqualTo("DELIVERED");
        assertThat(one("select external_id from reply where id = " + reply))
                .isEqualTo(textOf(reply).sid());
    }

    @Test
    void Reports_in_any_order_and_twice_only_move_forward() throws Exception {
        family.texts(QUESTION);
        var text = family.awaitText();
        for (var status : new String[] {"delivered", "sent", "queued", "delivered", "sending", "undelivered"}) {
            assertThat(family.report(text, status, status.equals("undelivered") ? 30003 : null))
                    .isEqualTo(204);
            assertThat(family.replyState()).as("after " + status).isEqualTo("DELIVERED");
        }
    }

    @Test
    void A_text_that_was_lost_says_why_and_what_to_do_and_a_late_sent_changes_nothing() throws Exception {
        family.texts(QUESTION);
        var text = family.awaitText();
        family.report(text, "undelivered", 30005);
        family.report(text, "sent", null);
        assertThat(family.replyState()).isEqualTo("FAILED");
        assertThat(TestStaff.admin().get("/desk/inquiries/" + family.inquiry()).asString())
                .contains("Not delivered.", "does not exist, or no longer (30005). Ask the family for another.");
    }

    @Test
    void A_text_that_is_lost_goes_once_to_the_address_the_same_person_gave_in_this_case() throws Exception {
        var number = asksOnTheWeb();
        var reply = answerByText(number);
        family.report(textOf(reply), "undelivered", 30003);
        family.report(textOf(reply), "undelivered", 30003);
        await().atMost(30, SECONDS).until(() -> mailsWith("We found your transcript.") == 1);
        assertThat(family.replyError()).contains("(30003)", "It goes by e-mail to " + mail + " instead.");
        assertThat(one("select count(*) from reply where instead_of = " + reply))
                .isEqualTo("1");
    }

    @Test
    void So_does_a_text_that_Twilio_refuses_and_one_that_the_family_opted_out_of() {
        var number = asksOnTheWeb();
        TestDistrict.twilio().refuse(family.number, 21614);
        answerByText(number, "QUEUED");
        await().atMost(30, SECONDS).until(() -> mailsWith("We found your transcript.") == 1);
        TestStaff.sql(
                "insert into consent (at, channel, address, wish, source, words, actor) values (now(), 'SMS', ?, 'OUT', 'STAFF', 'x', 'y')",
                family.number);
        answerByText(number, "QUEUED");
        await().atMost(30, SECONDS).until(() -> mailsWith("We found your transcript.") == 2);
        assertThat(family.got()).isEmpty();
    }

    @Test
    void What_goes_by_mail_anyway_and_what_belongs_to_somebody_else_does_not_go_again() throws Exception {
        var number = asksOnTheWeb();
        var reply = answerByText(number);
        one(
                "insert into reply (inquiry_number, channel, address, text, automatic, author, state, created_at, next_try_at)"
                        + " select inquiry_number, 'EMAIL', '" + mail
                        + "', text, false, author, 'SENT', created_at, now()"
                        + " from reply where id = " + reply + " returning id");
        family.report(textOf(reply), "undelivered", 30003);
        assertThat(one("select count(*) from reply where instead_of = " + reply))
                .isEqualTo("0");

        var other = new TextingFamily();
        var toOther = Long.parseLong(one(
                """
                insert into reply (inquiry_number, channel, address, text, automatic, author, state, created_at, next_try_at)
                values (%d, 'SMS', '%s', 'For you only.', false, 'Dee', 'CLAIMED', now(), now()) returning id"""
                        .formatted(number, other.number)));
        other.report(textOf(toOther), "undelivered", 30003);
        assertThat(one("select state from reply where id = " + toOther)).isEqualTo("FAILED");
        assertThat(one("select count(*) from reply where instead_of = " + toOther))
                .isEqualTo("0");
    }

    @Test
    void A_reply_whose_sender_died_is_looked_for_at_Twilio_and_sent_only_if_it_never_left() {
        family.texts(QUESTION);
        family.awaitText();
        var never = "Never left " + UUID.randomUUID();
        family.isAnswered(never, "CLAIMED", "now() - interval '10 minutes'");
        await().atMost(60, SECONDS).until(() -> sent(never) == 1);

        var left = "Had left " + UUID.randomUUID();
        given().auth()
                .preemptive()
                .basic(TestDistrict.ACCOUNT_SID, TestDistrict.AUTH_TOKEN)
                .formParams(Map.of("To", family.number, "From", TestDistrict.PHONE, "Body", left))
                .post(TestDistrict.twilio().address() + "/2010-04-01/Accounts/" + TestDistrict.ACCOUNT_SID
                        + "/Messages.json")
                .then()
                .statusCode(201);
        family.isAnswered(left, "CLAIMED", "now() - interval '10 minutes'");
        await().atMost(30, SECONDS).until(() -> "SENT".equals(family.replyState()));
        assertThat(sent(left)).isEqualTo(1);
    }

    @Test
    void A_text_that_Twilio_took_without_saying_so_is_found_there_and_not_sent_again() {
        TestDistrict.twilio().hangUpOn(family.number);
        family.texts(QUESTION);
        await().atMost(60, SECONDS).until(() -> "SENT".equals(family.replyState()));
        assertThat(family.got()).hasSize(1);
    }

    @Test
    void Too_many_at_once_is_tried_again_and_the_case_says_so() {
        TestDistrict.twilio().refuse(family.number, 20429);
        family.texts(QUESTION);
        await().atMost(20, SECONDS).until(() -> family.replyError().contains("20429"));
        assertThat(family.replyState()).isEqualTo("QUEUED");
        TestDistrict.twilio().refuse(family.number, 0);
        await().atMost(40, SECONDS).until(() -> family.got().size() == 1);
    }

    private long asksOnTheWeb() {
        return given().contentType("application/json")
                .body(Map.of("name", "Ana Ruiz", "email", mail, "phone", family.number, "text", QUESTION))
                .post("/api/inquiries")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("number");
    }

    private long answerByText(long number) {
        return answerByText(number, "CLAIMED");
    }

    private long answerByText(long number, String state) {
        return Long.parseLong(one(
                """
                        insert into reply (inquiry_number, channel, address, text, automatic, author, state, created_at, next_try_at)
                        values (%d, 'SMS', '%s', 'We found your transcript.', false, 'Dee', '%s', now() + %d * interval '2 minutes', now())
                        returning id"""
                        .formatted(number, family.number, state, mailsWith("We found"))));
    }

    /** A text with that reply's address to report to, as Twilio would know it. */
    private Text textOf(long reply) {
        var callback = URI.create(TestDistrict.PUBLIC_URL + "/webhooks/twilio/status?reply=" + reply + "#rc=5&rp=all");
        return new Text("SMofReply" + reply, family.number, null, null, callback, null, ZonedDateTime.now());
    }

    private long sent(String body) {
        return family.got().stream().filter(text -> text.body().equals(body)).count();
    }

    private long mailsWith(String words) {
        return Arrays.stream(TestDistrict.mailServer().getReceivedMessagesForDomain(mail))
                .map(com.icegreen.greenmail.util.GreenMailUtil::getBody)
                .filter(body -> body.contains(words))
                .count();
    }
}
