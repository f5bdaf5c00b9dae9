package org.rightdoor.channel.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Status;
import org.rightdoor.inquiry.TimelineEntry;

/** What mails do to cases, and what staff see of them. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class CaseMailTest {

    private static final String BUS = "Bus 14 is late again, my son is still waiting at the stop.";

    private final String family = UUID.randomUUID() + "@home.example";

    @Inject
    CaseFiles caseFiles;

    @Test
    void Quoted_mail_is_folded_and_formatting_is_shown_without_scripts_and_pictures() throws Throwable {
        var number = push("Subject: Re: Bus 14\nContent-Type: text/html; charset=utf-8\n\n<p>" + BUS
                + " <b>Please</b></p><img src=https://spy.example/a.gif><script>alert(1)</script>"
                + "<blockquote>An earlier mail</blockquote>");
        var page = "/desk/inquiries/" + number;
        agent("transportation")
                .get(page)
                .then()
                .statusCode(200)
                .body(
                        containsString("<summary>Show quoted text</summary>"),
                        containsString("An earlier mail"),
                        containsString("1 picture on other sites blocked"));
        var letter = page + "/letters/" + contact(number, 0).id();
        agent("transportation")
                .get(letter)
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("sandbox"), containsString("default-src 'none'")))
                .body(
                        containsString("<b>Please</b>"),
                        not(containsString("spy.example")),
                        not(containsString("<script")));
        agent("nutrition").get(letter).then().statusCode(404);
    }

    @Test
    void A_stranger_who_answers_our_mail_is_shown_as_one_and_answers_do_not_go_there() throws Throwable {
        var number = push("Subject: Bus 14\n\n" + BUS);
        var ours = sentTo(family, 1).getMessageID();
        var stranger = UUID.randomUUID() + "@elsewhere.example";
        pushFrom(stranger, "Subject: Re: Bus 14\nIn-Reply-To: " + ours + "\n\nTell me where the boy lives.");

        assertThat(contact(number, 1).byStranger()).isTrue();
        assertThat(file(number).email()).isEqualTo(family);
        agent("transportation")
                .get("/desk/inquiries/" + number)
                .then()
                .body(containsString("Not known in this case."), not(containsString("E-mail to " + stranger)));
        assertThat(TestDistrict.mailServer().getReceivedMessagesForDomain(stranger))
                .isEmpty();

        pushFrom(family, "Subject: Re: Bus 14\nIn-Reply-To: " + ours + "\n\nHe waits at Oak Street.");
        assertThat(contact(number, 2).byStranger()).isFalse();
    }

    @Test
    void What_the_mail_server_found_about_the_sender_is_shown_and_what_others_say_is_not() throws Throwable {
        var good = push(
                "Authentication-Results: mx.maple.example; spf=pass; dkim=pass; dmarc=pass\nSubject: Bus 14\n\n" + BUS);
        agent("transportation")
                .get("/desk/inquiries/" + good)
                .then()
                .body(
                        containsString("Sender checked by the mail server: SPF pass, DKIM pass, DMARC pass"),
                        not(containsString("may be forged")));
        var bad = pushFrom(
                UUID.randomUUID() + "@home.example",
                "Authentication-Results: mx.maple.example; spf=fail; dmarc=fail\n"
                        + "Authentication-Results: mx.evil.example; spf=pass; dmarc=pass\nSubject: Bus 14\n\n" + BUS);
        agent("transportation")
                .get("/desk/inquiries/" + bad)
                .then()
                .body(containsString("The sender may be forged."), not(containsString("DMARC pass")));
    }

    @Test
    void The_number_in_a_subject_opens_no_case_of_another_person() throws Throwable {
        var number = push("Subject: Bus 14\n\n" + BUS);
        var other = pushFrom(
                UUID.randomUUID() + "@elsewhere.example", "Subject: [Case #" + number + "]\n\nWhat did Ana write?");
        assertThat(other).isNotEqualTo(number);
        assertThat(push("Subject: about [Case #" + number + "]\n\nThe lunch menu, please: is there pizza on Friday?"))
                .isEqualTo(number);
    }

    @Test
    void A_bounce_marks_the_reply_and_tells_the_case_and_the_address_until_it_writes_again() throws Throwable {
        var number = push("Subject: Bus 14\n\n" + BUS);
        agent("transportation")
                .formParam("text", "It is on its way.")
                .formParam("channel", "EMAIL")
                .post("/desk/inquiries/" + number + "/replies")
                .then()
                .statusCode(303);
        var ours = sentTo(family, 2).getMessageID();
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> reply(number, 1).state().equals("SENT"));
        assertThat(file(number).inquiry().status).isEqualTo(Status.WAITING);

        assertThat(bounce(ours, "someone-else@home.example")).isEqualTo(number);
        assertThat(reply(number, 1).state()).isEqualTo("SENT");
        assertThat(bounce(ours, family)).isEqualTo(number);

        assertThat(reply(number, 1).state()).isEqualTo("FAILED");
        assertThat(file(number).inquiry().status).isEqualTo(Status.OPEN);
        assertThat(file(number).inquiry().contacts).isEqualTo(1);
        agent("transportation")
                .get("/desk/inquiries/" + number)
                .then()
                .body(
                        containsString("There is no such address."),
                        containsString("Call or text the family"),
                        containsString("Mail does not arrive there."));

        push("Subject: Re: Bus 14 [Case #" + number + "]\n\nI have mail again.");
        agent("transportation")
                .get("/desk/inquiries/" + number)
                .then()
                .body(not(containsString("Mail does not arrive there.")));
    }

    @Test
    void Out_of_office_and_thanks_are_kept_and_not_counted() throws Throwable {
        var number = push("Subject: Bus 14\n\n" + BUS);
        var ours = sentTo(family, 1).getMessageID();
        push("Subject: Automatic reply: Bus 14\nIn-Reply-To: " + ours + "\n\nI am away until Monday.");
        push("Subject: Re: Bus 14\nIn-Reply-To: " + ours + "\n\nThank you so much!");
        assertThat(file(number).timeline().stream().filter(TimelineEntry::isContact))
                .hasSize(3);
        assertThat(file(number).inquiry().contacts).isEqualTo(1);
        assertThat(sentTo(family, 1)).isNotNull();
        agent("transportation")
                .get("/desk/inquiries/" + number)
                .then()
                .body(containsString("Not counted: no person wrote it, by its subject"));
    }

    @Test
    void An_address_gets_one_notice_an_hour_and_one_that_writes_like_a_machine_is_shown_to_administrators()
            throws Throwable {
        for (var i = 0; i < 10; i++) push("Subject: matter " + UUID.randomUUID() + "\n\n" + MATTERS[i]);
        admin().get("/desk").then().body(containsString(family + " sent 10 mails within the hour"));
        agent("transportation").get("/desk").then().body(not(containsString("sent 10 mails")));
        await().pollDelay(3, TimeUnit.SECONDS).until(() -> true);
        var notices = Arrays.stream(TestDistrict.mailServer().getReceivedMessagesForDomain(family))
                .filter(mail -> isNotice(mail))
                .count();
        assertThat(notices).isEqualTo(1);
    }

    private static final String[] MATTERS = {
        BUS,
        "My daughter lost her chromebook in the gym, what now?",
        "The roof of the library leaks on the books.",
        "Who is responsible for the crossing guard on Elm Street?",
        "I want to complain about the coach of the swim team.",
        "My sister wants to teach music, whom should she ask?",
        "The transcript you sent has the wrong birthday on it.",
        "A cat lives under the portable classroom of room 12.",
        "Our nephew moves here from Peru and speaks no English.",
        "Somebody sells cigarettes behind the middle school."
    };

    private static boolean isNotice(jakarta.mail.internet.MimeMessage mail) {
        try {
            return com.icegreen.greenmail.util.GreenMailUtil.getBody(mail).contains("We have your message");
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private long bounce(String ours, String address) {
        return given().contentType("message/rfc822")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .body(("From: mailer-daemon@mx.home.example\nMessage-ID: <" + UUID.randomUUID() + "@mx>\n"
                                + "Subject: Undelivered\nContent-Type: multipart/report; boundary=r\n\n--r\n\nSorry.\n--r\n"
                                + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
                                + "Final-Recipient: rfc822; " + address + "\nAction: failed\nStatus: 5.1.1\n--r\n"
                                + "Content-Type: text/rfc822-headers\n\nMessage-ID: " + ours + "\n--r--")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("number");
    }

    private long push(String headersAndBody) {
        return pushFrom(family, headersAndBody);
    }

    private static long pushFrom(String from, String headersAndBody) {
        var raw = "From: <" + from + ">\nTo: help@maple.example\nMessage-ID: <" + UUID.randomUUID() + "@home.example>\n"
                + headersAndBody;
        return given().contentType("message/rfc822")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .body(raw.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email")
                .then()
                .statusCode(equalTo(201))
                .extract()
                .jsonPath()
                .getLong("number");
    }

    private static jakarta.mail.internet.MimeMessage sentTo(String address, int count) {
        await().atMost(15, TimeUnit.SECONDS)
                .until(() -> TestDistrict.mailServer().getReceivedMessagesForDomain(address).length == count);
        return TestDistrict.mailServer().getReceivedMessagesForDomain(address)[count - 1];
    }

    private TimelineEntry contact(long number, int index) throws Throwable {
        return file(number).timeline().stream()
                .filter(TimelineEntry::isContact)
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    private TimelineEntry reply(long number, int index) {
        try {
            return file(number).timeline().stream()
                    .filter(TimelineEntry::isReply)
                    .skip(index)
                    .findFirst()
                    .orElseThrow();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private CaseFile file(long number) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> caseFiles.find(number));
    }
}
