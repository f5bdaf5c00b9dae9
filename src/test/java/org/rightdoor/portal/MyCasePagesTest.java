package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MyCasePagesTest {

    private final String email = UUID.randomUUID() + "@family.example";

    @Test
    void A_question_gets_a_page_that_only_its_link_opens() {
        var page = asked("Where is bus 14 this morning?");
        assertThat(page).startsWith("/cases/").endsWith("?done=sent");
        browser()
                .get(page)
                .then()
                .statusCode(200)
                .body(
                        containsString("We have your question. Thank you."),
                        containsString("Where is bus 14 this morning?"),
                        containsString("Transportation"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("X-Robots-Tag", containsString("noindex"));
        browser().get("/cases/AAAAAAAAAAAAAAAAAAAAAA").then().statusCode(404).body(containsString("opens no case"));
    }

    @Test
    void Somebody_who_types_a_known_address_sees_no_more_than_the_own_words() {
        var secret = "Where is bus 14? It is late again and my son, who has a peanut allergy, is waiting at the stop.";
        asked(secret, "Ana Ruiz", email);
        var second = asked("Bus 14 was late again this morning.", "Ana Ruiz", email);
        OwnBrowser.of(token(second).replace("/cases/", ""))
                .get(second)
                .then()
                .statusCode(200)
                .body(
                        containsString("Bus 14 was late again this morning."),
                        containsString(email.charAt(0) + "***@f***.example"),
                        not(containsString("peanut")),
                        not(containsString(email)));
        OwnBrowser.of(token(second).replace("/cases/", ""))
                .post(token(second) + "/solved")
                .then()
                .statusCode(404);
    }

    @Test
    void A_message_added_on_the_case_page_joins_the_case_and_an_empty_one_does_not() {
        var page = token(asked("Where is bus 14 this morning?"));
        browser()
                .formParam("text", "It is still not here.")
                .post(page + "/messages")
                .then()
                .statusCode(303);
        browser().get(page).then().body(containsString("It is still not here."));
        browser()
                .formParam("text", " ")
                .post(page + "/messages")
                .then()
                .statusCode(422)
                .body(containsString("Please write your message."));
    }

    @Test
    void A_family_closes_its_case_and_pressing_twice_harms_nothing() {
        var page = token(asked("Where is bus 14 this morning?"));
        browser().post(page + "/solved").then().statusCode(303).header("Location", endsWith("done=solved"));
        browser().post(page + "/solved").then().statusCode(303);
        browser().get(page).then().body(containsString("This case is closed."));
    }

    @Test
    void An_automatic_answer_says_so_and_leads_to_a_person() {
        var page = token(asked("When is the next school board meeting?"));
        browser()
                .get(page)
                .then()
                .body(containsString("Automatic answer, approved by the district"), containsString("ask a person"));
        browser().post(page + "/person").then().statusCode(303);
        browser().get(page).then().body(containsString("Your question is with School Board."));
    }

    private static RequestSpecification form(String text) {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", text);
    }

    private static String send(RequestSpecification form) {
        var location = form.post("/").then().statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/cases/"));
    }

    private static String asked(String text) {
        return send(form(text).formParam("nonce", UUID.randomUUID()));
    }

    private static String asked(String text, String name, String email) {
        return send(form(text)
                .formParam("nonce", UUID.randomUUID())
                .formParam("name", name)
                .formParam("email", email));
    }

    private static String token(String page) {
        return page.replaceFirst("\\?.*", "");
    }
}
