package org.rightdoor.channel.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.TextingFamily;
import org.rightdoor.TwilioStandIn;

/** Text messages through the real door, signed as Twilio signs them, into the real database. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class TwilioWebhookTest {

    private static final String SMS = "/webhooks/twilio/sms";
    private static final String STATUS = "/webhooks/twilio/status";

    private final String family = TestPhones.next();

    @Test
    void A_signed_text_is_stored_and_Twilio_hears_that_nothing_more_is_to_be_said() {
        var sid = newSid();
        text(sid, "when does bus 12 come?")
                .statusCode(200)
                .contentType("text/xml")
                .body(containsString("<Response/>"));
        assertThat(Rows.heldTexts(sid)).isEqualTo(1);
    }

    @Test
    void A_forged_an_unsigned_and_a_changed_request_are_refused_and_nothing_is_stored() {
        var form = form(newSid(), "when does bus 12 come?");
        var signature = TwilioStandIn.sign(TestDistrict.PUBLIC_URL + SMS, form);
        refused(given().formParams(form).post(SMS).then());
        refused(given().header("X-Twilio-Signature", "AAAA")
                .formParams(form)
                .post(SMS)
                .then());
        refused(given().header("X-Twilio-Signature", signature)
                .formParams(form)
                .formParam("Body", "another word")
                .post(SMS)
                .then());
        refused(given().header("X-Twilio-Signature", signature)
                .formParams(form)
                .post(STATUS)
                .then());
        assertThat(Rows.heldTexts(form.get("MessageSid"))).isZero();
    }

    @Test
    void A_signature_for_the_Host_header_of_an_attacker_is_refused_and_one_behind_a_proxy_is_not() {
        var form = form(newSid(), "when does bus 12 come?");
        var evil = TwilioStandIn.sign("https://evil.example" + SMS, form);
        refused(signed(evil, form).header("Host", "evil.example").post(SMS).then());
        var genuine = TwilioStandIn.sign(TestDistrict.PUBLIC_URL + SMS, form);
        signed(genuine, form).header("Host", "10.0.0.7:9999").post(SMS).then().statusCode(200);
    }

    @Test
    void Parameters_that_nobody_has_heard_of_and_a_query_are_signed_with_the_rest() {
        var form = form(newSid(), "when does bus 12 come?");
        form.put("ApiVersion", "2010-04-01");
        form.put("NewIn2031", "é 🚌");
        var path = SMS + "?from=fallback";
        var signature = TwilioStandIn.sign(TestDistrict.PUBLIC_URL + path, form);
        signed(signature, form).post(path).then().statusCode(200);
    }

    @Test
    void A_page_of_another_site_cannot_post_here_in_a_visitor_s_name() {
        given().header("Origin", "https://evil.example")
                .formParams(form(newSid(), "hello"))
                .post(SMS)
                .then()
                .statusCode(403);
    }

    static Stream<String> texts() {
        return Stream.of(
                "",
                "🚌❓",
                "متى تصل الحافلة رقم ١٢؟",
                "'; drop table contact; --",
                "<script>alert(1)</script> & \"quotes\"",
                "\u0000\u0007 control \u0000",
                "bus ".repeat(500),
                "bus ".repeat(25_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void A_text_in_any_state_is_stored(String body) {
        var form = form(newSid(), body);
        new TextingFamily().sends(form);
        assertThat(Rows.heldTexts(form.get("MessageSid"))).isEqualTo(1);
    }

    @Test
    void The_same_message_three_times_at_once_is_one_contact() throws Exception {
        var sid = newSid();
        var threads = Executors.newFixedThreadPool(3);
        try {
            threads.invokeAll(List.of(
                            () -> text(sid, "bus 12 is late").extract().statusCode(),
                            () -> text(sid, "bus 12 is late").extract().statusCode(),
                            () -> text(sid, "bus 12 is late").extract().statusCode()))
                    .forEach(answer ->
                            assertThat(answer).succeedsWithin(Duration.ZERO).isEqualTo(200));
        } finally {
            threads.shutdown();
        }
        assertThat(Rows.heldTexts(sid)).isEqualTo(1);
        assertThat(Rows.count("select count(*) from reply where address = '" + family + "'"))
                .isEqualTo(1);
    }

    @Test
    void A_stop_is_kept_does_not_count_and_is_not_answered() {
        var sid = newSid();
        text(sid, "STOP").statusCode(200);
        assertThat(Rows.count("select count(*) from contact where external_id = '" + sid + "' and not counts"))
                .isEqualTo(1);
        assertThat(Rows.count("select count(*) from reply where address = '" + family + "'"))
                .isZero();
    }

    @Test
    void The_family_hears_back_by_text_and_the_carrier_s_report_only_moves_it_forward() {
        text(newSid(), "how do I request my transcript from ten years ago").statusCode(200);
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> !TestDistrict.twilio().textsTo(family).isEmpty());
        var sent = TestDistrict.twilio().textsTo(family).get(0);
        assertThat(sent.from()).isEqualTo(TestDistrict.PHONE);
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> Rows.stateOfReply(sent.sid()).equals("SENT"));

        report(sent.sid(), "sent", null).statusCode(204);
        assertThat(Rows.stateOfReply(sent.sid())).isEqualTo("SENT");
        report(sent.sid(), "delivered", null).statusCode(204);
        assertThat(Rows.stateOfReply(sent.sid())).isEqualTo("DELIVERED");
        report(sent.sid(), "sent", null).statusCode(204);
        report(sent.sid(), "undelivered", "30003").statusCode(204);
        assertThat(Rows.stateOfReply(sent.sid())).isEqualTo("DELIVERED");
    }

    @Test
    void What_is_no_form_is_turned_away_with_a_reason() {
        given().contentType("application/octet-stream")
                .body(new byte[] {0, 1, 2, (byte) 0xff})
                .post(SMS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().contentType("application/x-www-form-urlencoded")
                .body("Body=%ZZ")
                .post(SMS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().contentType("application/x-www-form-urlencoded")
                .body("Body=" + "x".repeat(2_000_000))
                .post(SMS)
                .then()
                .statusCode(413);
    }

    @Test
    void The_demo_s_phone_is_not_there_outside_the_demo() {
        given().get("/demo/phone").then().statusCode(404);
        given().formParam("number", family)
                .formParam("text", "hi")
                .post("/demo/phone")
                .then()
                .statusCode(404);
        given().post("/demo/twilio/2010-04-01/Accounts/AC1/Messages.json")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse text(String sid, String body) {
        return post(SMS, form(sid, body));
    }

    private static ValidatableResponse report(String sid, String status, String error) {
        var form = new HashMap<>(Map.of("MessageSid", sid, "MessageStatus", status));
        if (error != null) form.put("ErrorCode", error);
        return post(STATUS, form);
    }

    private static ValidatableResponse post(String path, Map<String, String> form) {
        return signed(TwilioStandIn.sign(TestDistrict.PUBLIC_URL + path, form), form)
                .post(path)
                .then();
    }

    private static RequestSpecification signed(String signature, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return given().header("X-Twilio-Signature", signature)
                .contentType("application/x-www-form-urlencoded")
                .body(body);
    }

    private static void refused(ValidatableResponse response) {
        response.statusCode(403).contentType("application/problem+json").body("status", equalTo(403));
    }

    private Map<String, String> form(String sid, String body) {
        return new HashMap<>(Map.of(
                "MessageSid",
                sid,
                "AccountSid",
                TestDistrict.ACCOUNT_SID,
                "From",
                family,
                "To",
                TestDistrict.PHONE,
                "NumMedia",
                "0",
                "Body",
                body));
    }

    private static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }
}
