package org.rightdoor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The telephone of the demo: what is typed goes the whole way through the signed webhook, and so does the answer. */
@QuarkusTest
@TestProfile(DemoPhoneTest.Plugged.class)
class DemoPhoneTest {

    /** The demo in place of the district that the other tests share. */
    public static class Plugged implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DemoDistrict.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    Config config;

    @Test
    void A_family_texts_the_district_and_reads_what_it_answers() {
        var number = "+14105550171";
        send(number, "how do I request my transcript from ten years ago & <b>when</b>?")
                .statusCode(303);
        assertThat(page(number)).contains("ten years ago &amp; &lt;b&gt;when&lt;/b&gt;?");
        await().atMost(20, TimeUnit.SECONDS).until(() -> page(number).contains("class=\"theirs\""));
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> DemoDistrict.stateOfLastReplyTo(number).equals("DELIVERED"));
    }

    @Test
    void A_reply_appears_in_a_browser_by_itself_with_a_link_that_can_be_followed() {
        var address = "http://localhost:" + RestAssured.port + "/demo/phone?number=%2B14105550177";
        try (var browser = new Chromium()) {
            var page = browser.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(address);
            page.getByPlaceholder("Where is bus 12?").fill("how do I request my transcript from ten years ago?");
            page.keyboard().press("Enter");
            var link = page.locator("li.theirs a").last();
            link.waitFor();
            assertThat(link.getAttribute("href")).startsWith("https://ask.maple.example/cases/");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void Each_telephone_has_its_own_texts() {
        send("+14105550172", "the bus never came").statusCode(303);
        assertThat(page("+14105550172")).contains("the bus never came");
        assertThat(page("+14105550173")).doesNotContain("the bus never came").contains("No texts yet");
    }

    @Test
    void A_telephone_that_has_opted_out_gets_nothing_until_it_opts_in_again() {
        var number = "+14105550174";
        send(number, "STOP").statusCode(303);
        assertThat(page(number)).contains("You have opted out");
        order(number, "hello").statusCode(400).body("code", equalTo(21610));
        send(number, "START").statusCode(303);
        order(number, "hello").statusCode(201).body("sid", containsString("SM"));
    }

    @Test
    void The_stand_in_asks_for_the_account_and_for_a_number_and_a_text() {
        given().formParam("To", "+14105550175").post(messages()).then().statusCode(401);
        order("nobody", "hello").statusCode(400).body("code", equalTo(21211));
        order("+14105550175", "").statusCode(400).body("code", equalTo(21602));
        order("+14105550175", "x".repeat(1_601)).statusCode(400).body("code", equalTo(21617));
    }

    @Test
    void A_number_that_is_none_is_said_to_be_none() {
        given().queryParam("number", "not a number")
                .get("/demo/phone")
                .then()
                .statusCode(200)
                .body(containsString("is not a telephone number"));
    }

    @Test
    void The_page_holds_no_script_or_style_of_its_own() {
        assertThat(page("+14105550176")).doesNotContain("style=", "<style", "onclick");
        given().get("/demo/phone.css").then().statusCode(200);
        given().get("/demo/phone.js").then().statusCode(200);
    }

    private static ValidatableResponse send(String number, String text) {
        return given().redirects()
                .follow(false)
                .formParam("number", number)
                .formParam("text", text)
                .post("/demo/phone")
                .then();
    }

    private static String page(String number) {
        return given().queryParam("number", number).get("/demo/phone").asString();
    }

    private ValidatableResponse order(String to, String text) {
        var twilio = config.twilio();
        return given().auth()
                .preemptive()
                .basic(twilio.accountSid().orElseThrow(), twilio.authToken().orElseThrow())
                .formParam("To", to)
                .formParam("From", twilio.from().orElseThrow())
                .formParam("Body", text)
                .post(messages())
                .then();
    }

    private String messages() {
        return "/demo/twilio/2010-04-01/Accounts/"
                + config.twilio().accountSid().orElseThrow() + "/Messages.json";
    }
}
