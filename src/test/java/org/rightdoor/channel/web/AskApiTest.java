package org.rightdoor.channel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class AskApiTest {

    @Test
    void A_question_is_routed_and_its_page_opens() {
        var asked = ask(Map.of("text", "bus 14 is late again, my son is still waiting at the stop"))
                .statusCode(201)
                .body("department", equalTo("transportation"), "because.size()", greaterThan(0))
                .body("notice", containsString("not watched around the clock"))
                .body("notice", containsString("911"));
        var page = asked.extract().<String>path("statusUrl");
        assertThat(page).startsWith(TestDistrict.PUBLIC_URL + "/cases/");
        given().accept("text/html").get(page).then().statusCode(200);
    }

    @Test
    void Every_field_at_fault_is_named_and_nothing_is_stored() {
        ask(Map.of("text", " ", "email", "ana", "phone", "1", "topic", "no-such", "school", "no-such"))
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("errors.field", contains("text", "email", "phone", "school", "topic"));
    }

    @Test
    void A_key_sent_twice_is_one_contact() {
        var key = UUID.randomUUID().toString();
        var first = ask(Map.of("text", "Where is bus 14?"), key)
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        ask(Map.of("text", "Where is bus 14?"), key).statusCode(201).body("number", equalTo(first));
        given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .get("/api/inquiries/" + first)
                .then()
                .body("contacts", equalTo(1));
    }

    @Test
    void A_guessed_key_does_not_hand_out_the_link_of_another_persons_case() {
        var key = UUID.randomUUID().toString();
        ask(Map.of("text", "My daughter is bullied."), key).statusCode(201);
        ask(Map.of("text", "anything"), key).statusCode(422).body(not(containsString("/cases/")));
    }

    @Test
    void What_is_no_JSON_is_a_problem_and_no_stack_trace() {
        given().contentType(ContentType.JSON)
                .body("{\"text\": ")
                .post("/api/inquiries")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body(not(containsString("jackson")));
        given().contentType(ContentType.JSON)
                .body("null")
                .post("/api/inquiries")
                .then()
                .statusCode(400);
        given().contentType("text/plain")
                .body("hello")
                .post("/api/inquiries")
                .then()
                .statusCode(415);
    }

    private static ValidatableResponse ask(Map<String, String> question) {
        return given().contentType(ContentType.JSON)
                .body(question)
                .post("/api/inquiries")
                .then();
    }

    private static ValidatableResponse ask(Map<String, String> question, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(question)
                .post("/api/inquiries")
                .then();
    }
}
