package org.rightdoor.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.people.Staff;

/** Each story has people and words of its own, found by a word that nobody else uses. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class InboxStoriesTest {

    private static final Pattern ROW = Pattern.compile("<li class=\"row [A-Z]+\" data-number=\"(\\d+)\"");

    /** Rows whose like could only come from thousands of cases. */
    private static final String UNCHECKED = "set session_replication_role = replica; ";

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void What_is_due_first_stands_first_and_urgent_before_all() {
        var late = open("transportation", "late", "1 hour");
        var later = open("transportation", "later", "3 hours");
        var urgent = open("transportation", "urgent", "9 hours");
        sql("update inquiry set priority = 'URGENT' where number = ?", urgent);
        assertThat(rows("transportation", "/desk?view=open&q=" + word)).containsExactlyInAnyOrder(late, later, urgent);

        var email = hire(Staff.AGENT, "transportation");
        sql(
                "update inquiry set assignee_id = (select id from staff where email = ?) where number in (?, ?, ?)",
                email,
                late,
                later,
                urgent);
        assertThat(of(email, "/desk?assignee=me")).containsExactly(urgent, late, later);
    }

    @Test
    void Every_case_is_on_exactly_one_page_and_no_page_is_heavy() throws IOException {
        var cases = new ArrayList<Long>();
        for (var i = 0; i < 60; i++) cases.add(open("technology", "page " + i, (i % 7) + " hours"));
        sql(
                "update inquiry set topic = null, school = 'page-test' where number = any(?::bigint[])",
                "{" + joined(cases) + "}");
        var seen = new ArrayList<Long>();
        var desk = hire(Staff.AGENT, "technology");
        for (var next = "/desk"; next != null; ) {
            var page = as(desk).get(next).asString();
            seen.addAll(numbers(page));
            assertThat(compressed(page)).isLessThan(100_000);
            var more = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(page);
            assertThat(seen).as("pages lead on").hasSizeLessThan(5_000);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(cases);
    }

    @Test
    void The_lists_show_what_is_mine_what_nobody_has_what_sleeps_and_what_I_handed_over() {
        var email = hire(Staff.AGENT, "transportation");
        var me = number("select id from staff where email = ?", email);
        var mine = open("transportation", "mine", "1 hour");
        var nobodys = open("transportation", "nobodys", "1 hour");
        var asleep = open("transportation", "asleep", "1 hour");
        var handed = open("technology", "handed", "1 hour");
        var merged = open("transportation", "merged", "1 hour");
        sql("update inquiry set assignee_id = ? where number = ?", me, mine);
        sql("update inquiry set snoozed_until = now() + interval '1 day' where number = ?", asleep);
        sql("update inquiry set merged_into = ? where number = ?", mine, merged);
        sql(
                "insert into event (inquiry_number, at, kind, actor, staff_id) values (?, now(), 'ROUTED', 'Test', ?)",
                handed,
                me);

        assertThat(of(email, "/desk?view=open&q=" + word)).containsExactlyInAnyOrder(mine, nobodys);
        assertThat(of(email, "/desk?view=mine")).containsExactly(mine);
        assertThat(of(email, "/desk?view=unassigned&q=" + word)).containsExactly(nobodys);
        assertThat(of(email, "/desk?view=soon&q=" + word)).containsExactlyInAnyOrder(mine, nobodys);
        assertThat(of(email, "/desk?view=snoozed&q=" + word)).containsExactly(asleep);
        assertThat(of(email, "/desk?view=snoozed")).contains(asleep).doesNotContain(mine);
        assertThat(of(email, "/desk?view=handed-over")).containsExactly(handed);
        assertThat(of(email, "/desk?view=handed-over&q=" + word)).containsExactly(handed);
        assertThat(of(email, "/desk?q=" + word)).containsExactlyInAnyOrder(mine, nobodys, asleep, handed);
        assertThat(of(email, "/desk?q=" + merged)).as("the old number leads on").containsExactly(mine);
        var phone = TestPhones.next();
        sql(
                "insert into address (person_id, kind, value) select person_id, 'PHONE', ? from inquiry where number = ?",
                phone,
                merged);
        assertThat(of(email, "/desk?q=" + phone.substring(2)))
                .as("so does its family's telephone")
                .containsExactly(mine);
    }

    @Test
    void Filters_narrow_together_stand_in_the_address_and_are_taken_away_one_by_one() {
        var email = hire(Staff.AGENT, "transportation");
        var fits = open("transportation", "fits", "1 hour");
        var other = open("transportation", "other", "1 hour");
        sql(
                "update inquiry set language = 'es', contacts = 4, urgency = 'NOW', kind = 'COMPLAINT' where number = ?",
                fits);
        sql("update inquiry set language = 'es', contacts = 1 where number = ?", other);
        sql(
                "insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts) select number, person_id, 'SMS', ?, now(), '', true from inquiry where number = ?",
                word,
                fits);

        assertThat(of(email, "/desk?language=es&q=" + word)).containsExactlyInAnyOrder(fits, other);
        var narrow = "/desk?language=es&channel=sms&kind=complaint&urgency=now&age=day&contacts=3&q=" + word;
        assertThat(of(email, narrow)).containsExactly(fits);
        as(email)
                .get(narrow)
                .then()
                .body(containsString(
                        "href=\"/desk?language=es&amp;channel=sms&amp;kind=complaint&amp;urgency=now&amp;age=day&amp;q="
                                + word))
                .body(containsString("Contacts: 3 or more"))
                .body(containsString("Save this view"));
        assertThat(of(email, "/desk?age=older-than-week&q=" + word)).isEmpty();
        as(email)
                .get(
                        "/desk?language=es&school=nowhere&kind=%00&contacts=x&age=&urgency=never&topic=nothing&view=bad&department=technology")
                .then()
                .statusCode(200);
    }

    @Test
    void A_list_is_narrowed_to_what_I_a_colleague_or_nobody_has() {
        var email = hire(Staff.AGENT, "transportation");
        var colleague = hire(Staff.LEAD, "transportation", "technology");
        var stranger = hire(Staff.AGENT, "technology");
        var me = number("select id from staff where email = ?", email);
        var theirId = number("select id from staff where email = ?", colleague);
        var strangersId = number("select id from staff where email = ?", stranger);
        var mine = open("transportation", "mine", "1 hour");
        var theirs = open("transportation", "theirs", "1 hour");
        var nobodys = open("transportation", "nobodys", "1 hour");
        var elsewhere = open("technology", "theirs elsewhere", "1 hour");
        sql("update inquiry set assignee_id = ? where number = ?", me, mine);
        sql("update inquiry set assignee_id = ? where number in (?, ?)", theirId, theirs, elsewhere);

        assertThat(of(email, "/desk?assignee=me&q=" + word)).containsExactly(mine);
        assertThat(of(email, "/desk?assignee=nobody&q=" + word)).containsExactly(nobodys);
        assertThat(of(email, "/desk?assignee=" + theirId + "&q=" + word)).containsExactly(theirs);
        assertThat(of(email, "/desk?assignee=" + theirId)).containsExactly(theirs);
        assertThat(of(email, "/desk?assignee=x%00&q=" + word)).containsExactlyInAnyOrder(mine, theirs, nobodys);

        var page = as(email).get("/desk?assignee=" + theirId).asString();
        assertThat(page)
                .contains("<option value=\"" + me + "\">Me</option>", "<option value=\"nobody\">Nobody</option>")
                .contains("<option value=\"" + theirId + "\" selected>")
                .contains("Assigned to: ")
                .doesNotContain("<option value=\"" + strangersId + "\"");
        // Saved as it is, and "me" as the one who saves it.
        as(email)
                .formParam("name", word)
                .formParam("query", "assignee=me&language=es")
                .post("/desk/views")
                .then()
                .statusCode(303);
        assertThat(number(
                        "select count(*) from saved_view where name = ? and query = ?",
                        word,
                        "language=es&assignee=" + me))
                .isEqualTo(1);
        as(email).get("/desk/views").then().body(containsString("Open · Language: Spanish · Assigned to: Me"));
    }

    @Test
    void Words_are_found_in_messages_answers_and_notes_without_accents_and_in_Chinese() {
        var email = hire(Staff.AGENT, "transportation");
        var found = open("transportation", "Autobús perdido", "1 hour");
        sql(
                "insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts) select number, person_id, 'WEB', ?, now(), ?, true from inquiry where number = ?",
                word,
                word + " 请问校车几点来？ <b>Señora Gonzáles</b>",
                found);
        sql(
                "insert into reply (inquiry_number, channel, text, automatic, author, state, created_at, next_try_at) values (?, 'WEB', ?, false, 'Test', 'SENT', now(), now())",
                found,
                "answered" + word);
        sql(
                "insert into event (inquiry_number, at, kind, actor, detail) values (?, now(), 'NOTED', 'Test', ?)",
                found,
                "noted" + word);

        for (var wanted : List.of(
                "autobus " + word,
                word + " 校车",
                word + " gonzales",
                word + " gonza",
                "\"perdido " + word + "\"",
                "answered" + word,
                "noted" + word)) {
            assertThat(of(email, "/desk?q=" + wanted)).as(wanted).contains(found);
        }
        for (var absent : List.of("\"" + word + " perdido\"", word + " -gonzales", word + " 校几", "gonzal.s" + word)) {
            assertThat(of(email, "/desk?q=" + absent)).as(absent).isEmpty();
        }
        as(email)
                .get("/desk?q=" + word + " gonzales")
                .then()
                .body(containsString("<mark>Gonzáles</mark>"))
                .body(not(containsString("<b>Señora")));
    }

    @Test
    void What_few_cases_say_is_found_however_many_newer_ones_there_are() {
        var email = hire(Staff.AGENT, "transportation");
        var me = number("select id from staff where email = ?", email);
        var own = open("transportation", "own", "1 hour");
        var asked = open("technology", "asked", "1 hour");
        var handed = open("technology", "handed", "1 hour");
        open("technology", "others", "1 hour");
        sql(UNCHECKED + "insert into consultation (inquiry_number, department, question, asked_by, asked_at, deed_id)"
                + " values (" + asked + ", 'transportation', 'Which bus?', 'Test', now(), 0)");
        sql(
                "insert into event (inquiry_number, at, kind, actor, staff_id) values (?, now(), 'ROUTED', 'Test', ?)",
                handed,
                me);
        var expected = List.of(handed, asked, own);
        assertThat(of(email, "/desk?q=" + word)).containsExactlyElementsOf(expected);

        var newer = "generate_series(2000000001, 2000000000 + 21000) n";
        sql(UNCHECKED + "insert into case_words select n, '{transportation}', '' from " + newer);
        try {
            assertThat(of(email, "/desk?q=" + word)).containsExactlyElementsOf(expected);
            assertThat(of(email, "/desk?after=" + handed + "&q=" + word)).containsExactly(asked, own);
        } finally {
            sql("delete from case_words where inquiry_number > 2000000000");
        }
    }

    @Test
    void A_telephone_number_an_address_and_a_name_lead_to_the_case_of_those_who_may_see_it() {
        var email = hire(Staff.AGENT, "transportation");
        var found = open("transportation", "phone", "1 hour");
        var digits = "%07d".formatted(Math.abs(word.hashCode()) % 10_000_000);
        sql(
                "insert into address (person_id, kind, value) select person_id, 'PHONE', ? from inquiry where number = ?",
                "+1410" + digits,
                found);
        sql(
                "insert into address (person_id, kind, value) select person_id, 'EMAIL', ? from inquiry where number = ?",
                word + "@example.org",
                found);
        sql(
                "update person set name = ? where id = (select person_id from inquiry where number = ?)",
                "Zoë " + word,
                found);

        assertThat(of(email, "/desk?q=" + digits)).contains(found);
        assertThat(of(email, "/desk?q=(410) " + digits.substring(0, 3) + "-" + digits.substring(3)))
                .contains(found);
        assertThat(of(email, "/desk?q=" + word + "@example.org")).contains(found);
        assertThat(of(email, "/desk?q=zoe " + word)).containsExactly(found);
        for (var wanted : List.of(digits, word, word + "@example.org", Long.toString(found))) {
            assertThat(rows("technology", "/desk?q=" + wanted)).as(wanted).doesNotContain(found);
        }
    }

    @Test
    void A_confidential_case_is_in_the_lists_and_the_search_of_those_named_on_it_only() {
        var named = hire(Staff.AGENT, "transportation");
        var secret = open("transportation", "secret", "1 hour");
        sql("update inquiry set confidential = true, priority = 'URGENT' where number = ?", secret);
        sql("insert into named_on_case select ?, id, 'Test' from staff where email = ?", secret, named);
        for (var path :
                List.of("/desk", "/desk?view=all", "/desk?q=" + word, "/desk?q=" + secret, "/desk?view=unassigned")) {
            assertThat(of(named, path)).as(path).contains(secret);
            assertThat(rows("transportation", path)).as(path).doesNotContain(secret);
            assertThat(of(hire(Staff.ADMIN), path)).as(path).doesNotContain(secret);
        }
    }

    @Test
    void A_view_is_saved_renamed_and_deleted_by_its_owner_alone() {
        var email = hire(Staff.AGENT, "transportation");
        as(email)
                .formParam("name", " ")
                .formParam("query", "view=waiting")
                .post("/desk/views")
                .then()
                .statusCode(422)
                .body(containsString("Give it a name first."));
        as(email)
                .formParam("name", word)
                .formParam("query", "language=es&view=waiting&evil=//x")
                .post("/desk/views")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk?view=waiting&language=es"));
        as(email).get("/desk").then().body(containsString(">" + word + "</a>"));
        as(email).get("/desk?view=waiting&language=es").then().body(not(containsString("Save this view")));
        var id = number("select id from saved_view where name = ?", word);

        var stranger = hire(Staff.AGENT, "transportation");
        as(stranger)
                .formParam("name", "x")
                .post("/desk/views/" + id + "/name")
                .then()
                .statusCode(404);
        as(stranger).post("/desk/views/" + id + "/deleted").then().statusCode(404);
        as(stranger).get("/desk").then().body(not(containsString(word)));

        as(email)
                .formParam("name", word + "2")
                .post("/desk/views/" + id + "/name")
                .then()
                .statusCode(303);
        as(email).get("/desk/views").then().body(containsString(word + "2"));
        as(email).post("/desk/views/" + id + "/deleted").then().statusCode(303);
        as(email).get("/desk").then().body(not(containsString(word)));
    }

    @Test
    void A_page_that_hears_of_cases_learns_which_are_in_its_list() {
        var email = hire(Staff.AGENT, "transportation");
        var ours = open("transportation", "ours", "1 hour");
        var spanish = open("transportation", "spanish", "1 hour");
        var theirs = open("technology", "theirs", "1 hour");
        sql("update inquiry set language = 'es' where number = ?", spanish);
        as(email)
                .accept("application/json")
                .get("/desk/fitting?language=es&number=" + ours + "&number=" + spanish + "&number=" + theirs)
                .then()
                .statusCode(200)
                .body("numbers", equalTo(List.of((int) spanish)));
    }

    @Test
    void Empty_lists_say_what_to_do() {
        var email = hire(Staff.AGENT, "transportation");
        as(email)
                .get("/desk?view=mine")
                .then()
                .body(containsString("You have taken nothing."))
                .body(containsString("/desk?view=unassigned"));
        as(email).get("/desk?view=mine&q=" + word).then().body(containsString("Search all I may see"));
        as(email).get("/desk?q=" + word).then().body(containsString("another spelling"));
        as(email).get("/desk?language=vi&contacts=5").then().body(containsString("No case fits these filters."));
    }

    private static List<Long> rows(String department, String path) {
        return of(hire(Staff.AGENT, department), path);
    }

    private static List<Long> of(String email, String path) {
        return numbers(as(email).get(path).then().statusCode(200).extract().asString());
    }

    private static List<Long> numbers(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> Long.valueOf(row.group(1)))
                .toList();
    }

    private long open(String department, String subject, String dueIn) {
        return number(
                """
                with writer as (insert into person (name) values ('Inbox Family') returning id)
                insert into inquiry (person_id, subject, department, opened_at, last_contact_at, waiting_since, contacts, answer_due_at)
                select id, ?, ?, now(), now(), now(), 1, now() - interval '10 years' + cast(? as interval) from writer returning number""",
                subject + " " + word,
                department,
                dueIn);
    }

    private static int compressed(String page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static String joined(List<Long> numbers) {
        return numbers.toString().replaceAll("[\\[\\] ]", "");
    }
}
