package org.rightdoor.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.BusyDistrict;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.channel.web.Crowd;
import org.rightdoor.channel.web.Crowd.Press;
import org.rightdoor.channel.web.WorkTest;
import org.rightdoor.portal.OwnBrowser;

/** What looks like spam is held for a person, and nobody is sent away. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class QuarantineTest {

    private final String words = "Where is bus 14? " + UUID.randomUUID();
    private final String nonce = UUID.randomUUID().toString();

    @Test
    void What_fills_in_the_field_that_people_do_not_see_is_held_and_becomes_no_case() {
        form().formParam("website", "https://pills.example")
                .post("/")
                .then()
                .statusCode(202)
                .body(containsString("A person looks at this first"));

        assertThat(cases()).isZero();
        frontDesk().get("/desk/quarantine").then().body(containsString(words));
    }

    @Test
    void In_a_crowd_a_browser_that_has_worked_is_let_through_and_one_that_has_not_is_held() {
        QuarkusMock.installMockForType(new BusyDistrict(Press.BUSY), Crowd.class);
        form().formParam("proof", WorkTest.proof(nonce, words)).post("/").then().statusCode(303);
        assertThat(cases()).isEqualTo(1);

        var slow = words + " I have no script.";
        browser()
                .formParam("text", slow)
                .formParam("nonce", UUID.randomUUID())
                .post("/")
                .then()
                .statusCode(202);
        frontDesk().get("/desk/quarantine").then().body(containsString(slow));
    }

    @Test
    void In_a_flood_even_work_does_not_help() {
        QuarkusMock.installMockForType(new BusyDistrict(Press.FLOOD), Crowd.class);
        form().formParam("proof", WorkTest.proof(nonce, words)).post("/").then().statusCode(202);
    }

    @Test
    void In_a_flood_a_message_to_a_case_waits_and_what_was_typed_stays() {
        var location = form().post("/").then().statusCode(303).extract().header("Location");
        var token = location.replaceAll(".*/cases/([^?]*).*", "$1");
        QuarkusMock.installMockForType(new BusyDistrict(Press.FLOOD), Crowd.class);

        OwnBrowser.of(token)
                .formParam("text", "It still has not come.")
                .formParam("nonce", UUID.randomUUID())
                .post("/cases/" + token + "/messages")
                .then()
                .statusCode(429)
                .body(containsString("It still has not come."), containsString("has not been sent"));
    }

    @Test
    void What_is_let_in_goes_the_road_of_all_questions_once() {
        form().formParam("website", "x")
                .formParam("name", "Ana Ruiz")
                .post("/")
                .then()
                .statusCode(202);
        var front = frontDesk();
        front.post("/desk/quarantine/" + held() + "/in").then().statusCode(303);
        frontDesk()
                .post("/desk/quarantine/" + held() + "/in")
                .then()
                .statusCode(303)
                .header("Location", containsString("done=decided"));

        assertThat(cases()).isEqualTo(1);
        var number = TestStaff.number("select inquiry_number from contact where text = ?", words);
        agent("transportation")
                .get("/desk/inquiries/" + number)
                .then()
                .body(containsString("Ana Ruiz"), containsString("It was held as possible spam and let in."));
    }

    @Test
    void What_is_kept_out_stays_on_record_and_cannot_be_deleted() {
        form().formParam("website", "x").post("/").then().statusCode(202);
        frontDesk().post("/desk/quarantine/" + held() + "/out").then().statusCode(303);

        assertThat(cases()).isZero();
        frontDesk().get("/desk/quarantine").then().body(containsString(words), containsString("Kept out by"));
        assertThatThrownBy(() -> TestStaff.sql("delete from suspected where question->>'text' = ?", words))
                .hasMessageContaining("what was held is kept");
    }

    @Test
    void Only_the_front_desk_and_administrators_look_at_what_is_held() {
        agent("transportation").get("/desk/quarantine").then().statusCode(404);
        agent("transportation").get("/desk").then().body(not(containsString("/desk/quarantine")));
        agent("transportation").post("/desk/quarantine/1/in").then().statusCode(404);
    }

    @Test
    void A_program_without_a_key_is_asked_to_wait_and_one_with_a_key_is_not() {
        QuarkusMock.installMockForType(new BusyDistrict(Press.BUSY), Crowd.class);
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("text", words))
                .post("/api/inquiries")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("60"))
                .contentType("application/problem+json");
        assertThat(cases()).isZero();

        RestAssured.given()
                .contentType("application/json")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .body(Map.of("text", words))
                .post("/api/inquiries")
                .then()
                .statusCode(201);
    }

    private RequestSpecification form() {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", words)
                .formParam("nonce", nonce);
    }

    private static RequestSpecification frontDesk() {
        return agent("front-office");
    }

    private long cases() {
        return TestStaff.number("select count(*) from contact where text = ?", words);
    }

    private long held() {
        return TestStaff.number("select id from suspected where question->>'text' = ?", words);
    }
}
