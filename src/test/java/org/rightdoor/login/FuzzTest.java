package org.rightdoor.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TwilioStandIn;

/** Doors that anybody reaches, given what nobody would send. The seed is fixed: a failure can be looked at again. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class FuzzTest {

    private static final int TIMES = 40;
    private static final String[] PIECES = {
        "\0",
        "\uFFFF",
        "\u202E",
        "\r\n\r\n",
        "%00",
        "<![CDATA[",
        "${7*7}",
        "{{7*7}}",
        "' or 1=1 --",
        "../../",
        "NaN",
        "-1",
        "9".repeat(400),
        "=?utf-8?B?////?=",
        "--",
        ";;;",
        "\"",
        "a".repeat(5_000),
        "\uD83D",
        "ok",
        "",
        "MM1/../x"
    };

    private final Random random = new Random(20_260_801);

    @Test
    void Mails_that_are_none_are_refused_or_taken_and_break_nothing() {
        repeat(i -> given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .contentType("message/rfc822")
                .body(i % 2 == 0 ? bytes(2_000) : mail())
                .post("/webhooks/email"));
    }

    @Test
    void Signed_texts_with_anything_in_them_break_nothing() {
        repeat(i -> {
            var fields = new TreeMap<String, String>(
                    Map.of("MessageSid", "SM" + pieces(1), "AccountSid", TestDistrict.ACCOUNT_SID));
            for (var name :
                    new String[] {"From", "To", "Body", "NumMedia", "MediaUrl0", "MediaContentType0", "OptOutType"}) {
                if (random.nextBoolean()) fields.put(name, pieces(2));
            }
            var url = TestDistrict.PUBLIC_URL + "/webhooks/twilio/" + (i % 2 == 0 ? "sms" : "status");
            return given().header("X-Twilio-Signature", TwilioStandIn.sign(url, fields))
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(fields)
                    .post(url.substring(TestDistrict.PUBLIC_URL.length()));
        });
    }

    @Test
    void Forms_and_uploads_with_anything_in_them_break_nothing() {
        repeat(i -> i % 2 == 0
                ? browser()
                        .multiPart("text", pieces(3))
                        .multiPart("email", pieces(1))
                        .multiPart("file", "f" + i + ".png", bytes(500), "image/png")
                        .post("/")
                : browser()
                        .contentType("multipart/form-data; boundary=" + (random.nextBoolean() ? "x" : ""))
                        .body(bytes(800))
                        .post("/"));
    }

    @Test
    void Log_in_codes_and_links_with_anything_in_them_break_nothing() {
        repeat(i -> switch (i % 4) {
            case 0 ->
                browser()
                        .formParam("j_username", pieces(2))
                        .formParam("j_password", pieces(2))
                        .post("/j_security_check");
            case 1 -> browser().formParam("code", pieces(2)).post("/cases/unknown" + i + "/device");
            case 2 -> browser().formParam("answer", pieces(2)).post("/login/passkey");
            default ->
                given().header("Cookie", "rightdoor-session=" + random.nextLong())
                        .get("/welcome/" + random.nextLong());
        });
    }

    @Test
    void JSON_that_is_none_is_refused() {
        repeat(i -> given().contentType("application/json")
                .accept("application/json")
                .body(
                        i % 2 == 0
                                ? bytes(300)
                                : ("{\"text\":\"" + pieces(1).replaceAll("[\\\\\"]", "") + "\",\"email\":[]}")
                                        .getBytes())
                .post("/api/inquiries"));
    }

    private void repeat(IntFunction<Response> send) {
        for (int i = 0; i < TIMES; i++) {
            var start = Instant.now();
            var answer = send.apply(i);
            assertThat(answer.statusCode())
                    .as("try %d: %s", i, answer.asString())
                    .isLessThan(500);
            assertThat(Duration.between(start, Instant.now())).as("try %d", i).isLessThan(Duration.ofSeconds(10));
        }
    }

    private byte[] mail() {
        return ("From: " + line() + "\r\nSubject: " + line() + "\r\nContent-Type: multipart/mixed; boundary=" + line()
                        + "\r\n\r\n" + pieces(4))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private String line() {
        return pieces(2).replaceAll("[\r\n]", "");
    }

    private String pieces(int many) {
        var text = new StringBuilder();
        for (int i = 0; i < many; i++) text.append(PIECES[random.nextInt(PIECES.length)]);
        return text.toString();
    }

    private byte[] bytes(int most) {
        var bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
