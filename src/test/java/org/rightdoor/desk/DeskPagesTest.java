package org.rightdoor.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class DeskPagesTest {

    private static final String BUS = "bus 14 is late again, my son is still waiting at the stop";

    @Inject
    Intake intake;

    @Test
    void A_newcomer_is_led_through_a_practice_case_that_says_what_was_wrong_and_is_offered_once() {
        var email = hire(Staff.AGENT, "transportation");
        sql("update staff set toured = false where email = ?", email);
        as(email).get("/desk").then().body(containsString("New here?"));
        as(email).get("/desk/tour/1").then().body(containsString("Find what"));
        for (var nothing : List.of("late", "")) {
            as(email)
                    .formParam("choice", nothing)
                    .post("/desk/tour/1")
                    .then()
                    .statusCode(422)
                    .body(containsString("Urgent comes before everything."));
        }
        as(email)
                .formParam("choice", "urgent")
                .post("/desk/tour/1")
                .then()
                .statusCode(200)
                .body(containsString("Right: urgent first"), containsString("href=\"/desk/tour/2\""));
        as(email).get("/desk/tour/6").then().body(containsString("You know your way"));
        as(email).post("/desk/tour/over").then().statusCode(303);
        as(email).get("/desk").then().body(not(containsString("New here?")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk?view=waiting",
                "/desk?view=snoozed",
                "/desk?view=handed-over",
                "/desk/views",
                "/desk?view=resolved&q=bus",
                "/desk?view=all&department=transportation&q='%3B--%25_&after=x",
                "/desk/calls/new?done=1",
                "/desk/answers",
                "/desk/insight",
                "/desk/promises",
                "/desk/away",
                "/desk/settings",
                "/desk/settings/calendar",
                "/desk/settings/learned",
                "/desk/settings/staff",
                "/desk/settings/keys",
                "/desk/settings/confidential",
                "/desk/approvals"
            })
    void Every_page_renders_for_an_administrator_and_is_closed_to_strangers(String path) {
        admin().get(path).then().statusCode(200).body(not(containsString("NOT_FOUND")));
        browser().get(path).then().statusCode(302).header("Location", endsWith("/login"));
    }

    @Test
    void An_answer_reaches_the_familys_page_and_an_empty_one_is_asked_for() {
        var page = "/desk/inquiries/" + ask(BUS);
        var desk = agent("transportation");
        desk.formParam("text", " ")
                .formParam("channel", "WEB")
                .post(page + "/replies")
                .then()
                .statusCode(422)
                .body(containsString("Write an answer first."));
        agent("transportation")
                .formParam("text", "It is on its way & comes in 10 minutes.")
                .post(page + "/replies")
                .then()
                .statusCode(422)
                .body(containsString("It is on its way &amp; comes in 10 minutes.</textarea>"));
        agent("transportation")
                .formParam("text", "It is on its way.")
                .formParam("channel", "WEB")
                .post(page + "/replies")
                .then()
                .statusCode(303);
        agent("transportation")
                .get(page)
                .then()
                .body(containsString("It is on its way."), containsString("Waiting on family"));
    }

    @Test
    void What_makes_no_sense_is_said_and_what_was_typed_stays() {
        var page = "/desk/inquiries/" + ask(BUS);
        agent("transportation")
                .formParam("department", "nutrition")
                .formParam("reason", "")
                .post(page + "/department")
                .then()
                .statusCode(422)
                .body(containsString("Say why"), containsString("<option value=\"nutrition\" selected>"));
        agent("transportation")
                .formParam("department", "transportation")
                .formParam("reason", "It is ours.")
                .post(page + "/department")
                .then()
                .statusCode(409)
                .body(containsString("Choose another department."), containsString("It is ours."));
        agent("transportation").post(page + "/reopened").then().statusCode(409).body(containsString("open already"));
        agent("transportation").post(page + "/resolved").then().statusCode(303);
        agent("transportation").post(page + "/reopened").then().statusCode(303);
        agent("transportation")
                .formParam("text", "Called the depot.")
                .post(page + "/notes")
                .then()
                .statusCode(303);
        agent("transportation")
                .get(page)
                .then()
                .body(containsString("Called the depot."), containsString("Opened again"));
    }

    @Test
    void A_file_is_saved_and_never_shown_here() {
        var html =
                Attachment.of("notes.html", "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        var number = receive(new Inbound(
                Channel.EMAIL,
                UUID.randomUUID().toString(),
                Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example"),
                "Bus 14",
                BUS,
                List.of(html),
                Reference.NONE,
                null,
                null,
                false,
                Instant.now()));
        var file = "/desk/inquiries/" + number + "/files/" + html.id;
        agent("transportation")
                .get(file)
                .then()
                .statusCode(200)
                .contentType(equalTo("application/octet-stream"))
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''notes.html"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        agent("nutrition").get(file).then().statusCode(404);
    }

    @Test
    void A_case_says_in_plain_words_why_it_came_here() {
        var page = "/desk/inquiries/" + ask("The bus 14 never came this morning and my son waited at the stop");
        agent("transportation")
                .get(page)
                .then()
                .body(
                        matchesPattern("(?s).*(Quite|Fairly) sure \\(\\d+ %\\).*"),
                        containsString("It reads like"),
                        containsString("<cite>"),
                        not(containsString("like: ")));
        agent("transportation")
                .formParam("department", "safety")
                .formParam("reason", "Somebody stopped the bus.")
                .post(page + "/department")
                .then()
                .statusCode(303);
        agent("safety")
                .get(page)
                .then()
                .body(
                        containsString("Robin of transportation decided"),
                        containsString("Somebody stopped the bus."),
                        not(containsString("It reads like")));
    }

    @Test
    void What_a_family_writes_is_shown_as_text() {
        var page = "/desk/inquiries/" + ask("<script>alert('bus')</script> the bus {seat.staff.password}");
        admin().get(page).then().body(not(containsString("<script>")), containsString("{seat.staff.password}"));
        admin().get("/desk?view=all").then().body(not(containsString("<script>")));
    }

    private long ask(String text) {
        return receive(Inbound.of(
                Channel.WEB,
                UUID.randomUUID().toString(),
                Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example"),
                text));
    }

    private long receive(Inbound message) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(message))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
