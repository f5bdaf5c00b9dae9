package org.rightdoor.insight.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestFamily.asks;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.sql;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.people.Staff;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;

/** Questions that mean the same find each other, cost what they cost, and become an answer by one click. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class QuestionsTest {

    private static final String PAGE = "/desk/insight/questions";

    /** A topic in which no other test asks. */
    private static final String TOPIC = "fac-rental";

    private static final List<String> GYM = List.of(
            "Can our scout troop rent the gym on a Saturday afternoon?",
            "Is it possible to rent the gym for scouts on Saturday?",
            "We would like to rent the school gym on Saturday for our scout group, can we?");
    private static final String GARDEN = "Who waters the roses behind the kindergarten during the summer holidays?";

    @Inject
    PlaceQuestions placing;

    @Inject
    Inquiries inquiries;

    @Inject
    Replies replies;

    @Test
    void Questions_of_one_meaning_are_one_line_with_what_they_cost_and_the_best_reply_becomes_a_draft()
            throws Throwable {
        var numbers = new ArrayList<Long>();
        for (var text : GYM) numbers.add(asks(text, TOPIC));
        var other = asks(GARDEN, TOPIC);
        answer(numbers.get(0), "Please ask the principal, we do not know this here in this office.", false);
        answer(
                numbers.get(1),
                "Dear Ms. Ruiz,\n\nThe gym can be rented on Saturdays until six; the form is on our page.\n\nKind regards\nKim",
                true);
        sql("update inquiry set contacts = 4 where number = ?", numbers.get(0));
        sql(
                "insert into survey (inquiry_number, answered_at, courtesy, solved) values (?, now(), 5, true)",
                numbers.get(1));
        place();

        var group = group(numbers.get(0));
        assertThat(numbers).allMatch(number -> group(number).equals(group));
        assertThat(group(other)).isNotEqualTo(group);
        var seen = as(hire(Staff.AGENT, "facilities"))
                .get(PAGE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(seen).contains("<td>6</td><td>3</td>").contains("scout").doesNotContain("roses");
        as(hire(Staff.AGENT, "nutrition")).get(PAGE).then().body(not(containsString("scout")));
        as(hire(Staff.AGENT, "nutrition"))
                .post(PAGE + "/" + group + "/draft")
                .then()
                .statusCode(403);

        var writer = hire(Staff.AGENT, "facilities");
        var draft = as(writer)
                .post(PAGE + "/" + group + "/draft")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        as(writer)
                .get(draft.replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body(
                        containsString("The gym can be rented on Saturdays until six; the form is on our page."),
                        not(containsString("Ms. Ruiz")),
                        containsString("Hand in for approval"));
        assertThat(one("select state from written_answer order by id desc limit 1"))
                .isEqualTo("DRAFT");
        as(writer).get(PAGE).then().body(containsString("Being written"));
    }

    @Test
    void The_third_time_the_same_colleague_needs_the_same_help_a_lead_is_to_find_out_why() throws Throwable {
        var numbers = new ArrayList<Long>();
        for (var i = 0; i < 3; i++)
            numbers.add(asks("The projector in the auditorium we rented is broken, please repair it.", TOPIC));
        var person = one("select person_id from inquiry where number = " + numbers.get(0));
        sql("update inquiry set person_id = " + person + " where number in (" + numbers.get(1) + "," + numbers.get(2)
                + ")");
        sql("update person set role = 'STAFF' where id = " + person);
        // The job may have seen them while they were still three people's.
        sql("delete from question where inquiry_number in (select number from inquiry where person_id = " + person
                + ")");
        place();

        var lead = hire(Staff.LEAD, "facilities");
        as(lead).get(PAGE)
                .then()
                .body(
                        containsString("The same person, the same trouble"),
                        containsString("#" + numbers.get(2)),
                        containsString("Staff ask: what a training could settle"));
        as(hire(Staff.AGENT, "facilities"))
                .get(PAGE)
                .then()
                .body(not(containsString("The same person, the same trouble")));
        var cause = one("select id from root_cause where person_id = " + person);
        as(hire(Staff.LEAD, "nutrition"))
                .post(PAGE + "/causes/" + cause + "/done")
                .then()
                .statusCode(303);
        as(lead).get(PAGE).then().body(containsString("/causes/" + cause + "/done"));
        as(lead).post(PAGE + "/causes/" + cause + "/done")
                .then()
                .statusCode(303)
                .header("Location", endsWith("#causes"));
        as(lead).get(PAGE).then().body(not(containsString("/causes/" + cause + "/done")));
    }

    @Test
    void What_an_approved_answer_was_given_to_says_how_often_and_is_no_open_question() {
        var number = asks("When is the next school board meeting?");
        var answer = one("select answer_id from reply where answer_id is not null and inquiry_number = " + number);
        place();
        assertThat(one("select answer_id || given from question where inquiry_number = " + number))
                .isEqualTo(answer + "true");
        as(hire(Staff.ADMIN)).get(PAGE).then().body(containsString("/desk/answers/" + answer + "\""));
        as(hire(Staff.ADMIN))
                .get(PAGE + "?days=36500")
                .then()
                .body(containsString("?days=36500\" aria-current"), containsString("/desk/answers/" + answer + "\""));
    }

    /** All that is there, whatever other tests have asked. */
    private void place() {
        String before;
        do {
            before = one("select count(*) from question");
            placing.place();
        } while (!before.equals(one("select count(*) from question")));
    }

    private void answer(long number, String text, boolean settles) throws Throwable {
        var by = new Actor("Kim Lee", null);
        VertxContextSupport.subscribeAndAwait(() -> replies.answer(number, List.of(Destination.CASE_PAGE), text, by));
        if (settles) {
            VertxContextSupport.subscribeAndAwait(() -> inquiries.change(number, inquiry -> inquiry.resolve(by)));
        }
    }

    private static String group(long number) {
        return one("select group_id from question where inquiry_number = " + number);
    }
}
