package org.rightdoor.intake;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.answers.CurrentKnowledge;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ReadingIsMeasuredTest {

    private static final String NOTICE = "Messages are read by their words only";

    @Inject
    CurrentKnowledge knowledge;

    @Test
    void How_messages_are_read_is_seen_in_the_metrics() {
        given().contentType("application/json")
                .body("{\"text\":\"When does the bus come?\"}")
                .post("/api/inquiries")
                .then()
                .statusCode(201);

        var meaning = knowledge.now().classifier().meaning().isRead() ? "1.0" : "0.0";
        when().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        containsString("rightdoor_reading_meaning " + meaning),
                        containsString("rightdoor_reading_seconds_count"),
                        containsString("rightdoor_reading_confidence_bucket"),
                        not(containsString("rightdoor_reading_seconds_count 0")));
    }

    @Test
    void An_administrator_is_told_when_only_words_are_read_and_nobody_else_is() {
        var told = !knowledge.now().classifier().meaning().isRead();

        var inbox = TestStaff.admin().get("/desk").asString();

        assertThat(inbox.contains(NOTICE)).isEqualTo(told);
        TestStaff.agent("transportation").get("/desk").then().body(not(containsString(NOTICE)));
    }
}
