package org.rightdoor.desk.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class NoticeStoriesTest {

    private static final String WORDS = "bus 14 is late again, my son is still waiting at the stop";

    @Inject
    Intake intake;

    @Inject
    SendDigests digests;

    @Inject
    Notices notices;

    @Inject
    StaffMembers members;

    @Test
    void A_browser_is_told_of_new_urgent_cases_that_may_be_read_and_of_no_others() {
        var agent = wishing("BROWSER", Staff.AGENT, "transportation");
        var other = wishing("BROWSER", Staff.AGENT, "nutrition");
        var since = Instant.now().minusSeconds(1).toEpochMilli();
        var number = ask();
        var hidden = ask();
        TestStaff.sql("update inquiry set priority = 'URGENT' where number in (?, ?)", number, hidden);
        TestStaff.sql("update inquiry set confidential = true where number = ?", hidden);
        news(agent, since)
                .body("items.href", hasItem("/desk/inquiries/" + number))
                .body("items.href", not(hasItem("/desk/inquiries/" + hidden)))
                .body(not(containsString("waiting at the stop")));
        news(other, since).body("items.href", not(hasItem("/desk/inquiries/" + number)));
        as(agent).formParam("way", "OFF").post("/desk/me/notices").then().statusCode(303);
        news(agent, since).body("items.size()", is(0));
    }

    @Test
    void One_mail_tells_what_is_urgent_by_number_and_without_a_word_of_the_family() throws Throwable {
        var agent = wishing("HOURLY", Staff.AGENT, "transportation");
        TestStaff.sql(
                "update wish set told_until = now() - interval '10 minutes' where staff_id = (select id from staff where email = ?)",
                agent);
        var number = ask();
        TestStaff.sql("update inquiry set priority = 'URGENT' where number = ?", number);
        look();
        look();
        var mails = mailsTo(agent);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0))
                .contains("Case #" + number + ": a new case (urgent)", "/desk/inquiries/" + number, "/desk/me")
                .doesNotContain("waiting at the stop");
    }

    @Test
    void A_broken_promise_reaches_the_lead_who_wished_nothing() throws Throwable {
        var lead = TestStaff.hire(Staff.LEAD, "transportation");
        look();
        TestStaff.sql(
                "update wish set told_until = now() - interval '10 minutes' where staff_id = (select id from staff where email = ?)",
                lead);
        var number = ask();
        TestStaff.sql("update inquiry set priority = 'URGENT' where number = ?", number);
        TestStaff.sql(
                "insert into event (inquiry_number, at, kind, actor, detail) values (?, now(), 'PROMISE_BROKEN', 'RightDoor', '')",
                number);
        look();
        assertThat(mailsTo(lead)).singleElement().asString().contains("Case #" + number + ": a promise is broken");
    }

    @Test
    void Who_stands_in_is_told_what_a_colleague_who_is_away_would_be_told() throws Throwable {
        var owner = TestStaff.hire(Staff.AGENT, "transportation");
        var standIn = TestStaff.hire(Staff.AGENT, "transportation");
        TestStaff.sql(
                "update staff set away_until = current_date + 1, stand_in = (select id from staff where email = ?) where email = ?",
                standIn,
                owner);
        var number = ask();
        TestStaff.sql(
                "update inquiry set assignee_id = (select id from staff where email = ?) where number = ?",
                owner,
                number);
        TestStaff.sql(
                "insert into event (inquiry_number, at, kind, actor, detail) values (?, now(), 'PROMISE_NEAR', 'RightDoor', '')",
                number);
        assertThat(told(standIn, Kind.DUE_SOON)).singleElement().asString().contains("/desk/inquiries/" + number);
        TestStaff.sql("update staff set away_until = current_date - 1 where email = ?", owner);
        assertThat(told(standIn, Kind.DUE_SOON)).isEmpty();
    }

    @Test
    void Who_leads_is_told_when_somebody_needs_the_same_help_for_the_third_time() throws Throwable {
        var number = ask();
        TestStaff.sql(
                "insert into question_group (topic, of_staff, middle, weight) values ('bus-late', false, '{1}', 3)");
        TestStaff.sql(
                """
                insert into root_cause (group_id, person_id, department, inquiry_number, times)
                select max(g.id), max(i.person_id), 'transportation', max(i.number), 3
                from question_group g, inquiry i where i.number = ?""",
                number);
        assertThat(told(TestStaff.hire(Staff.LEAD, "transportation"), Kind.ROOT_CAUSE))
                .contains("Case #" + number
                        + ": the same person needed the same help for the third time /desk/insight/questions#causes");
        assertThat(told(TestStaff.hire(Staff.LEAD, "nutrition"), Kind.ROOT_CAUSE))
                .isEmpty();
        assertThat(told(TestStaff.hire(Staff.AGENT, "transportation"), Kind.ROOT_CAUSE))
                .isEmpty();
    }

    /** Whatever the hour is. */
    private List<String> told(String email, Kind kind) throws Throwable {
        var wish = new Wish();
        wish.kinds = new String[] {kind.name()};
        var now = Instant.now();
        return VertxContextSupport.subscribeAndAwait(() -> members.byEmail(email)
                .chain(staff -> notices.of(staff, wish, now.minusSeconds(60), now.plusSeconds(60)))
                .map(news -> news.stream()
                        .map(notice -> notice.words() + " " + notice.href())
                        .toList()));
    }

    private void look() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> digests.look(Instant.now()));
    }

    private static List<String> mailsTo(String address) {
        return Arrays.stream(TestDistrict.mailServer().getReceivedMessages())
                .filter(mail -> GreenMailUtil.getWholeMessage(mail).contains(address))
                .map(mail -> GreenMailUtil.getBody(mail))
                .toList();
    }

    private static String wishing(String way, String role, String department) {
        var email = TestStaff.hire(role, department);
        as(email)
                .formParam("way", way)
                .formParam("kind", "NEW_CASE", "ASSIGNED")
                .post("/desk/me/notices")
                .then()
                .statusCode(303);
        return email;
    }

    private static ValidatableResponse news(String email, long since) {
        return as(email)
                .accept("application/json")
                .queryParam("since", since)
                .get("/desk/me/notices")
                .then()
                .statusCode(200);
    }

    private long ask() {
        try {
            var inbound = Inbound.of(Channel.WEB, UUID.randomUUID().toString(), Sender.ANONYMOUS, WORDS);
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(inbound))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
