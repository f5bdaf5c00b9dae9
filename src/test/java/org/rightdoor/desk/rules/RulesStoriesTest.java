package org.rightdoor.desk.rules;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.builder.MultiPartSpecBuilder;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class RulesStoriesTest {

    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";

    @Inject
    Intake intake;

    @Test
    void An_edited_rule_is_replayed_over_the_cases_of_the_last_month_before_it_is_taken_over() throws Exception {
        var moved = ask();
        var hidden = ask();
        TestStaff.sql("update inquiry set confidential = true where number = ?", hidden);
        var location = tryOutARule();
        await().atMost(60, SECONDS).untilAsserted(() -> admin().get(location)
                .then()
                .statusCode(200)
                .body(
                        containsString("were tried out"),
                        containsString(">#" + moved + "<"),
                        containsString("Nutrition"),
                        not(containsString(">#" + hidden + "<")),
                        containsString("Take them over")));
        agent("transportation").get(location).then().statusCode(403);
    }

    @Test
    void Rules_that_have_changed_since_are_not_written_over_but_the_edited_ones_are_tried_out_again() throws Exception {
        var location = tryOutARule();
        await().atMost(60, SECONDS)
                .untilAsserted(() -> admin().get(location).then().body(containsString("Take them over")));
        // As if somebody had edited the files since.
        TestStaff.sql("update rules_trial set tried_over = 'others' where id = ?", location.replaceAll(".*/", ""));
        admin().post(location + "/taken-over")
                .then()
                .statusCode(409)
                .body(
                        containsString("The rules have changed since these were tried out"),
                        containsString("Try them out again"),
                        not(containsString("Take them over")));
        var again = admin().post(location + "/again")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        await().atMost(60, SECONDS)
                .untilAsserted(() -> admin().get(again).then().body(containsString("Take them over")));
    }

    /** Sends what has that word to nutrition; where the trial stands. */
    private String tryOutARule() throws Exception {
        var rules = Files.readString(Path.of("routing-rules/rules.yml")) + "\n- id: " + word + "\n  when: {words: ["
                + word + "]}\n  then: {department: nutrition, topic: none}\n";
        return admin().multiPart("name", "rules.yml")
                .multiPart(new MultiPartSpecBuilder(rules)
                        .controlName("text")
                        .charset("UTF-8")
                        .build())
                .post("/desk/settings/rules/trials")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    @Test
    void A_faulty_file_is_named_with_its_line_and_cannot_be_taken_over() {
        var location = admin().multiPart("name", "rules.yml")
                .multiPart("text", "- id: one\n  when: {wrods: [bus]}\n  then: {department: nutrition}\n")
                .post("/desk/settings/rules/trials")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        admin().get(location).then().body(containsString("rules.yml:2"), not(containsString("Take them over")));
        admin().post(location + "/taken-over").then().statusCode(409);
        admin().multiPart("name", "etc/passwd")
                .multiPart("text", "typed words")
                .post("/desk/settings/rules/trials")
                .then()
                .statusCode(422)
                .body(containsString("is no file of"), containsString("typed words"));
    }

    @Test
    void A_department_gets_an_owner_and_says_what_is_amiss() {
        var lead = TestStaff.hire(Staff.LEAD, "athletics");
        var id = TestStaff.number("select id from staff where email = ?", lead);
        admin().formParam("owner", id)
                .formParam("fallback", id)
                .post("/desk/settings/departments/athletics")
                .then()
                .statusCode(422);
        admin().formParam("owner", id)
                .formParam("fallback", "")
                .post("/desk/settings/departments/athletics")
                .then()
                .statusCode(303);
        admin().get("/desk/settings/departments")
                .then()
                .statusCode(200)
                .body(
                        containsString("Today: <strong>Robin of athletics"),
                        containsString("departments.yml:"),
                        containsString("have no owner"));
        TestStaff.sql("update staff set active = false where id = ?", id);
        admin().get("/desk/settings/departments").then().body(containsString("works here no more"));
        TestStaff.sql("delete from department_owner where department = 'athletics'");
        agent("athletics").get("/desk/settings/departments").then().statusCode(403);
    }

    private long ask() throws Exception {
        try {
            var inbound = Inbound.of(
                    Channel.WEB, UUID.randomUUID().toString(), Sender.ANONYMOUS, "bus 14 is late again " + word);
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(inbound))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
