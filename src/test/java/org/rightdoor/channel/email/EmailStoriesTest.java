package org.rightdoor.channel.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.TimelineEntry;

/** Mail through the real doors: SMTP and IMAP against a mail server, and the webhook over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class EmailStoriesTest {

    private final String family = UUID.randomUUID() + "@home.example";

    @Inject
    CaseFiles caseFiles;

    @Test
    void A_pushed_mail_about_a_late_bus_reaches_transportation() throws Throwable {
        var number = push(mail("late", "Bus 14", "Bus 14 is late again, my son is still waiting at the stop."))
                .statusCode(201)
                .contentType("application/json")
                .extract()
                .jsonPath()
                .getLong("number");
        assertThat(file(number).inquiry().department).isEqualTo("transportation");
    }

    @Test
    void The_same_mail_pushed_twice_is_one_contact() throws Throwable {
        var mail = mail("twice", "Bus 14", "Bus 14 is late again, my son is still waiting at the stop.");
        int number = push(mail).statusCode(201).extract().path("number");
        push(mail).statusCode(200).body("number", equalTo(number));
        assertThat(file(number).inquiry().contacts).isEqualTo(1);
    }

    @Test
    void The_same_mail_pushed_eight_times_at_once_is_one_contact() throws Throwable {
        var mail = mail("eight", "Bus 14", "Bus 14 is late again, my son is still waiting at the stop.");
        var pool = Executors.newFixedThreadPool(8);
        try {
            var numbers = new HashSet<Integer>();
            var pushes = Collections.nCopies(
                    8, (Callable<Integer>) () -> push(mail).extract().path("number"));
            for (var push : pool.invokeAll(pushes)) numbers.add(push.get());
            assertThat(numbers).hasSize(1).doesNotContainNull();
            assertThat(file(numbers.iterator().next()).inquiry().contacts).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void Without_the_key_or_with_another_nothing_is_taken() {
        for (var request : List.of(
                given(),
                given().header("Authorization", "Bearer wrong"),
                given().header("Authorization", "Basic eDp5"))) {
            problem(
                    request.contentType("message/rfc822")
                            .body("Subject: x\n\nx".getBytes(StandardCharsets.UTF_8))
                            .post("/webhooks/email")
                            .then(),
                    401);
        }
    }

    @Test
    void An_empty_body_and_one_above_30_MB_are_refused_in_words() throws Exception {
        problem(pushing().body(new byte[0]).post("/webhooks/email").then(), 400);
        problem(
                pushing()
                        .body(new byte[RawMail.LARGEST + 1])
                        .post("/webhooks/email")
                        .then(),
                413);
    }

    @Test
    void A_mail_of_25_MB_is_taken() throws Throwable {
        var content = "QUFB\n".repeat(5_000_000);
        var raw = "From: " + family + "\nMessage-ID: <" + UUID.randomUUID() + "@x>\nSubject: video\n"
                + "Content-Type: video/mp4; name=bus.mp4\nContent-Transfer-Encoding: base64\n\n" + content;
        var response = pushLarge(raw.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(201);
        long number = JsonPath.from(response.body()).getLong("number");
        var files = contact(file(number)).files();
        assertThat(files).singleElement().satisfies(file -> assertThat(file.size())
                .isEqualTo(15_000_000));
    }

    @Test
    void Anything_at_all_that_is_pushed_is_kept() {
        for (var ugly : List.of(
                "\0\1\2\3",
                "From: \0@\0\nSubject: \0\nMessage-ID: <\0>\n\n\0",
                "From: x@y.example\nContent-Type: image/png; name=\"a\0b.png\"\n\nx",
                "From: x@y.example\n\n" + "😀".repeat(50_000),
                "From: \"; drop table person; --\" <'or'1'='1@y.example>\n\n<script>alert(1)</script>")) {
            push(ugly + UUID.randomUUID()).statusCode(201).body("number", notNullValue());
        }
    }

    @Test
    void A_mail_sent_by_SMTP_is_fetched_by_IMAP_and_answered_in_its_thread() throws Throwable {
        send("Where is bus 14?", "Bus 14 is late again, my son is still waiting at the stop.", null);

        var notice = awaitMail(1);
        assertThat(notice.getSubject()).matches("Re: Where is bus 14\\? \\[Case #\\d+]");
        assertThat(notice.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(GreenMailUtil.getBody(notice)).contains(TestDistrict.PUBLIC_URL + "/cases/");

        send(notice.getSubject(), "He is home now, 40 minutes late. Will it be late tomorrow?", notice.getMessageID());
        var number = MailHeaders.caseNumber(notice.getSubject());
        await().atMost(10, TimeUnit.SECONDS).until(() -> inquiry(number).inquiry().contacts == 2);
    }

    private ValidatableResponse push(String raw) {
        return pushing()
                .body(raw.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email")
                .then();
    }

    /** REST Assured takes half a minute for what the server reads in a second. */
    private static HttpResponse<String> pushLarge(byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(TestDistrict.PUBLIC_URL + "/webhooks/email"))
                .header("Content-Type", "message/rfc822")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static RequestSpecification pushing() {
        return given().contentType("message/rfc822").header("Authorization", "Bearer " + TestDistrict.API_KEY);
    }

    private static void problem(ValidatableResponse response, int status) {
        response.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("status", equalTo(status))
                .body("detail", notNullValue());
    }

    private String mail(String id, String subject, String text) {
        return "From: Ana Ruiz <" + family + ">\nMessage-ID: <" + id + family + ">\nSubject: " + subject + "\n\n"
                + text;
    }

    private void send(String subject, String text, String inReplyTo) throws MessagingException {
        var setup = TestDistrict.mailServer().getSmtp().getServerSetup();
        var mail = new MimeMessage(GreenMailUtil.getSession(setup));
        mail.setFrom(new InternetAddress(family));
        mail.setRecipients(RecipientType.TO, TestDistrict.MAIL);
        mail.setSubject(subject);
        mail.setText(text);
        if (inReplyTo != null) mail.setHeader("In-Reply-To", inReplyTo);
        GreenMailUtil.sendMimeMessage(mail);
    }

    private MimeMessage awaitMail(int count) {
        await().atMost(15, TimeUnit.SECONDS).until(() -> received().size() == count);
        return received().get(count - 1);
    }

    private List<MimeMessage> received() {
        return Arrays.asList(TestDistrict.mailServer().getReceivedMessagesForDomain(family));
    }

    private static TimelineEntry contact(CaseFile file) {
        return file.timeline().stream()
                .filter(TimelineEntry::isContact)
                .findFirst()
                .orElseThrow();
    }

    private CaseFile inquiry(long number) {
        try {
            return file(number);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private CaseFile file(long number) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> caseFiles.find(number));
    }
}
