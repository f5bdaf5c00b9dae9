package org.rightdoor.channel.sms;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;

/** What families say about being texted is kept, and nothing leaves against it. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class TextWishesTest {

    private static final String QUESTION = "how do I request my transcript from ten years ago";

    private final TextingFamily family = new TextingFamily();

    @Test
    void After_a_stop_nothing_leaves_and_after_a_start_texts_leave_again() {
        family.texts("STOP");
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD");
        family.texts(QUESTION);
        await().atMost(20, SECONDS).until(() -> "FAILED".equals(family.replyState()));
        assertThat(family.replyError()).contains("opted out");
        assertThat(family.got()).isEmpty();

        family.texts("START");
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD, IN KEYWORD");
        family.isAnswered("Here it is.");
        assertThat(family.awaitText().body()).isEqualTo("Here it is.");
    }

    @Test
    void The_same_stop_three_times_is_one_line_of_the_ledger_with_its_words() {
        var form = family.form("Stop!");
        for (var i = 0; i < 3; i++) family.sends(form);
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD");
        assertThat(one("select words || ' by ' || channel || ' in ' || external_id from consent where address = '"
                        + family.number + "'"))
                .isEqualTo("Stop! by SMS in " + form.get("MessageSid"));
    }

    @Test
    void A_sentence_that_may_ask_for_no_more_texts_holds_everything_until_a_person_has_decided() throws Exception {
        family.texts("please stop texting me");
        assertThat(family.wishes()).isEqualTo("IN_DOUBT OWN_WORDS");
        family.isAnswered("Your bus is late.");
        Thread.sleep(2_500);
        assertThat(family.got()).isEmpty();
        assertThat(casePage()).contains("please stop texting me", "No text leaves until this is decided", "Held until");

        decide("IN").statusCode(303);
        assertThat(family.wishes()).isEqualTo("IN_DOUBT OWN_WORDS, IN STAFF");
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(family.got())
                .anyMatch(text -> text.body().equals("Your bus is late.")));
    }

    @Test
    void What_staff_confirm_ends_the_texts_and_cannot_be_undone_by_a_colleague() {
        family.texts("no me manden más mensajes");
        decide("OUT").statusCode(303);
        assertThat(family.wishes()).isEqualTo("IN_DOUBT OWN_WORDS, OUT STAFF");
        await().atMost(20, SECONDS).until(() -> "FAILED".equals(family.replyState()));
        assertThat(family.got()).isEmpty();
        assertThat(decide("IN").statusCode(303).extract().header("Location")).endsWith("texts-decided");
        assertThat(family.wishes()).isEqualTo("IN_DOUBT OWN_WORDS, OUT STAFF");
        assertThat(casePage()).contains("No texts to (", "has opted out of texts", "disabled");
    }

    @Test
    void Staff_cannot_choose_a_text_for_somebody_who_has_opted_out() {
        family.texts(QUESTION);
        family.texts("STOP");
        var page = TestStaff.admin()
                .formParam("text", "We found it.")
                .formParam("channel", "SMS")
                .post("/desk/inquiries/" + questionsCase() + "/replies")
                .then()
                .statusCode(409)
                .extract()
                .asString();
        assertThat(page).contains("has opted out of texts. Choose another way.", "We found it.");
    }

    @Test
    void A_spoken_wish_is_written_down_by_staff_for_the_case_s_own_numbers_only() {
        family.texts(QUESTION);
        TestStaff.admin()
                .formParam("phone", "+14105559999")
                .formParam("wish", "OUT")
                .post("/desk/inquiries/" + family.inquiry() + "/consent")
                .then()
                .statusCode(400);
        decide("OUT").statusCode(303);
        assertThat(family.wishes()).isEqualTo("OUT STAFF");
    }

    @Test
    void A_carrier_that_knows_of_an_opt_out_is_believed() {
        TestDistrict.twilio().refuse(family.number, 21610);
        family.texts(QUESTION);
        await().atMost(20, SECONDS).until(() -> "FAILED".equals(family.replyState()));
        assertThat(family.wishes()).isEqualTo("OUT CARRIER");
        assertThat(family.replyError()).contains("opted out", "21610");
    }

    @Test
    void So_is_its_report_however_often_it_comes() throws Exception {
        family.texts(QUESTION);
        var text = family.awaitText();
        assertThat(family.report(text, "failed", 21610)).isEqualTo(204);
        assertThat(family.report(text, "failed", 21610)).isEqualTo(204);
        assertThat(family.wishes()).isEqualTo("OUT CARRIER");
    }

    @Test
    void A_cancel_in_a_running_conversation_opts_out_and_is_still_read_by_a_person() {
        family.texts(QUESTION);
        var question = questionsCase();
        var sid = family.texts("Cancel");
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD");
        assertThat(one("select inquiry_number || ' ' || counts from contact where external_id = '" + sid + "'"))
                .isEqualTo(question + " true");
    }

    @Test
    void Its_Spanish_form_which_Twilio_lets_pass_is_only_put_in_doubt() {
        family.texts("¿Cómo pido mi certificado de notas?");
        family.texts("Cancelar");
        assertThat(family.wishes()).isEqualTo("IN_DOUBT KEYWORD");
    }

    @Test
    void Outside_of_a_conversation_these_words_are_wishes_and_nothing_else() {
        var sid = family.texts("CANCELAR");
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD");
        assertThat(one("select counts from contact where external_id = '" + sid + "'"))
                .isEqualTo("f");
    }

    @Test
    void Nothing_is_continued_in_the_case_of_a_mere_keyword() {
        family.texts("STOP");
        var stop = family.inquiry();
        family.texts("START");
        var start = family.inquiry();
        family.texts("please stop texting me");
        var revocation = family.inquiry();
        assertThat(revocation).isNotIn(stop, start);
        assertThat(status(revocation)).isEqualTo("OPEN");
        assertThat(status(stop)).isEqualTo("RESOLVED");
        assertThat(status(start)).isEqualTo("RESOLVED");
    }

    @Test
    void A_keyword_neither_wakes_a_case_nor_counts_in_one() {
        family.texts(QUESTION);
        var question = family.inquiry();
        TestStaff.sql("update inquiry set status = 'RESOLVED', resolved_at = now() where number = ?", question);
        family.texts("STOP");
        assertThat(status(question)).isEqualTo("RESOLVED");
        assertThat(one("select contacts from inquiry where number = " + question))
                .isEqualTo("1");
    }

    @Test
    void A_revocation_in_a_running_conversation_is_read_where_the_conversation_is() {
        family.texts(QUESTION);
        var question = family.inquiry();
        family.texts("STOP");
        family.texts("START");
        family.texts("stop texting me");
        assertThat(family.inquiry()).isNotEqualTo(question);
        assertThat(one("select inquiry_number from contact where text = 'stop texting me' and address = '"
                        + family.number + "'"))
                .isEqualTo(Long.toString(question));
    }

    private static String status(long number) {
        return one("select status from inquiry where number = " + number);
    }

    @Test
    void A_yes_is_an_answer_unless_somebody_had_opted_out() {
        family.texts(QUESTION);
        family.texts("YES");
        assertThat(family.wishes()).isEmpty();
        family.texts("STOP");
        family.texts("Sí");
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD, IN KEYWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "STOP", "START"})
    void What_Twilio_answers_is_not_answered_again(String word) {
        family.texts(word);
        assertThat(family.replyState()).isNull();
    }

    @Test
    void What_Twilio_does_not_answer_is() {
        family.texts("AYUDA");
        assertThat(family.awaitText().body()).contains("caso");
    }

    @Test
    void A_word_of_the_account_s_own_counts_as_what_Twilio_says_it_is() {
        family.texts("BYE", "OptOutType", "STOP");
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD");
        family.texts("BACK", "OptOutType", "START");
        assertThat(family.wishes()).isEqualTo("OUT KEYWORD, IN KEYWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update consent set wish = 'IN'", "delete from consent", "truncate consent"})
    void The_ledger_is_only_ever_added_to(String change) {
        family.texts("STOP");
        assertThatThrownBy(() -> TestStaff.sql(change)).hasStackTraceContaining("kept as it was said");
    }

    private String questionsCase() {
        return one("select min(inquiry_number) from contact where address = '" + family.number + "'");
    }

    private String casePage() {
        return TestStaff.admin().get("/desk/inquiries/" + family.inquiry()).asString();
    }

    private ValidatableResponse decide(String wish) {
        return TestStaff.admin()
                .formParam("phone", family.number)
                .formParam("wish", wish)
                .post("/desk/inquiries/" + family.inquiry() + "/consent")
                .then();
    }
}
