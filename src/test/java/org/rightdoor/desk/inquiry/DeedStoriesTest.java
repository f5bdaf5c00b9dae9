package org.rightdoor.desk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rightdoor.Rows;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Tags;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** What staff do to a case, each with its way back. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class DeedStoriesTest {

    private static final String BUS = "bus 14 is late again, my son is still waiting at the stop";

    private final String dana = hire(Staff.AGENT, "transportation");
    private final String sam = hire(Staff.AGENT, "transportation");

    @Inject
    Intake intake;

    @Inject
    Deeds deeds;

    @Test
    void A_case_is_taken_once_and_a_second_colleague_is_told() {
        var page = page(ask());
        as(dana).post(page + "/taken").then().statusCode(303);
        as(dana).get(page).then().body(containsString("Yours"), containsString("Took the case"));
        as(sam).post(page + "/taken").then().statusCode(409).body(containsString("A colleague was faster"));
        as(sam).formParam("staff", id(sam)).post(page + "/assignee").then().statusCode(303);
        as(dana).get(page).then().body(containsString("With Robin of transportation"), not(containsString("Yours")));
        as(sam).formParam("staff", id(hire(Staff.AGENT, "nutrition")))
                .post(page + "/assignee")
                .then()
                .statusCode(422)
                .body(containsString("Choose a colleague who may see this case."));
    }

    @Test
    void Whoever_is_away_is_shown_with_the_stand_in() {
        sql("update staff set away_until = current_date + 3, stand_in = ? where id = ?", id(dana), id(sam));
        as(dana).get(page(ask())).then().body(containsString("(away until "), containsString("stands in)"));
    }

    @Test
    void Undoing_leaves_every_row_as_it_was() {
        var number = ask();
        var page = page(number);
        as(dana).formParam("text", "I will call the mother")
                .formParam("by", "2035-01-05")
                .post(page + "/promises");
        sql("update inquiry set priority = 'NORMAL' where number = ?", number);
        var typed = Map.of("priority", "URGENT", "tags", "bus 14", "until", "MONDAY");
        for (var deed : List.of("resolved", "taken", "priority", "tags", "snoozed")) {
            var before = rows(number);
            var undo = undo(as(dana).formParams(typed), page, deed);
            assertThat(rows(number)).as(deed).isNotEqualTo(before);
            var answer = as(dana).post(undo).then().extract();
            assertThat(answer.statusCode())
                    .as(deed + answer.body().asString().replaceAll("(?s).*role=\"alert\">(.*?)</div>.*", "$1"))
                    .isEqualTo(303);
            assertThat(rows(number)).as(deed).isEqualTo(before);
            as(dana).post(undo).then().statusCode(409).body(containsString("has been undone already"));
        }
        as(dana).get(page).then().body(containsString("Took back: resolving it"));
    }

    @Test
    void What_was_changed_again_since_is_not_put_back() {
        var page = page(ask());
        var undo = undo(as(dana), page, "resolved");
        as(sam).post(page + "/reopened").then().statusCode(303);
        as(dana).post(undo)
                .then()
                .statusCode(409)
                .body(allOf(containsString("cannot be undone any more"), containsString("whose turn it is")));
    }

    @Test
    void Whoever_handed_a_case_over_takes_that_back_and_what_was_learned_from_it() {
        var number = ask();
        var page = page(number);
        var undo = undo(
                as(dana).formParam("department", "nutrition")
                        .formParam("reason", "Lunch")
                        .formParam("learn", true),
                page,
                "department");
        assertThat(learned(number)).isEqualTo(0);
        as(sam).post(undo).then().statusCode(404);
        as(dana).post(undo).then().statusCode(303);
        as(sam).get(page).then().statusCode(200).body(containsString("Took back: handing it over"));

        undo = undo(
                as(dana).formParam("department", "nutrition")
                        .formParam("topic", "meal-payment")
                        .formParam("reason", "Lunch")
                        .formParam("learn", true),
                page,
                "department");
        assertThat(learned(number)).isEqualTo(1);
        as(dana).post(undo).then().statusCode(303);
        assertThat(learned(number)).isEqualTo(0);
    }

    @Test
    void One_deed_on_many_cases_is_undone_on_all_or_none() throws Throwable {
        var numbers = List.of(ask(), ask(), ask());
        numbers.forEach(number -> sql("update inquiry set tags = '{}' where number = ?", number));
        var before = rows(numbers);
        var by = new Actor("Dana", id(dana));
        var deed = VertxContextSupport.subscribeAndAwait(
                () -> deeds.record(Deed.Kind.TAGGED, numbers, by, inquiry -> Tags.typed("bus 14, Route B")
                        .addTo(inquiry, by)));
        as(sam).get(page(numbers.get(1))).then().body(containsString("Tags: bus 14, route b"));
        as(sam).formParam("tags", "")
                .post(page(numbers.get(2)) + "/tags")
                .then()
                .statusCode(303);
        as(dana).post("/desk/deeds/" + deed.id + "/undone")
                .then()
                .statusCode(409)
                .body(containsString("Nothing was undone"), containsString("#" + numbers.get(2)));
        as(sam).formParam("tags", "bus 14, route b")
                .post(page(numbers.get(2)) + "/tags")
                .then()
                .statusCode(303);
        as(dana).post("/desk/deeds/" + deed.id + "/undone").then().statusCode(303);
        assertThat(rows(numbers)).isEqualTo(before);
    }

    @Test
    void A_snoozed_case_comes_back_by_itself_and_when_the_family_writes() {
        var mail = UUID.randomUUID() + "@family.example";
        var number = ask(mail, BUS);
        var page = page(number);
        as(dana).formParam("until", "DAY")
                .formParam("day", "2020-01-01")
                .post(page + "/snoozed")
                .then()
                .statusCode(422);
        as(dana).formParam("until", "SCHOOL_DAY").post(page + "/snoozed").then().statusCode(303);
        as(dana).get(page).then().body(containsString("Snoozed until"));
        ask(mail, "and now bus 14 is still not here, my son is still waiting at the stop");
        as(dana).get(page).then().body(containsString("2 contacts"), not(containsString("Bring back")));

        as(dana).formParam("until", "TOMORROW").post(page + "/snoozed").then().statusCode(303);
        sql("update inquiry set snoozed_until = now() where number = ?", number);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        number("select count(*) from event where inquiry_number = ? and kind = 'WOKEN'", number) == 1);
        as(dana).get(page).then().body(containsString("Back from its snooze"));
    }

    @Test
    void Who_acts_on_an_old_page_is_told_what_happened_and_loses_nothing() {
        var page = page(ask());
        var seen = as(dana).get(page)
                .then()
                .extract()
                .body()
                .asString()
                .replaceAll("(?s).*name=\"seen\" value=\"([0-9-]+)\".*", "$1");
        as(sam).post(page + "/taken").then().statusCode(303);
        as(dana).formParam("department", "nutrition")
                .formParam("reason", "It is about lunch, she says")
                .formParam("seen", seen)
                .post(page + "/department")
                .then()
                .statusCode(409)
                .body(
                        containsString("Meanwhile this happened: Took the case (Robin of transportation)"),
                        containsString("It is about lunch, she says"),
                        containsString("<option value=\"nutrition\" selected>"));
        as(dana).get(page).then().body(containsString("Transportation"));
    }

    @Test
    void A_note_that_was_taken_back_is_not_shown_any_more() {
        var page = page(ask());
        var undo = undo(as(dana).formParam("text", "The driver is ill."), page, "notes");
        as(sam).get(page).then().body(containsString("The driver is ill."));
        as(dana).post(undo).then().statusCode(303);
        as(sam).get(page).then().body(not(containsString("The driver is ill.")), containsString("Taken back"));
    }

    @Test
    void Who_is_called_in_a_note_finds_it_and_it_is_read_once_the_case_was_opened() {
        var name = "Robin Quill " + UUID.randomUUID();
        sql("update staff set name = ? where id = ?", name, id(sam));
        var page = page(ask());
        var undo = undo(as(dana).formParam("text", "Do you know the driver, @" + name + "?"), page, "notes");
        as(sam).get("/desk/mentions")
                .then()
                .statusCode(200)
                .body(containsString("Do you know the driver"), containsString("New</span>"));
        as(dana).get("/desk/mentions").then().body(not(containsString("Do you know the driver")));
        as(sam).get(page).then().statusCode(200);
        as(sam).get("/desk/mentions")
                .then()
                .body(containsString("Do you know the driver"), not(containsString("New</span>")));
        as(dana).post(undo).then().statusCode(303);
        as(sam).get("/desk/mentions").then().body(not(containsString("Do you know the driver")));
    }

    @Test
    void A_department_that_is_asked_reads_the_case_until_it_has_answered() {
        var number = ask();
        var page = page(number);
        var cook = hire(Staff.AGENT, "nutrition");
        as(cook).get(page).then().statusCode(404);
        as(dana).formParam("department", "nutrition")
                .formParam("question", " ")
                .post(page + "/consultations")
                .then()
                .statusCode(422);
        undo(
                as(dana).formParam("department", "nutrition")
                        .formParam("question", "Is there breakfast for late buses?"),
                page,
                "consultations");
        as(cook).get(page)
                .then()
                .statusCode(200)
                .body(containsString("Is there breakfast for late buses?"), not(containsString("Send answer")));
        as(cook).post(page + "/resolved").then().statusCode(404);
        as(hire(Staff.AGENT, "facilities")).get(page).then().statusCode(404);
        as(cook).formParam("answer", "Yes, until nine.")
                .post(page + "/consultations/nutrition/answer")
                .then()
                .statusCode(303);
        as(cook).get(page).then().statusCode(404);
        as(dana).get(page).then().body(containsString("Yes, until nine."), containsString("Transportation"));

        var undo = undo(
                as(dana).formParam("department", "nutrition").formParam("question", "And milk?"),
                page,
                "consultations");
        as(cook).get(page).then().statusCode(200);
        as(dana).post(undo).then().statusCode(303);
        as(cook).get(page).then().statusCode(404);
    }

    @Test
    void Messages_go_into_a_case_of_their_own_and_come_back() {
        var mail = UUID.randomUUID() + "@family.example";
        var number = ask(mail, BUS);
        ask(mail, "and now bus 14 is still not here, my son is still waiting at the stop");
        var page = page(number);
        as(dana).get(page).then().body(containsString("2 contacts"));
        var second = number("select max(id) from contact where inquiry_number = ?", number);
        sql("update inquiry set safety = true where number = ?", number);
        var before = rows(number);
        as(dana).post(page + "/split").then().statusCode(409).body(containsString("Choose the messages"));
        var undo = undo(as(dana).formParam("contact", second), page, "split");
        var opened = number("select inquiry_number from contact where id = ?", second);
        assertThat(opened).isNotEqualTo(number);
        assertThat(number("select count(*) from inquiry where number = ? and safety", opened))
                .as("for good, wherever the messages go")
                .isOne();
        as(dana).get(page)
                .then()
                .body(containsString("1 contact"), containsString("One message went into case #" + opened));
        as(dana).get(page(opened)).then().body(containsString("1 contact"), containsString("still not here"));
        as(dana).post(undo).then().statusCode(303);
        assertThat(rows(number)).isEqualTo(before);
        as(dana).get(page(opened)).then().statusCode(303);
    }

    @Test
    void Beside_the_conversation_stands_what_else_the_family_wrote_and_what_may_be_the_same_matter() {
        var first = ask();
        var second = ask();
        as(dana).get(page(first)).then().body(containsString("Perhaps the same matter"), containsString("Open today"));
        undo(as(dana).formParam("other", second).formParam("kind", "HOUSEHOLD"), page(first), "people");
        as(dana).get(page(first)).then().body(containsString("Of one household with"), containsString("Other cases"));
        as(dana).formParam("other", second)
                .formParam("kind", "HOUSEHOLD")
                .post(page(first) + "/people")
                .then()
                .statusCode(409)
                .body(containsString("linked like that already"));
        var undo = undo(as(dana).formParam("other", second).formParam("kind", "SAME"), page(first), "people");
        as(dana).get(page(first)).then().body(containsString("Is also"));
        as(dana).post(undo).then().statusCode(303);
        as(dana).get(page(first)).then().body(containsString("Of one household with"), not(containsString("Is also")));
    }

    @Test
    void Beside_it_stand_open_cases_that_mean_the_same_in_other_words_and_languages() {
        var coach = hire(Staff.AGENT, "athletics");
        // Only five are shown, and what other tests have asked in English would stand before the Spanish one.
        sql("update inquiry set status = 'RESOLVED' where department = 'athletics'");
        var english =
                ask(UUID.randomUUID() + "@family.example", "Do I need a sports physical for every season I play?");
        var spanish = ask(
                UUID.randomUUID() + "@family.example",
                "¿Mi hija necesita un examen físico deportivo para cada temporada en la que juega?");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number("select count(*) from gist where inquiry_number in (?, ?)", english, spanish) == 2);
        as(coach)
                .get(page(english))
                .then()
                .body(containsString("Similar open cases"), containsString("href=\"" + page(spanish) + "\""));
        as(coach).post(page(spanish) + "/resolved").then().statusCode(303);
        as(coach).get(page(english)).then().body(not(containsString("href=\"" + page(spanish) + "\"")));
    }

    private static String undo(RequestSpecification browser, String page, String deed) {
        return "/desk/deeds/"
                + browser.post(page + "/" + deed)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")
                        .replaceAll(".*&undo=", "")
                + "/undone";
    }

    /** All rows of these cases but what only grows, and the count of changes. */
    private static List<String> rows(long number) {
        return rows(List.of(number));
    }

    private static List<String> rows(List<Long> numbers) {
        return Rows.of("inquiry", "number", numbers, "version")
                .and("promise", "inquiry_number", numbers)
                .all();
    }

    private static long learned(long number) {
        return number(
                "select count(*) from learned_text t join contact c on c.id = t.contact_id"
                        + " where c.inquiry_number = ? and t.removed_at is null",
                number);
    }

    private static long id(String email) {
        return number("select id from staff where email = ?", email);
    }

    private static String page(long number) {
        return "/desk/inquiries/" + number;
    }

    private long ask() {
        return ask(UUID.randomUUID() + "@family.example", BUS);
    }

    private long ask(String mail, String text) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(Inbound.of(
                            Channel.WEB, UUID.randomUUID().toString(), Sender.withEmail("Ana Ruiz", mail), text)))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
