package org.rightdoor.records.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.records.OwnDatabase;

/** The whole application, in all stories of the tests, is a role that can only add to the audit trail. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class RunningAsApplicationRoleTest {

    @Inject
    AgroalDataSource database;

    @Test
    void It_is_ready_and_takes_a_question_as_that_role() throws SQLException {
        assertThat(OwnDatabase.value(
                        database,
                        "select current_user || ' ' || rolsuper from pg_roles" + " where rolname = current_user"))
                .isEqualTo(TestDistrict.ROLE + " false");
        RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        RestAssured.given()
                .contentType("application/json")
                .body("{\"text\": \"When does the office open after the holidays, please?\"}")
                .post("/api/inquiries")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set detail = 'x'",
                "delete from event",
                "delete from case_view",
                "update disclosure set interest = 'x'",
                "delete from audit_link",
                "delete from deletion",
                "drop table event"
            })
    void Its_own_connections_cannot_touch_the_trail(String attempt) {
        assertThatThrownBy(() -> OwnDatabase.run(database, attempt))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
