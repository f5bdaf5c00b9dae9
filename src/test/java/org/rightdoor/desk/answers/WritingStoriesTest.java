package org.rightdoor.desk.answers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class WritingStoriesTest {

    private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void An_answer_is_written_by_one_approved_by_another_given_to_families_and_retired() {
        var writer = TestStaff.hire(Staff.AGENT, "transportation");
        var path = form(as(writer))
                .formParam("hand-in", "true")
                .post("/desk/answers/new")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]+|\\?.*", "");
        as(writer)
                .get(path)
                .then()
                .statusCode(200)
                .body(
                        containsString("Waits for somebody else"),
                        containsString("You wrote at it"),
                        not(containsString("Approve and publish")));
        as(writer)
                .formParam("seen", seenIn(path))
                .post(path + "/approve")
                .then()
                .statusCode(422)
                .body(containsString("Somebody else has to approve"));
        agent("nutrition")
                .formParam("seen", seenIn(path))
                .post(path + "/approve")
                .then()
                .statusCode(403);
        as(TestStaff.hire(Staff.HELPER, "transportation"))
                .formParam("seen", seenIn(path))
                .post(path + "/approve")
                .then()
                .statusCode(403);
        browser()
                .get("/answers" + path.substring("/desk/answers".length()))
                .then()
                .statusCode(404);

        agent("transportation")
                .formParam("seen", "0.0")
                .post(path + "/approve")
                .then()
                .statusCode(409);
        agent("transportation")
                .formParam("seen", seenIn(path))
                .post(path + "/approve")
                .then()
                .statusCode(303);
        var page = "/answers" + path.substring("/desk/answers".length());
        await().atMost(60, SECONDS)
                .untilAsserted(() -> browser().get(page).then().statusCode(200).body(containsString(mark)));

        agent("transportation").post(path + "/retired").then().statusCode(403);
        as(TestStaff.hire(Staff.LEAD, "transportation"))
                .formParam("why", "It moved.")
                .post(path + "/retired")
                .then()
                .statusCode(303);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> browser().get(page).then().statusCode(404));
        admin().get(path).then().statusCode(200).body(containsString("Retired"), containsString("It moved."));
    }

    @Test
    void What_is_wrong_is_said_beside_what_was_typed() {
        agent("transportation")
                .formParam("topic", "bus-late")
                .formParam("questions-en", "Is it " + mark + "?")
                .formParam("expires", LocalDate.now().plusDays(30).toString())
                .post("/desk/answers/new")
                .then()
                .statusCode(422)
                .body(containsString("Is it " + mark), containsString("Write the answer in English"));
        form(agent("nutrition"))
                .post("/desk/answers/new")
                .then()
                .statusCode(422)
                .body(containsString("writes the answers on that"));
        agent("transportation")
                .formParam("topic", "bus-late")
                .formParam("questions-en", "Where is it?\nWhere is it?")
                .formParam("text-en", "Here. " + mark)
                .formParam("expires", "2001-01-01")
                .post("/desk/answers/new")
                .then()
                .statusCode(422)
                .body(containsString("asked twice"), containsString("That day is over"), containsString(mark));
    }

    @Test
    void What_only_a_person_answers_is_never_given_by_itself() {
        admin().formParam("topic", "ss-mental-health")
                .formParam("questions-en", "Who helps when " + mark)
                .formParam("text-en", "We do.")
                .formParam("expires", LocalDate.now().plusDays(30).toString())
                .formParam("automatic", "true")
                .post("/desk/answers/new")
                .then()
                .statusCode(422)
                .body(containsString("A person always answers this"));
    }

    @Test
    void Whoever_writes_at_an_old_draft_is_told_and_keeps_the_words() {
        var path = form(admin())
                .post("/desk/answers/new")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]+|\\?.*", "");
        form(admin())
                .formParam("seen", "0.0")
                .post(path + "/edit")
                .then()
                .statusCode(409)
                .body(containsString("Somebody else has changed it"), containsString(mark));
        admin().post(path + "/discarded").then().statusCode(303);
    }

    private RequestSpecification form(RequestSpecification who) {
        return who.formParam("topic", "bus-late")
                .formParam("questions-en", "Is it " + mark + "?")
                .formParam("text-en", "Yes, " + mark + ".")
                .formParam("expires", LocalDate.now().plusDays(30).toString());
    }

    private static String seenIn(String path) {
        return admin().get(path)
                .then()
                .extract()
                .asString()
                .replaceAll("(?s).*name=\"seen\" value=\"([\\d.]+)\".*", "$1");
    }
}
