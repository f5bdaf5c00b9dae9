package org.rightdoor.desk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.people.Staff;
import org.rightdoor.reply.TakeBack;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class BulkStoriesTest {

    private final String email = hire(Staff.AGENT, "transportation");

    @Test
    void A_preview_says_whom_it_touches_and_what_cannot_be_done_and_one_undo_takes_all_of_it_back() {
        var one = open("transportation");
        var two = open("transportation");
        var resolved = open("transportation");
        var strangers = open("technology");
        sql("update inquiry set status = 'RESOLVED', waiting_since = null where number = ?", resolved);
        var selected = "number=" + one + "&number=" + two + "&number=" + resolved + "&number=" + strangers;

        as(email)
                .get("/desk/bulk/resolve?back=view%3Dunassigned&" + selected)
                .then()
                .statusCode(200)
                .body(containsString("Resolve 2 cases"))
                .body(containsString("The case is resolved already."))
                .body(containsString("1 that you may not see"))
                .body(not(containsString("/desk/inquiries/" + strangers + "\"")));
        assertThat(status(one)).as("a preview changes nothing").isZero();

        var done = as(email)
                .formParam("back", "view=unassigned")
                .formParam("number", one, two, resolved, strangers)
                .post("/desk/bulk/resolve")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(done).contains("/desk?view=unassigned&did=resolve&many=2&left=2&undo=");
        assertThat(status(one) + status(two)).isEqualTo(2);
        assertThat(status(strangers)).isZero();

        as(email)
                .get(done.substring(done.indexOf("/desk")))
                .then()
                .body(containsString("2 cases resolved. 2 could not be and stay as they are."))
                .body(containsString("/undone\""));
        as(email)
                .post("/desk/deeds/" + done.replaceAll(".*undo=", "") + "/undone")
                .then()
                .statusCode(303);
        assertThat(status(one) + status(two)).isZero();
    }

    @Test
    void A_selection_is_assigned_handed_over_and_snoozed() {
        var one = open("transportation");
        var two = open("transportation");
        var me = number("select id from staff where email = ?", email);

        post("assign", "staff", Long.toString(me), one, two, 303);
        assertThat(count("assignee_id = " + me, one, two)).isEqualTo(2);
        post("snooze", "until", "TOMORROW", one, two, 303);
        assertThat(count("snoozed_until > now()", one, two)).isEqualTo(2);
        as(email)
                .formParam("number", one, two)
                .formParam("department", "technology")
                .formParam("reason", "All of these are about tablets")
                .post("/desk/bulk/hand-over")
                .then()
                .statusCode(303);
        assertThat(count("department = 'technology'", one, two)).isEqualTo(2);
    }

    @Test
    void Nobody_is_given_what_they_may_not_see_and_what_is_missing_is_asked_for() {
        var one = open("transportation");
        var stranger = number("select id from staff where email = ?", hire(Staff.AGENT, "technology"));
        as(email)
                .formParam("number", one)
                .formParam("staff", stranger)
                .post("/desk/bulk/assign")
                .then()
                .statusCode(409)
                .body(containsString("may not see this case"));
        as(email)
                .formParam("number", one)
                .formParam("department", "technology")
                .post("/desk/bulk/hand-over")
                .then()
                .statusCode(422)
                .body(containsString("Say why"));
        as(email)
                .formParam("number", one)
                .formParam("until", "DAY")
                .formParam("day", "2001-01-01")
                .post("/desk/bulk/snooze")
                .then()
                .statusCode(422)
                .body(containsString("from tomorrow on"));
        as(email)
                .formParam("number", one)
                .formParam("text", " ")
                .post("/desk/bulk/reply")
                .then()
                .statusCode(422)
                .body(containsString("Write an answer first."));
        as(email).get("/desk/bulk/resolve").then().statusCode(200).body(containsString("No case is selected."));
        as(email).get("/desk/bulk/nothing").then().statusCode(404);
        as(hire(Staff.VIEWER, "transportation"))
                .get("/desk/bulk/resolve?number=" + one)
                .then()
                .statusCode(403);
    }

    @Test
    void One_answer_goes_to_every_family_once() {
        var one = open("transportation");
        var two = open("transportation");
        sql(
                "insert into address (person_id, kind, value) select person_id, 'EMAIL', ? from inquiry where number = ?",
                "bulk" + one + "@example.org",
                one);
        as(email)
                .get("/desk/bulk/reply?number=" + one + "&number=" + two)
                .then()
                .statusCode(200)
                .body(containsString("Reply to 2 cases"));
        as(email)
                .formParam("number", one, two)
                .formParam("text", "All buses are 20 minutes late today.")
                .post("/desk/bulk/reply")
                .then()
                .statusCode(303);
        assertThat(number(
                        "select count(*) from reply where inquiry_number in (?, ?) and text like 'All buses%' and not automatic",
                        one, two))
                .isEqualTo(2);
        assertThat(count("status = 'WAITING'", one, two)).isEqualTo(2);
    }

    @Test
    void Sent_twice_or_answered_by_a_colleague_since_a_family_gets_one_answer_only() {
        var one = open("transportation");
        var two = open("transportation");
        var seen = seen("reply", one, two);
        as(hire(Staff.AGENT, "transportation"))
                .formParam("text", "It is on its way.")
                .formParam("channel", "WEB")
                .post("/desk/inquiries/" + one + "/replies")
                .then()
                .statusCode(303);

        bulk("reply", seen, one, two).then().statusCode(303).header("Location", containsString("many=1&left=1"));
        bulk("reply", seen, one, two)
                .then()
                .statusCode(409)
                .body(containsString("colleagues have answered"), containsString("late today.</textarea>"));
        assertThat(number(
                        "select count(*) from reply where inquiry_number in (?, ?) and text like 'All buses%' and not automatic",
                        one, two))
                .isOne();
    }

    @Test
    void What_a_family_has_written_since_the_preview_is_not_resolved_unread() {
        var one = open("transportation");
        var two = open("transportation");
        var seen = seen("resolve", one, two);
        sql("update inquiry set last_contact_at = now() + interval '1 second' where number = ?", two);

        bulk("resolve", seen, one, two).then().statusCode(303).header("Location", containsString("many=1&left=1"));
        assertThat(status(one)).isOne();
        assertThat(status(two)).isZero();
    }

    private String seen(String deed, long one, long two) {
        return as(email)
                .get("/desk/bulk/" + deed + "?number=" + one + "&number=" + two)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(?s).*name=\"seen\" value=\"([0-9-]+)\".*", "$1");
    }

    private Response bulk(String deed, String seen, long one, long two) {
        return as(email)
                .formParam("number", one, two)
                .formParam("seen", seen)
                .formParam("text", "All buses are 20 minutes late today.")
                .post("/desk/bulk/" + deed);
    }

    @Test
    void One_click_takes_an_answer_to_many_back_from_all_who_have_not_got_it_yet() {
        QuarkusMock.installMockForType(
                new TakeBack() {
                    @Override
                    public Duration pause() {
                        return Duration.ofSeconds(30);
                    }
                },
                TakeBack.class);
        var one = open("transportation");
        var two = open("transportation");
        var done = as(email)
                .formParam("number", one, two)
                .formParam("text", "All buses are 20 minutes late today.")
                .post("/desk/bulk/reply")
                .header("Location");
        var held = done.replaceAll(".*held=", "");
        as(email)
                .get(done.substring(done.indexOf("/desk")))
                .then()
                .body(containsString("2 cases answered."), containsString("name=\"held\" value=\"" + held + "\""));

        as(hire(Staff.AGENT, "transportation")).formParam("held", held).post("/desk/bulk/reply/taken-back");
        assertThat(count("status = 'WAITING'", one, two))
                .as("another's answers")
                .isEqualTo(2);
        as(email)
                .formParam("held", held)
                .post("/desk/bulk/reply/taken-back")
                .then()
                .statusCode(303)
                .header("Location", containsString("did=take-back&many=2"));
        assertThat(count("status = 'OPEN' and waiting_since is not null", one, two))
                .isEqualTo(2);
        assertThat(number("select count(*) from reply where inquiry_number in (?, ?) and not automatic", one, two))
                .isZero();
    }

    private void post(String deed, String name, String value, long one, long two, int status) {
        as(email)
                .formParam("number", one, two)
                .formParam(name, value)
                .post("/desk/bulk/" + deed)
                .then()
                .statusCode(status);
    }

    private static long status(long number) {
        return number("select count(*) from inquiry where number = ? and status = 'RESOLVED'", number);
    }

    private static long count(String condition, long one, long two) {
        return number("select count(*) from inquiry where number in (?, ?) and " + condition, one, two);
    }

    private static long open(String department) {
        return number(
                """
                with writer as (insert into person (name) values ('Bulk Family') returning id), opened as (
                    insert into inquiry (person_id, subject, department, opened_at, last_contact_at, waiting_since, contacts)
                    select id, 'Where is the bus?', ?, now(), now(), now(), 1 from writer returning number, person_id), linked as (
                    insert into case_link (token, inquiry_number, whole) select gen_random_uuid()::text, number, true from opened),
                wrote as (insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
                    select number, person_id, 'WEB', gen_random_uuid()::text, now(), 'Where is the bus?', true from opened)
                select number from opened""",
                department);
    }
}
