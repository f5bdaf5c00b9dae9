package org.rightdoor.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.Promise;
import org.rightdoor.calendar.Promises;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Sender;
import org.rightdoor.portal.OwnBrowser;
import org.rightdoor.routing.WrittenTime;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class PromiseStoriesTest {

    private static final String BUS = "bus 14 is late again, my son is still waiting at the stop";
    private static final Duration SOON = Duration.ofSeconds(45);

    @Inject
    Intake intake;

    @Inject
    Inquiries inquiries;

    @Inject
    Promises promises;

    @Inject
    CurrentCalendar calendar;

    @Test
    void A_case_is_due_by_what_is_promised_for_it_and_nothing_is_due_while_it_is_the_familys_turn() throws Throwable {
        var number = ask(BUS);
        var asked = find(number);
        var due = calendar.now().openHours(asked.department).after(asked.waitingSince, Duration.ofHours(1));
        assertThat(asked.department).isEqualTo("transportation");
        assertThat(asked.answerDueAt).isCloseTo(due, within(1, ChronoUnit.SECONDS));
        assertThat(running(number))
                .extracting(promise -> promise.kind)
                .containsExactly(Promise.Kind.FIRST_ANSWER, Promise.Kind.RESOLUTION);

        answer(number);

        assertThat(find(number).answerDueAt).isNull();
        assertThat(running(number)).singleElement().satisfies(resolution -> {
            assertThat(resolution.kind).isEqualTo(Promise.Kind.RESOLUTION);
            assertThat(resolution.dueAt).as("while it is the family's turn").isNull();
        });
        assertThat(column("select ended_at is not null from promise where kind = 'FIRST_ANSWER' and inquiry_number = "
                        + number))
                .isEqualTo("t");

        write(number, "And when does the bus come tomorrow?");

        assertThat(running(number))
                .extracting(promise -> promise.kind)
                .containsExactlyInAnyOrder(Promise.Kind.NEXT_ANSWER, Promise.Kind.RESOLUTION);
    }

    @Test
    void A_family_reads_the_date_by_which_it_hears_from_us_in_its_language() throws Throwable {
        var number = ask(BUS);
        var due = LocalDate.ofInstant(find(number).answerDueAt, calendar.now().zone());
        var token = column("select token from case_link where inquiry_number = " + number);

        OwnBrowser.of(token)
                .get("/cases/" + token + "?lang=en")
                .then()
                .body(containsString("You will hear from them by " + WrittenTime.day(due, "en")));
        OwnBrowser.of(token)
                .get("/cases/" + token + "?lang=vi")
                .then()
                .body(containsString("chậm nhất vào " + WrittenTime.day(due, "vi")));
    }

    @Test
    void A_snow_day_declared_at_the_desk_moves_promises_and_is_told_to_families_until_it_is_taken_back()
            throws Throwable {
        var number = ask(BUS);
        var before = find(number).answerDueAt;
        var dueDay = LocalDate.ofInstant(before, calendar.now().zone());
        sql(
                "update promise set reminded_at = now(), broken_at = now() where kind = 'FIRST_ANSWER' and inquiry_number = "
                        + number);

        admin().formParam("day", "other")
                .formParam("date", dueDay.toString())
                .formParam("how", "closed")
                .formParam("who", "everybody")
                .formParam("why", "Snow on the <roads>")
                .post("/desk/settings/calendar")
                .then()
                .statusCode(303);
        await().atMost(SOON).until(() -> find(number).answerDueAt.isAfter(before));
        assertThat(column("select coalesce(broken_at, reminded_at) is null from promise where kind = 'FIRST_ANSWER'"
                        + " and inquiry_number = " + number))
                .as("what is due later after all is not broken, and is reminded of again")
                .isEqualTo("t");
        agent("transportation")
                .get("/desk/inquiries/" + number)
                .then()
                .body(containsString("The calendar has changed: the answer is due"));
        admin().get("/desk/settings/calendar").then().body(containsString("Snow on the &lt;roads&gt;"));
        var id = column("select max(id) from declared_closing");

        admin().formParam("day", "today")
                .formParam("how", "early")
                .formParam("time", "23:30")
                .formParam("who", "schools")
                .post("/desk/settings/calendar")
                .then()
                .statusCode(303);
        var second = column("select max(id) from declared_closing");
        browser().get("/?lang=es").then().body(containsString("todas las escuelas"));
        admin().post("/desk/settings/calendar/" + second + "/taken-back").then().statusCode(303);
        browser().get("/?lang=es").then().body(not(containsString("todas las escuelas")));

        admin().post("/desk/settings/calendar/" + id + "/taken-back").then().statusCode(303);
        await().atMost(SOON).until(() -> find(number).answerDueAt.equals(before));
    }

    @Test
    void A_closing_that_makes_no_sense_is_said_to_be_so_and_agents_declare_none() {
        admin().formParam("day", "other")
                .formParam("date", "")
                .formParam("how", "closed")
                .formParam("who", "everybody")
                .post("/desk/settings/calendar")
                .then()
                .statusCode(422)
                .body(containsString("Choose the date."));
        admin().formParam("day", "tomorrow")
                .formParam("how", "late")
                .formParam("who", "some")
                .post("/desk/settings/calendar")
                .then()
                .statusCode(422)
                .body(containsString("Say at what time."));
        agent("transportation").post("/desk/settings/calendar").then().statusCode(403);
    }

    @Test
    void A_promise_that_is_near_is_said_so_and_one_that_is_late_too_each_once() throws Throwable {
        var near = ask(BUS);
        var late = ask(BUS);
        sql("update promise set made_at = now() - interval '30 days', due_at = now() + interval '30 seconds'"
                + " where kind = 'FIRST_ANSWER' and inquiry_number = " + near);
        sql("update promise set made_at = now() - interval '30 days', due_at = now() - interval '1 minute'"
                + " where kind = 'FIRST_ANSWER' and inquiry_number = " + late);

        await().atMost(SOON).until(() -> events(near, "PROMISE_NEAR") == 1 && events(late, "PROMISE_BROKEN") == 1);

        agent("transportation").get("/desk/promises").then().body(containsString("Late"));
        agent("transportation").get("/desk/inquiries/" + late).then().body(containsString("A promise is broken"));
        await().atMost(SOON).until(() -> events(near, "PROMISE_BROKEN") == 1);
        assertThat(events(late, "PROMISE_BROKEN")).isEqualTo(1);
        assertThat(events(near, "PROMISE_NEAR")).isEqualTo(1);
    }

    @Test
    void What_staff_promise_is_shown_until_it_is_kept() throws Throwable {
        var number = ask(BUS);
        var page = "/desk/inquiries/" + number;
        // A department that owes little, so that the list is short.
        agent("transportation")
                .formParam("department", "superintendent")
                .formParam("reason", "The family asks for the superintendent.")
                .post(page + "/department")
                .then()
                .statusCode(303);
        agent("superintendent")
                .formParam("text", "I will call")
                .formParam("by", "2020-01-01")
                .post(page + "/promises")
                .then()
                .header("Location", containsString("promise-incomplete"));
        agent("superintendent")
                .formParam("text", "I will call & explain")
                .formParam("by", LocalDate.now().plusDays(3).toString())
                .post(page + "/promises")
                .then()
                .header("Location", containsString("promised"));
        agent("superintendent").get(page).then().body(containsString("promised: I will call &amp; explain"));
        agent("superintendent").get("/desk/promises").then().body(containsString("I will call &amp; explain"));
        agent("athletics")
                .formParam("text", "x")
                .formParam("by", LocalDate.now().plusDays(3).toString())
                .post(page + "/promises")
                .then()
                .statusCode(404);

        var id = column("select max(id) from promise where kind = 'FOLLOW_UP' and inquiry_number = " + number);
        agent("superintendent").post(page + "/promises/" + id + "/kept").then().statusCode(303);
        agent("superintendent").post(page + "/promises/" + id + "/kept").then().statusCode(303);
        assertThat(events(number, "FOLLOW_UP_KEPT")).isEqualTo(1);
        agent("superintendent").get(page).then().body(not(containsString("promised: I will call")));
    }

    @Test
    void What_staff_promised_is_owed_by_the_case_that_it_has_become_part_of_until_that_is_settled() throws Throwable {
        var promised = ask(BUS);
        var survivor = ask(BUS);
        var page = "/desk/inquiries/" + survivor;
        var agent = agent("transportation");
        agent.formParam("text", "I will ring on Thursday")
                .formParam("by", LocalDate.now().plusDays(3).toString())
                .post("/desk/inquiries/" + promised + "/promises")
                .then()
                .header("Location", containsString("promised"));
        agent("transportation")
                .formParam("typed", promised)
                .post(page + "/merged")
                .then()
                .statusCode(303);

        agent("transportation").get(page).then().body(containsString("I will ring on Thursday"));
        // The page begins with what is late for longest.
        sql("update promise set due_at = now() - interval '20 years' where kind = 'FOLLOW_UP' and inquiry_number = "
                + promised);
        agent("transportation").get("/desk/promises").then().body(containsString("I will ring on Thursday"));
        await().atMost(SOON).until(() -> events(survivor, "PROMISE_BROKEN") == 1);

        var resolved = agent("transportation")
                .post(page + "/resolved")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(followUpRuns(promised)).isEqualTo("0");
        agent("transportation")
                .post("/desk/deeds/" + resolved.replaceAll(".*undo=", "") + "/undone")
                .then()
                .statusCode(303);
        assertThat(followUpRuns(promised)).isEqualTo("1");

        var id = column("select max(id) from promise where kind = 'FOLLOW_UP' and inquiry_number = " + promised);
        agent("transportation").post(page + "/promises/" + id + "/kept").then().statusCode(303);
        assertThat(followUpRuns(promised)).isEqualTo("0");
    }

    private static String followUpRuns(long number) throws SQLException {
        return column("select count(*) from promise where kind = 'FOLLOW_UP' and ended_at is null and inquiry_number = "
                + number);
    }

    @Test
    void Who_stands_in_for_a_colleague_gets_the_colleagues_cases_until_the_colleague_is_back() throws Throwable {
        var number = ask(BUS);
        var owner = hire("agent", "transportation");
        var email = hire("agent", "athletics");
        var id = column("select id from staff where email = '" + email + "'");
        var standIn = session(email);
        browser()
                .cookie("rightdoor-session", standIn)
                .get("/desk/inquiries/" + number)
                .then()
                .statusCode(404);

        goAway(owner, "2020-01-01", id).statusCode(422);
        goAway(owner, LocalDate.now().plusDays(2).toString(), id).statusCode(303);
        browser()
                .cookie("rightdoor-session", standIn)
                .get("/desk/inquiries/" + number)
                .then()
                .statusCode(200);
        browser()
                .cookie("rightdoor-session", standIn)
                .get("/desk/promises")
                .then()
                .body(containsString("You stand in for a colleague"));

        sql("update staff set away_until = current_date - 1 where stand_in = " + id);
        browser()
                .cookie("rightdoor-session", standIn)
                .get("/desk/inquiries/" + number)
                .then()
                .statusCode(404);
    }

    @Test
    void The_public_page_states_promises_hours_and_scope_in_each_language() {
        browser()
                .get("/promises?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("Urgent matters"))
                .body(containsString("1 open hour"))
                .body(containsString("911"))
                .body(not(containsString("NOT_FOUND")));
        browser().get("/promises?lang=ar").then().body(containsString("الأمور العاجلة"));
        browser()
                .get("/promises?lang=ht")
                .then()
                .body(containsString("Zafè ijan"))
                .body(containsString("lendi"));
        browser().get("/").then().body(containsString("href=\"/promises\""));
    }

    private static ValidatableResponse goAway(String who, String until, String standIn) {
        return as(who).formParam("until", until)
                .formParam("standIn", standIn)
                .post("/desk/away")
                .then();
    }

    private long ask(String text) throws Throwable {
        var sender = Sender.withEmail("Lee Park", UUID.randomUUID() + "@family.example");
        return receive(Inbound.of(Channel.WEB, UUID.randomUUID().toString(), sender, text));
    }

    private void write(long number, String text) throws Throwable {
        var token = column("select token from case_link where inquiry_number = " + number);
        var message = Inbound.of(Channel.WEB, UUID.randomUUID().toString(), Sender.ANONYMOUS, text);
        assertThat(receive(message.withReference(Reference.toLink(token)))).isEqualTo(number);
    }

    private long receive(Inbound message) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> intake.receive(message))
                .number();
    }

    private void answer(long number) {
        agent("transportation")
                .formParam("text", "Here it is.")
                .formParam("channel", "WEB")
                .post("/desk/inquiries/" + number + "/replies")
                .then()
                .statusCode(303);
    }

    private Inquiry find(long number) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> inquiries.find(number));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private List<Promise> running(long number) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> promises.runningOf(number));
    }

    private static long events(long number, String kind) throws SQLException {
        return Long.parseLong(
                column("select count(*) from event where inquiry_number = " + number + " and kind = '" + kind + "'"));
    }

    private static String column(String query) throws SQLException {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void sql(String update) throws SQLException {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }
}
