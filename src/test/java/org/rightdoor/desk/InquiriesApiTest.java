package org.rightdoor.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TextingFamily;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class InquiriesApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Bearer ", "Basic YWRtaW46YWRtaW4="})
    void Without_the_key_a_program_is_told_so_and_never_sent_to_a_page(String authorization) {
        given().redirects()
                .follow(false)
                .header("Authorization", authorization)
                .get("/api/inquiries")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void A_case_is_found_read_and_answered() {
        int number = given().contentType(ContentType.JSON)
                .body(Map.of("text", "bus 14 is late again, my son is still waiting at the stop"))
                .post("/api/inquiries")
                .then()
                .extract()
                .path("number");
        withKey()
                .get("/api/inquiries?department=transportation&status=OPEN&q=" + number)
                .then()
                .statusCode(200)
                .body("inquiries.number", hasItem(number));
        withKey()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "It is on its way."))
                .post("/api/inquiries/" + number + "/replies")
                .then()
                .statusCode(201);
        withKey()
                .get("/api/inquiries/" + number)
                .then()
                .statusCode(200)
                .body(
                        "status", equalTo("WAITING"),
                        "contacts", equalTo(1),
                        "timeline.findAll { it.kind == 'REPLY' }.text", hasItem("It is on its way."));
    }

    @Test
    void What_is_not_there_or_makes_no_sense_is_a_problem() {
        withKey()
                .get("/api/inquiries/999999999")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
        withKey().get("/api/inquiries?status=NOPE").then().statusCode(422);
        withKey().get("/api/inquiries?department=nope").then().statusCode(422);
        withKey()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/inquiries/" + ask(new TextingFamily().number, UUID.randomUUID() + "@home.example")
                        + "/replies")
                .then()
                .statusCode(422);
    }

    @Test
    void Who_wants_no_texts_is_answered_by_mail_and_the_program_is_told_so() {
        var family = new TextingFamily();
        var number = ask(family.number, UUID.randomUUID() + "@home.example");
        family.texts("STOP");
        answer(number, "SMS").statusCode(409).body("detail", containsString("has opted out of texts"));
        family.texts("Bus 14 is late again, where is bus 14?");
        answer(number, null)
                .statusCode(201)
                .body("channel", equalTo("EMAIL"), "note", containsString("has opted out of texts"));
    }

    @Test
    void Who_wants_no_texts_and_has_no_other_address_is_not_answered_in_silence() {
        var family = new TextingFamily();
        family.texts("Bus 14 is late again, my son is still waiting at the stop.");
        var number = (int) family.inquiry();
        family.texts("STOP");
        answer(number, null)
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("detail", containsString("call the family"));
        withKey()
                .get("/api/inquiries/" + number)
                .then()
                .body("timeline.findAll { it.kind == 'REPLY' }.text", not(hasItem("It is on its way.")));
        answer(number, "WEB").statusCode(201).body("channel", equalTo("WEB"), "note", equalTo(null));
        answer(number, "EMAIL").statusCode(422).body("errors[0].field", equalTo("channel"));
        answer(number, "PIGEON").statusCode(422);
    }

    private static int ask(String phone, String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("text", "Bus 14 is late again, my son is still waiting.", "phone", phone, "email", email))
                .post("/api/inquiries")
                .then()
                .extract()
                .path("number");
    }

    private static ValidatableResponse answer(int number, String channel) {
        var body = new HashMap<>(Map.of("text", "It is on its way."));
        if (channel != null) body.put("channel", channel);
        return withKey()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/inquiries/" + number + "/replies")
                .then();
    }

    private static RequestSpecification withKey() {
        return given().header("Authorization", "Bearer " + TestDistrict.API_KEY);
    }
}
