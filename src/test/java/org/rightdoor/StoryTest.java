package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/** The main job through the real doors: a browser, a signed Twilio request, a mail over SMTP and IMAP, and back. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class StoryTest {

    private static final String PHONE = "+14105550187";
    private static final String MAIL = "ana.ruiz." + UUID.randomUUID() + "@family.example";
    private static final String PASSWORD = "correct horse battery";

    @Inject
    StaffMembers staff;

    @Test
    void A_parent_asks_on_the_web_by_text_and_by_mail_and_it_is_one_case_with_three_contacts() throws Throwable {
        var agent = "dispatcher." + UUID.randomUUID() + "@maple.example";
        var invited = VertxContextSupport.subscribeAndAwait(
                () -> staff.invite(agent, "Dee Patcher", Staff.AGENT, List.of("transportation"), "RightDoor"));
        VertxContextSupport.subscribeAndAwait(() -> staff.accept(invited.invitation, PASSWORD));

        try (var chromium = new Chromium()) {
            var family = chromium.newPage();
            var number = askOnTheWeb(family);
            text("Bus 14 is still not here, he has been waiting 30 minutes");
            mail("The bus again", "Good morning, bus 14 did not come on time today either. Ana Ruiz");

            var desk = chromium.newPage();
            logIn(desk, agent);
            awaitContacts(desk, number, 3);
            assertThat(desk.content()).contains("Transportation");

            answer(desk, number, "Bus 14 has a new driver and leaves ten minutes earlier from tomorrow on.");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(TestDistrict.twilio().textsTo(PHONE))
                            .anyMatch(text -> text.body().contains("a new driver")));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(mailsTo(MAIL)).anyMatch(mail -> mail.contains("a new driver")));
            family.reload();
            assertThat(family.textContent("main")).contains("a new driver");
        }
    }

    private static long askOnTheWeb(Page page) {
        page.navigate(TestDistrict.PUBLIC_URL + "/");
        page.fill("[name=text]", "Where is bus 14? My son has been waiting at the stop for twenty minutes.");
        page.fill("[name=name]", "Ana Ruiz");
        page.fill("[name=email]", MAIL);
        page.fill("[name=phone]", "(410) 555-0187");
        page.click("main button[type=submit], main form button");
        page.waitForURL("**/cases/**");
        var heading = page.textContent("main");
        var number = heading.replaceAll("(?s).*?#(\\d+).*", "$1");
        return Long.parseLong(number);
    }

    private static void text(String body) {
        var parameters = Map.of(
                "MessageSid",
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                "AccountSid",
                TestDistrict.ACCOUNT_SID,
                "From",
                PHONE,
                "To",
                TestDistrict.PHONE,
                "Body",
                body,
                "NumMedia",
                "0");
        var url = TestDistrict.PUBLIC_URL + "/webhooks/twilio/sms";
        RestAssured.given()
                .header("X-Twilio-Signature", TwilioStandIn.sign(url, parameters))
                .formParams(parameters)
                .post("/webhooks/twilio/sms")
                .then()
                .statusCode(200);
    }

    private static void mail(String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", TestDistrict.mailServer().getSmtp().getPort());
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("Ana Ruiz <" + MAIL + ">"));
        message.setRecipients(Message.RecipientType.TO, TestDistrict.MAIL);
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }

    private static void logIn(Page page, String agent) {
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        page.fill("[name=j_username]", agent);
        page.fill("[name=j_password]", PASSWORD);
        page.click("form[action='/j_security_check'] button");
        page.waitForURL("**/desk*");
    }

    private static void awaitContacts(Page desk, long number, int contacts) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    desk.navigate(TestDistrict.PUBLIC_URL + "/desk/inquiries/" + number);
                    assertThat(desk.textContent("main")).contains(contacts + " contacts");
                });
    }

    private static void answer(Page desk, long number, String text) {
        desk.fill("#text", text);
        for (var box : desk.locator("[name=channel]").all()) box.check();
        desk.click("button:text-is('Send answer')");
        desk.waitForURL(url -> url.endsWith("/desk/inquiries/" + number + "?done=replied"));
    }

    private static List<String> mailsTo(String address) {
        return Arrays.stream(TestDistrict.mailServer().getReceivedMessagesForDomain(address))
                .map(com.icegreen.greenmail.util.GreenMailUtil::getBody)
                .map(body -> body.replace("=\r\n", ""))
                .toList();
    }
}
