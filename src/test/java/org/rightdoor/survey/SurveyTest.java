package org.rightdoor.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.sql;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestFamily;
import org.rightdoor.TextingFamily;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;

/** Families are asked how the help was, by real mail and by signed text, and what they tap is heard. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class SurveyTest {

    private static final String STAFF = "Ms. Okafor";

    @Inject
    AskHowTheHelpWas asking;

    @Inject
    SettledCases settled;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Inquiries inquiries;

    @Inject
    Replies replies;

    private final String email = UUID.randomUUID() + "@family.example";

    @Test
    void A_mail_asks_and_only_a_press_of_the_button_answers() throws Throwable {
        var number = asksByMail();
        settle(number, Destination.backTo(Channel.EMAIL, email, null));
        ask(number);

        var link = linkInMail();
        browser().get(link).then().statusCode(200).body(containsString("value=\"5\" checked"));
        browser().head(link);
        assertThat(one("select answered_at from survey where inquiry_number = " + number))
                .as("a mail robot that opens the link answers nothing")
                .isNull();

        var page = link.replaceFirst("/5$", "");
        browser()
                .formParam("courtesy", "5")
                .formParam("timeliness", "4")
                .formParam("solved", "yes")
                .formParam("heard", "yes")
                .post(page)
                .then()
                .statusCode(303);
        browser().formParam("courtesy", "1").post(page).then().statusCode(303);
        assertThat(said(number)).isEqualTo("5 4 true true");
        assertThat(status(number)).isEqualTo("RESOLVED");

        ask(number);
        assertThat(one("select count(*) from reply where text like '%/survey/%' and inquiry_number = " + number))
                .as("once a case")
                .isEqualTo("1");
    }

    @Test
    void Not_solved_opens_the_case_again_and_no_more_is_no_more() throws Throwable {
        var number = asksByMail();
        settle(number, Destination.backTo(Channel.EMAIL, email, null));
        ask(number);
        var page = "/survey/" + one("select token from survey where inquiry_number = " + number);

        browser().formParam("solved", "no").post(page).then().statusCode(303);
        assertThat(status(number)).isEqualTo("OPEN");
        browser().get(page + "?done=reopened").then().body(containsString("Your case is open again"));

        browser().post(page + "/no-more").then().statusCode(303);
        var next = asksByMail("The playground of our school has a broken swing, who repairs it?");
        settle(next, Destination.backTo(Channel.EMAIL, email, null));
        ask(next);
        assertThat(withheld(next)).isEqualTo("The family does not want to be asked.");
    }

    @Test
    void One_digit_by_text_is_the_courtesy_and_no_contact_that_counts() throws Throwable {
        var family = new TextingFamily();
        family.texts("When does bus 22 come to Oak Street in the morning? It is the stop at the corner.");
        var number = family.inquiry();
        settle(number, new Destination(Channel.SMS, family.number));
        ask(number);
        await().until(() -> family.got().stream().anyMatch(text -> text.body().contains("/survey/")));

        family.texts("4");
        assertThat(family.inquiry()).isEqualTo(number);
        assertThat(one("select courtesy from survey where inquiry_number = " + number))
                .isEqualTo("4");
        assertThat(one("select contacts from inquiry where number = " + number))
                .as(() -> one("select string_agg(to_jsonb(c)::text, E'\\n' order by id) from contact c"
                        + " where inquiry_number = " + number))
                .isEqualTo("1");
        assertThat(status(number)).isEqualTo("RESOLVED");

        family.texts("0");
        assertThat(status(number)).isEqualTo("OPEN");
        assertThat(one("select contacts from inquiry where number = " + number)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "safety = true",
                "merged_into = (select min(number) from inquiry)",
                "contacts = 0",
                "resolved_at = now() - interval '9 days'",
                "status = 'OPEN', resolved_at = null"
            })
    void It_is_not_even_looked_at(String standing) throws Throwable {
        var number = asksByMail();
        settle(number, Destination.backTo(Channel.EMAIL, email, null));
        sql("update inquiry set resolved_at = now() - interval '2 hours' where number = ?", number);
        assertThat(isDue(number)).isTrue();
        sql("update inquiry set " + standing + " where number = ?", number);
        assertThat(isDue(number)).isFalse();
    }

    @Test
    void Who_got_no_answer_is_not_asked_how_it_was() throws Throwable {
        var number = asksByMail();
        VertxContextSupport.subscribeAndAwait(
                () -> inquiries.change(number, inquiry -> inquiry.resolve(Actor.RIGHTDOOR)));
        sql("update inquiry set resolved_at = now() - interval '2 hours' where number = ?", number);
        assertThat(isDue(number)).isFalse();
    }

    @Test
    void A_mark_that_comes_after_the_first_word_is_measured_too() throws Throwable {
        var number = asksByMail();
        settle(number, Destination.backTo(Channel.EMAIL, email, null));
        ask(number);
        var page = "/survey/" + one("select token from survey where inquiry_number = " + number);
        browser().formParam("solved", "yes").post(page).then().statusCode(303);
        assertThat(one("select rated from case_measure where inquiry_number = " + number))
                .isEqualTo("0");
        browser().formParam("courtesy", "2").post(page).then().statusCode(303);
        assertThat(one("select courtesy from case_measure where inquiry_number = " + number))
                .isEqualTo("2");
    }

    @Test
    void A_comment_that_calls_a_person_does_so_and_the_district_says_its_words_at_once() throws Throwable {
        var number = asksByMail();
        settle(number, Destination.backTo(Channel.EMAIL, email, null));
        ask(number);
        var page = "/survey/" + one("select token from survey where inquiry_number = " + number);

        browser()
                .formParam("courtesy", "2")
                .formParam("comment", "Nobody helped. My daughter says she wants to kill herself tonight.")
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("988"), containsString("role=\"alert\""));

        assertThat(one("select count(*) from alert where inquiry_number = " + number))
                .isEqualTo("1");
        assertThat(one("select concat_ws(' ', status, priority, safety) from inquiry where number = " + number))
                .isEqualTo("OPEN URGENT t");
        assertThat(one("select comment from survey where inquiry_number = " + number))
                .startsWith("Nobody helped.");
    }

    @Test
    void A_family_may_be_asked_weeks_after_its_case_was_settled() throws Throwable {
        var number = asksByMail();
        settle(number, Destination.backTo(Channel.EMAIL, email, null));
        sql("update inquiry set resolved_at = now() - interval '15 days' where number = ?", number);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> settled.next(Duration.ofDays(14))))
                .contains(number);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> settled.next(Duration.ofDays(10))))
                .as("its time was long ago")
                .doesNotContain(number);
    }

    @Test
    void Who_opted_out_of_texts_and_what_the_rules_spare_is_not_asked() throws Throwable {
        var family = new TextingFamily();
        family.texts("When does bus 22 come to Oak Street in the morning? It is the stop at the corner.");
        var number = family.inquiry();
        settle(number, new Destination(Channel.SMS, family.number));
        family.texts("STOP");
        ask(number);
        assertThat(withheld(number)).isEqualTo("The family wants no messages there.");

        var spared = asksByMail();
        settle(spared, Destination.backTo(Channel.EMAIL, email, null));
        sql("update inquiry set topic = 'ss-discipline' where number = ?", spared);
        ask(spared);
        assertThat(withheld(spared)).isEqualTo("The rules say so.");
    }

    @Test
    void A_link_that_is_made_up_opens_nothing() {
        browser().get("/survey/made-up").then().statusCode(404).body(not(containsString("courteous")));
        browser().formParam("courtesy", "5").post("/survey/made-up").then().statusCode(404);
    }

    private long asksByMail() {
        return asksByMail("When does the bus come to Oak Street in the morning?");
    }

    private long asksByMail(String question) {
        return TestFamily.asks(question, "", email);
    }

    private void settle(long number, Destination to) throws Throwable {
        var by = new Actor(STAFF, null);
        VertxContextSupport.subscribeAndAwait(() -> replies.answer(number, List.of(to), "At 7:10.", by)
                .chain(() -> inquiries.change(number, inquiry -> inquiry.resolve(by))));
    }

    private void ask(long number) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> asking.ask(number, knowledge.now().rules()));
    }

    private boolean isDue(long number) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> settled.next(Duration.ofHours(1)))
                .contains(number);
    }

    private String linkInMail() {
        var link = Pattern.compile(
                "5 \\(very courteous\\): " + Pattern.quote(TestDistrict.PUBLIC_URL) + "(/survey/\\S+/5)");
        return await().until(
                        () -> Arrays.stream(TestDistrict.mailServer().getReceivedMessagesForDomain(email))
                                .map(SurveyTest::text)
                                .map(link::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .findFirst(),
                        Optional::isPresent)
                .get();
    }

    private static String text(MimeMessage mail) {
        try {
            var versions = (MimeMultipart) mail.getContent();
            return versions.getBodyPart(0).getContent().toString();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String said(long number) {
        return one(
                "select concat_ws(' ', courtesy, timeliness, solved::text, heard::text) from survey where inquiry_number = "
                        + number);
    }

    private static String withheld(long number) {
        return one("select withheld from survey where inquiry_number = " + number);
    }

    private static String status(long number) {
        return one("select status from inquiry where number = " + number);
    }
}
