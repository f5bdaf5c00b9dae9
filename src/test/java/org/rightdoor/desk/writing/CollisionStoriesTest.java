package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.session;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.people.Staff;

/** Two at one case, or a family that writes while somebody answers. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class CollisionStoriesTest extends WrittenCase {

    @Test
    void A_message_that_came_in_meanwhile_is_shown_before_anything_is_sent() throws Throwable {
        var form = form("It comes at nine.");
        continueWith("He is home now, thank you, but what about tomorrow?");
        var asked = dana().formParams(form).post(page + "/replies");
        asked.then()
                .statusCode(409)
                .body(
                        containsString("Something came in while you were writing."),
                        containsString("It comes at nine.</textarea>"),
                        containsString("Since you began to write"),
                        containsString("Send anyway"));
        assertThat(number("select count(*) from reply where inquiry_number = ? and staff_id is not null", number))
                .isZero();
        // Another device shows it too.
        as(dana).get(page).then().body(containsString("Since you began to write"));
        dana().formParams(form("It comes at nine."))
                .post(page + "/replies")
                .then()
                .statusCode(303);
        dana().get(page).then().body(not(containsString("Since you began to write")));
    }

    @Test
    void Of_two_who_answer_the_same_message_the_second_is_asked() throws Exception {
        var kim = hire(Staff.AGENT, "transportation");
        var kims = session(kim);
        var form = form("Yes.");
        var pool = Executors.newFixedThreadPool(2);
        var both = pool.invokeAll(
                List.<Callable<Response>>of(() -> dana().formParams(form).post(page + "/replies"), () -> browser()
                        .cookie("rightdoor-session", kims)
                        .formParams(form)
                        .post(page + "/replies")));
        pool.shutdown();
        var statuses = List.of(both.get(0).get().statusCode(), both.get(1).get().statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(303, 409);
        var second = both.get(statuses.indexOf(409)).get().asString();
        assertThat(second).contains("Since you began to write", "answered", "Yes.</textarea>");
        assertThat(number("select count(*) from reply where inquiry_number = ? and staff_id is not null", number))
                .isOne();
    }

    @Test
    void Colleagues_at_the_same_case_see_each_other_and_who_writes() {
        var kim = hire(Staff.AGENT, "transportation");
        as(kim).accept("application/json")
                .formParam("writing", false)
                .post(page + "/presence")
                .then()
                .statusCode(200)
                .body("$", empty());
        script().formParam("writing", true)
                .post(page + "/presence")
                .then()
                .body(
                        "size()",
                        equalTo(1),
                        "[0].name",
                        equalTo("Robin of transportation"),
                        "[0].writing",
                        equalTo(false));
        as(kim).accept("application/json")
                .formParam("writing", false)
                .post(page + "/presence")
                .then()
                .body("[0].writing", equalTo(true));
        as(hire(Staff.AGENT, "nutrition"))
                .accept("application/json")
                .formParam("writing", true)
                .post(page + "/presence")
                .then()
                .statusCode(404);
        script().post(page + "/presence/gone").then().statusCode(204);
        as(kim).accept("application/json")
                .formParam("writing", false)
                .post(page + "/presence")
                .then()
                .body("$", empty());
        sql("update presence set seen_at = now() - interval '26 seconds' where inquiry_number = ?", number);
        script().formParam("writing", false).post(page + "/presence").then().body("$", empty());
    }

    private void continueWith(String text) {
        sql(
                """
                insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
                select number, person_id, 'WEB', gen_random_uuid()::text, now(), ?, true from inquiry where number = ?""",
                text,
                number);
    }
}
