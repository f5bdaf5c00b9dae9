package org.rightdoor.channel.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;

/** Somebody sends more than families can, from the address of a whole school. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class FloodTest {

    private static final String DANGER = "I want to kill myself tonight, nobody would miss me.";

    @Test
    void What_calls_a_person_is_not_refused_with_the_rest() {
        var page = browser()
                .formParam("text", "Where is bus 14 this morning?")
                .formParam("nonce", UUID.randomUUID())
                .post("/")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("\\?.*", "");
        QuarkusMock.installMockForType(
                new Crowd() {
                    @Override
                    public Press from(String address) {
                        return Press.FLOOD;
                    }
                },
                Crowd.class);

        ask("Where is bus 22?").statusCode(429);
        ask(DANGER).statusCode(201);
        write(page, "And where is bus 22?").statusCode(429).body(containsString("And where is bus 22?</textarea>"));
        write(page, DANGER).statusCode(303).header("Location", endsWith("?done=added"));
        browser().get(page).then().body(containsString("988"), not(containsString("And where is bus 22?")));
    }

    private static ValidatableResponse ask(String text) {
        return given().contentType("application/json")
                .body(Map.of("text", text))
                .post("/api/inquiries")
                .then();
    }

    private static ValidatableResponse write(String page, String text) {
        return browser()
                .formParam("text", text)
                .formParam("nonce", UUID.randomUUID())
                .post(page + "/messages")
                .then();
    }
}
