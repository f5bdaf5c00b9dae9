package org.rightdoor.desk.inbox;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.session;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.rightdoor.OpenStream;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Change;
import org.rightdoor.inquiry.Changes;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class LiveTest {

    @TestHTTPResource("/desk/events")
    String events;

    @Inject
    Changes changes;

    @Inject
    Watchers watchers;

    @Test
    void Whoever_may_see_a_case_hears_of_it_within_a_second_and_nobody_else_does() throws Exception {
        var ours = hire(Staff.AGENT, "transportation");
        try (var mine = OpenStream.open(events, session(ours));
                var others = OpenStream.open(events, session(hire(Staff.AGENT, "technology")))) {
            var opened = open("transportation", false);
            await().atMost(ofSeconds(1)).pollInterval(ofMillis(10)).until(() -> saysOf(mine, opened, "OPENED"));

            sql(
                    "update inquiry set assignee_id = (select id from staff where email = ?) where number = ?",
                    ours,
                    opened);
            await().atMost(ofSeconds(1))
                    .pollInterval(ofMillis(10))
                    .until(() -> saysOf(mine, opened, "\"assignee\":\"Robin of tr"));

            sql("update inquiry set department = 'technology' where number = ?", opened);
            await().atMost(ofSeconds(1)).pollInterval(ofMillis(10)).until(() -> saysOf(mine, opened, "\"gone\":true"));
            await().atMost(ofSeconds(1)).pollInterval(ofMillis(10)).until(() -> saysOf(others, opened, "technology"));
            assertThat(others.heard()).noneMatch(event -> event.data().contains("OPENED"));
        }
    }

    @Test
    void A_confidential_case_is_told_to_those_named_on_it_only() throws Exception {
        var named = hire(Staff.AGENT, "transportation");
        try (var theirs = OpenStream.open(events, session(named));
                var colleagues = OpenStream.open(events, session(hire(Staff.AGENT, "transportation")));
                var admins = OpenStream.open(events, session(hire(Staff.ADMIN)))) {
            var secret = open("transportation", true);
            sql("insert into named_on_case select ?, id, 'Test' from staff where email = ?", secret, named);
            sql("update inquiry set contacts = 2 where number = ?", secret);
            var plain = open("transportation", false);

            await().atMost(ofSeconds(10))
                    .pollInterval(ofMillis(10))
                    .until(() -> saysOf(theirs, secret, "\"contacts\":2"));
            await().atMost(ofSeconds(10)).pollInterval(ofMillis(10)).until(() -> saysOf(colleagues, plain, "OPENED"));
            await().atMost(ofSeconds(10)).pollInterval(ofMillis(10)).until(() -> saysOf(admins, plain, "OPENED"));
            assertThat(saysOf(colleagues, secret, "")).isFalse();
            assertThat(saysOf(admins, secret, "")).isFalse();
        }
    }

    @Test
    void Who_looks_at_a_case_is_heard_on_its_page_alone() throws Exception {
        var session = session(hire(Staff.AGENT, "transportation"));
        var number = open("transportation", false);
        try (var page = OpenStream.open(events + "?case=" + number, session);
                var list = OpenStream.open(events, session);
                var stranger = OpenStream.open(events + "?case=" + number, session(hire(Staff.AGENT, "technology")))) {
            changes.tell(Change.presence(number, 1, "writing")).await().atMost(ofSeconds(5));
            sql("update inquiry set contacts = 3 where number = ?", number);

            await().atMost(ofSeconds(10)).until(() -> page.has("presence", data -> data.contains("writing")));
            await().atMost(ofSeconds(10)).until(() -> saysOf(list, number, "\"contacts\":3"));
            assertThat(list.has("presence", data -> true)).isFalse();
            assertThat(stranger.heard())
                    .as("a stream says now and then that it lives, and to a stranger nothing else")
                    .allMatch(event -> event.name().equals("beat"));
        }
    }

    @Test
    void A_page_that_was_away_for_a_moment_hears_what_it_missed() throws Exception {
        var session = session(hire(Staff.AGENT, "transportation"));
        var left = System.currentTimeMillis();
        long number;
        try (var before = OpenStream.open(events, session)) {
            number = open("transportation", false);
            await().atMost(ofSeconds(10)).until(() -> saysOf(before, number, "OPENED"));
        }
        try (var back = OpenStream.open(events + "?since=" + left, session)) {
            await().atMost(ofSeconds(10))
                    .until(() -> saysOf(back, number, "OPENED") || back.has("missed", data -> true));
        }
        try (var afterLong = OpenStream.open(events + "?since=" + (left - 3_600_000), session)) {
            await().atMost(ofSeconds(10)).until(() -> afterLong.has("missed", data -> true));
        }
    }

    @Test
    void Changes_are_heard_again_after_the_database_has_cut_the_connection() throws Exception {
        try (var page = OpenStream.open(events, session(hire(Staff.AGENT, "transportation")))) {
            number(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where query in ('listen case_changes', 'select 1')");
            await().atMost(ofSeconds(5)).until(() -> page.has("missed", data -> true));
            var number = open("transportation", false);
            await().atMost(ofSeconds(10)).until(() -> saysOf(page, number, "OPENED"));
        }
    }

    @Test
    void A_stream_ends_when_its_reader_gets_another_role_and_a_person_has_only_so_many() throws Exception {
        var email = hire(Staff.AGENT, "transportation");
        var session = session(email);
        try (var page = OpenStream.open(events, session)) {
            sql("update staff set departments = '{technology}' where email = ?", email);
            watchers.askStaff();
            await().atMost(ofSeconds(5)).until(() -> page.has("over", data -> true) && page.hasEnded());
        }
        sql("update staff set departments = '{transportation}' where email = ?", email);
        session = session(email);
        try (var page = OpenStream.open(events, session)) {
            sql("delete from staff_session where staff_id = (select id from staff where email = ?)", email);
            watchers.askStaff();
            await().atMost(ofSeconds(5)).until(page::hasEnded);
        }
        sql("update staff set active = false where email = ?", email);
        given().redirects()
                .follow(false)
                .cookie("rightdoor-session", session)
                .get("/desk/events")
                .then()
                .statusCode(401);

        var busy = session(hire(Staff.AGENT, "transportation"));
        var open = new java.util.ArrayList<OpenStream>();
        for (var i = 0; i < Watchers.OF_ONE_PERSON; i++) open.add(OpenStream.open(events, busy));
        given().cookie("rightdoor-session", busy).get("/desk/events").then().statusCode(429);
        open.forEach(OpenStream::close);
    }

    private static boolean saysOf(OpenStream stream, long number, String words) {
        return stream.has("cases", data -> data.contains("\"number\":" + number + ",\"what\"") && data.contains(words));
    }

    private static long open(String department, boolean confidential) {
        return number(
                """
                with writer as (insert into person (name) values ('Live Family') returning id)
                insert into inquiry (person_id, subject, department, confidential, opened_at, last_contact_at, waiting_since, contacts)
                select id, 'Where is the bus?', ?, ?, now(), now(), now(), 1 from writer returning number""",
                department,
                confidential);
    }
}
