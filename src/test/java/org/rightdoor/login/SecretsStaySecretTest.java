package org.rightdoor.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TwilioStandIn;
import org.rightdoor.people.Staff;

/** What families and the district trust us with stands in no log, no metric, no error and no settings page. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class SecretsStaySecretTest {

    private static final String PHONE = "+14105550144";
    private static final String NAME = "Zephyrine Quillfeather";
    private static final String EMAIL = "zephyrine.quillfeather@family.example";
    private static final String WORDS = "my daughter marigoldina was hurt on the bus today";
    private static final String PASSWORD = "not-the-password-of-anybody-77";

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Handler ear = new Handler() {
        private final SimpleFormatter words = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            // The mail server of the tests talks; it is not ours.
            if (String.valueOf(line.getLoggerName()).startsWith("com.icegreen")) return;
            lines.add(words.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(ear);
    }

    @Test
    void Nothing_personal_and_no_secret_is_written_where_others_read() {
        var asked = browser()
                .formParam("text", WORDS)
                .formParam("name", NAME)
                .formParam("email", EMAIL)
                .formParam("phone", PHONE)
                .post("/");
        var link = asked.header("Location");
        text(PHONE, WORDS);
        text(PHONE, "\0 broken " + WORDS);
        mail("From: " + NAME + " <" + EMAIL + ">\r\nSubject: " + WORDS + "\r\nMessage-ID: <" + UUID.randomUUID()
                + "@x>\r\n\r\n" + WORDS);
        mail("From: =?broken " + EMAIL + "\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n" + WORDS);
        given().contentType("application/json")
                .body("{\"text\": \"" + WORDS + "\", \"email\": 5")
                .post("/api/inquiries");
        given().header("Authorization", "Bearer wrong-" + TestDistrict.API_KEY).get("/api/inquiries");
        browser()
                .formParam("j_username", EMAIL)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check");
        browser().get("/cases/" + UUID.randomUUID());
        var admin = TestStaff.session(TestStaff.hire(Staff.ADMIN));
        var pages = new StringBuilder();
        for (var page : List.of("/desk/settings", "/desk/settings/texts", "/q/health", "/account")) {
            pages.append(browser().cookie("rightdoor-session", admin).get(page).asString());
        }
        var metrics = given().get("/q/metrics").asString();
        assertThat(metrics).contains("http_server");

        var secrets = List.of(
                TestDistrict.API_KEY,
                TestDistrict.AUTH_TOKEN,
                TestStaff.PASSWORD,
                PASSWORD,
                admin,
                "%40maple.example:secret");
        assertThat(secrets).allSatisfy(secret -> {
            assertThat(String.join("\n", lines)).doesNotContain(secret);
            assertThat(metrics).doesNotContain(secret);
            assertThat(pages.toString()).doesNotContain(secret);
        });
        var personal = List.of(PHONE, "5550144", "Quillfeather", "quillfeather", "marigoldina", token(link));
        assertThat(personal).allSatisfy(one -> {
            assertThat(String.join("\n", lines)).doesNotContain(one);
            assertThat(metrics).doesNotContain(one);
        });
    }

    private static String token(String link) {
        assertThat(link).contains("/cases/");
        return link.replaceAll(".*/cases/", "").replaceAll("[?/].*", "");
    }

    private static void text(String from, String body) {
        var fields = Map.of(
                "MessageSid",
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                "AccountSid",
                TestDistrict.ACCOUNT_SID,
                "From",
                from,
                "To",
                TestDistrict.PHONE,
                "Body",
                body,
                "NumMedia",
                "0");
        given().header(
                        "X-Twilio-Signature",
                        TwilioStandIn.sign(TestDistrict.PUBLIC_URL + "/webhooks/twilio/sms", fields))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/webhooks/twilio/sms");
    }

    private static void mail(String message) {
        given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .contentType("message/rfc822")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email");
    }
}
