package org.rightdoor.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;

/** What a family can do on the page of its case beside reading it. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MyWishesTest {

    private final String email = UUID.randomUUID() + "@family.example";
    private final String phone = TestPhones.next();

    @Test
    void A_file_goes_with_a_message_or_alone_and_its_type_is_judged_by_content() {
        var page = asked("Where is bus 14 this morning?");
        own(page)
                .multiPart("text", "Here is the letter.")
                .multiPart("files", "letter.pdf", "%PDF-1.4 letter".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(page + "/messages")
                .then()
                .statusCode(303);
        own(page)
                .multiPart("text", "")
                .multiPart("files", "bus.txt", "a note".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(page + "/messages")
                .then()
                .statusCode(303);

        own(page).get(page).then().body(containsString("letter.pdf"), containsString("bus.txt"));
        agent("transportation")
                .get("/desk/inquiries/" + number(page))
                .then()
                .body(containsString("letter.pdf"), containsString("application/pdf"));
    }

    @Test
    void Too_many_files_are_refused_and_what_was_typed_stays() {
        var page = asked("Where is bus 14 this morning?");
        var form = own(page).multiPart("text", "Six pictures of the bus.");
        for (var i = 0; i < 6; i++) form.multiPart("files", i + ".txt", new byte[] {65}, "text/plain");

        form.post(page + "/messages")
                .then()
                .statusCode(422)
                .body(containsString("Six pictures of the bus."), containsString("at most 5 files"));
    }

    @Test
    void Neither_words_nor_a_file_is_no_message() {
        var page = asked("Where is bus 14 this morning?");
        own(page)
                .multiPart("text", " ")
                .multiPart("files", "", new byte[0], "application/octet-stream")
                .post(page + "/messages")
                .then()
                .statusCode(422)
                .body(containsString("Please write your message."));
    }

    @Test
    void A_solved_case_opens_again_when_help_is_still_needed() {
        var page = asked("Where is bus 14 this morning?");
        own(page).post(page + "/solved").then().statusCode(303);
        own(page).get(page).then().body(containsString("I still need help"));
        own(page).post(page + "/help").then().statusCode(303).header("Location", endsWith("?done=help"));

        own(page).get(page).then().body(containsString("With us"), not(containsString("I still need help")));
    }

    @Test
    void One_tap_rates_the_help_once_and_more_may_be_added_once() {
        var page = asked("When is the next school board meeting?");
        own(page).get(page).then().body(containsString("How was the help?"));
        own(page).formParam("courtesy", "4").post(page + "/rating").then().statusCode(303);
        own(page).formParam("courtesy", "1").post(page + "/rating").then().statusCode(303);
        own(page).get(page).then().body(containsString("You gave 4 of 5."), containsString("Is it solved?"));
        own(page)
                .formParam("solved", "yes")
                .formParam("comment", "Quick and kind.")
                .post(page + "/rating/more")
                .then()
                .statusCode(303);
        own(page)
                .formParam("solved", "no")
                .formParam("comment", "Changed.")
                .post(page + "/rating/more")
                .then()
                .statusCode(303);

        agent("board")
                .get("/desk/inquiries/" + number(page))
                .then()
                .body(
                        containsString("The family rated the help 4 of 5"),
                        containsString("It is solved. Quick and kind."),
                        not(containsString("Changed.")));
    }

    @Test
    void Who_says_that_it_is_not_solved_has_the_case_opened_again() {
        var page = asked("When is the next school board meeting?");
        own(page).post(page + "/solved").then().statusCode(303);
        own(page)
                .formParam("timeliness", "2")
                .formParam("solved", "no")
                .formParam("heard", "no")
                .post(page + "/rating/more")
                .then()
                .statusCode(303);

        own(page).get(page).then().body(containsString("With us"), containsString("How courteous were we?"));
        agent("board")
                .get("/desk/inquiries/" + number(page))
                .then()
                .body(
                        containsString("Timeliness: 2 of 5. It is not solved. The family did not feel heard."),
                        containsString("The family still needs help."));
    }

    @Test
    void Nobody_rates_help_that_has_not_been_given_and_no_rating_is_beyond_the_scale() {
        var page = asked("Where is bus 14 this morning?");
        own(page).formParam("courtesy", "5").post(page + "/rating").then().statusCode(303);
        own(page).get(page).then().body(not(containsString("How was the help?")));

        var answered = asked("When is the next school board meeting?");
        own(answered)
                .formParam("courtesy", "6")
                .post(answered + "/rating")
                .then()
                .statusCode(303);
        own(answered).get(answered).then().body(not(containsString("You gave")));
    }

    @Test
    void The_way_the_family_chose_is_ticked_at_the_desk() {
        var page = asked("Where is bus 14 this morning?");
        own(page).formParam("by", "SMS").post(page + "/way").then().statusCode(303);

        own(page).get(page).then().body(containsString("value=\"SMS\" aria-pressed=\"true\""));
        agent("transportation")
                .get("/desk/inquiries/" + number(page))
                .then()
                .body(containsString("The family wants its answers by text."));
    }

    @Test
    void Who_wants_no_more_texts_gets_none_and_the_desk_knows_it() {
        var page = asked("Where is bus 14 this morning?");
        own(page).post(page + "/no-texts").then().statusCode(303);
        own(page).post(page + "/no-texts").then().statusCode(303);

        own(page).get(page).then().body(containsString("We send you no text messages."));
        agent("transportation")
                .get("/desk/inquiries/" + number(page))
                .then()
                .body(containsString("has opted out of texts"));
        browser().get(page).then().body(not(containsString("value=\"SMS\"")));
    }

    private String asked(String text) {
        var location = browser()
                .formParam("text", text)
                .formParam("nonce", UUID.randomUUID())
                .formParam("email", email)
                .formParam("phone", phone)
                .post("/")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.replaceFirst("^.*(?=/cases/)", "").replaceFirst("\\?.*", "");
    }

    private static RequestSpecification own(String page) {
        return OwnBrowser.of(page.replace("/cases/", ""));
    }

    private static String number(String page) {
        return own(page).get(page).asString().replaceAll("(?s).*Case #(\\d+).*", "$1");
    }
}
