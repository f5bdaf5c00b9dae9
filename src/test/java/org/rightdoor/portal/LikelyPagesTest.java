package org.rightdoor.portal;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class LikelyPagesTest {

    @Test
    void Who_types_about_a_bus_learns_who_answers_when_and_what_they_may_read_at_once() {
        typing("Where is my child's bus?", "en")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        containsString("This goes to Transportation."),
                        containsString("Answers within 1 open day"),
                        // Whether they are open now or open later, as it is when the test runs.
                        anyOf(containsString("Open today until "), containsString("Opens ")),
                        containsString("MapleRide"));
    }

    @Test
    void In_Spanish_the_hint_is_Spanish() {
        typing("¿Dónde está el autobús de mi hijo?", "es")
                .body(containsString("Esto llega a Transporte"), containsString("en la aplicación MapleRide"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asdf qwer zxcv", "1234 5678", "purple monkeys juggle upon the moon"})
    void Nothing_is_guessed_about_what_nobody_can_place(String text) {
        typing(text, "en").body(containsString("A person will read it"), not(containsString("This goes to")));
    }

    @Test
    void What_only_a_person_may_answer_gets_no_ready_answer_and_what_presses_gets_the_number_to_call() {
        typing("My daughter is being bullied at school every day", "en").body(not(containsString("<details")));
        typing("I want to kill myself", "en").body(not(containsString("<details")), containsString("988"));
    }

    @Test
    void Too_little_to_read_is_answered_with_nothing() {
        typing(" bu ", "en").statusCode(204).body(equalTo(""));
    }

    @Test
    void What_is_typed_is_not_taken_from_an_address() {
        browser().get("/ask/likely?text=Where+is+the+bus").then().statusCode(405);
    }

    private static ValidatableResponse typing(String text, String language) {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", text)
                .post("/ask/likely?lang=" + language)
                .then();
    }
}
