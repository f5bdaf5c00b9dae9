package org.rightdoor.desk.inquiry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.number;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;
import org.rightdoor.reply.TakeBack;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ApprovalStoriesTest {

    private String helper;
    private String agent;
    private long inquiry;
    private String page;

    @BeforeEach
    void aCase() {
        helper = TestStaff.hire(Staff.HELPER, "transportation");
        agent = TestStaff.hire(Staff.AGENT, "transportation");
        inquiry = given().contentType("application/json")
                .body("{\"text\":\"Bus 14 is late again\",\"topic\":\"bus-late\",\"email\":\"%s@family.example\"}"
                        .formatted(UUID.randomUUID()))
                .post("/api/inquiries")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("number");
        page = "/desk/inquiries/" + inquiry;
    }

    @Test
    void What_a_helper_writes_leaves_when_a_colleague_has_approved_it_and_as_the_colleague_wants_it() {
        var before = replies();
        as(helper).get(page).then().body(containsString("Send for approval"), not(containsString("Send answer")));
        as(helper)
                .formParam("text", "On its way.")
                .formParam("channel", "WEB")
                .post(page + "/replies")
                .then()
                .statusCode(403);
        var waiting = propose("The bus will come at 7:40.");
        assertThat(replies()).isEqualTo(before);

        as(agent).get("/desk/approvals").then().body(containsString(waiting));
        as(TestStaff.hire(Staff.AGENT, "nutrition"))
                .get("/desk/approvals")
                .then()
                .body(not(containsString(waiting)));
        as(agent).get(page).then().body(containsString("waits for approval"), containsString(waiting));
        as(helper)
                .formParam("text", "Now")
                .formParam("channel", "WEB")
                .post(waiting + "/approved")
                .then()
                .statusCode(403);

        as(agent)
                .formParam("text", "The bus comes at 7:40 from tomorrow on.")
                .formParam("channel", "WEB")
                .post(waiting + "/approved")
                .then()
                .statusCode(303);
        assertThat(replies()).isEqualTo(before + 1);
        as(agent)
                .get(page)
                .then()
                .body(
                        containsString("The bus comes at 7:40 from tomorrow on."),
                        containsString("Approved the answer of"),
                        not(containsString("waits for approval")));
        as(agent).get("/desk/approvals").then().body(not(containsString(waiting)));

        as(TestStaff.hire(Staff.LEAD, "transportation"))
                .formParam("text", "Twice")
                .formParam("channel", "WEB")
                .post(waiting + "/approved")
                .then()
                .statusCode(409)
                .body(containsString("A colleague was faster"), containsString("Twice"));
        assertThat(replies()).isEqualTo(before + 1);
    }

    @Test
    void A_returned_answer_comes_back_with_a_remark_and_is_written_again() {
        var before = replies();
        var waiting = propose("Busses are late sometimes.");
        as(agent).formParam("remark", " ").post(waiting + "/returned").then().statusCode(422);
        as(agent)
                .formParam("remark", "Say when it will come.")
                .post(waiting + "/returned")
                .then()
                .statusCode(303);
        as(helper)
                .get(page)
                .then()
                .body(containsString("returned your answer"), containsString("Say when it will come."));
        var again = waiting.replaceAll(".*/", "");
        as(helper).get(page + "?again=" + again).then().body(containsString("Busses are late sometimes.</textarea>"));
        propose("It comes at 7:40.");
        as(helper)
                .get(page)
                .then()
                .body(not(containsString("returned your answer")), containsString("Say when it will come."));
        assertThat(replies()).isEqualTo(before);
    }

    @Test
    void A_helper_takes_back_what_nobody_has_decided_about_and_nobody_else_does() {
        var waiting = propose("The bus will come.");
        as(agent).post(waiting + "/withdrawn").then().statusCode(409);
        as(TestStaff.hire(Staff.HELPER, "nutrition"))
                .post(waiting + "/withdrawn")
                .then()
                .statusCode(404);
        as(helper).get(page).then().body(containsString(waiting + "/withdrawn"));
        as(helper).post(waiting + "/withdrawn").then().statusCode(303);
        as(helper).get(page).then().body(containsString("The bus will come.</textarea>"));
        as(agent)
                .formParam("text", "Yes")
                .formParam("channel", "WEB")
                .post(waiting + "/approved")
                .then()
                .statusCode(409);
        as(agent).get(page + "/proposals/999999999").then().statusCode(404);
    }

    @Test
    void The_files_of_a_helper_wait_with_the_answer_and_leave_or_come_back_with_it() {
        var before = replies();
        var waiting = proposeWithFile("Your route is in the file.", "route.txt");
        as(helper).get(page).then().body(not(containsString("name=\"kept\"")));
        var file = number("select max(id) from draft_file where inquiry_number = ?", inquiry);
        as(agent)
                .get(waiting)
                .then()
                .body(containsString("route.txt"), containsString("value=\"" + file + "\" checked"));
        as(agent).get(waiting + "/files/" + file).then().statusCode(200).body(equalTo("Stop 4, 7:10"));
        as(TestStaff.hire(Staff.AGENT, "nutrition"))
                .get(waiting + "/files/" + file)
                .then()
                .statusCode(404);
        as(agent).formParam("remark", "Say which stop.").post(waiting + "/returned");
        as(helper).get(page).then().body(containsString("route.txt"));

        var second = proposeWithFile("Stop 4.", "stop.txt");
        assertThat(filesOf(second)).as("only what was ticked goes on").isEqualTo(1);
        as(helper).post(second + "/withdrawn").then().statusCode(303);
        as(helper).get(page).then().body(containsString("Stop 4.</textarea>"), containsString("stop.txt"));

        QuarkusMock.installMockForType(
                new TakeBack() {
                    @Override
                    public Duration pause() {
                        return Duration.ofMinutes(1);
                    }
                },
                TakeBack.class);
        var third = proposeWithFile("Stop 4, on Elm Street.", "elm.txt");
        file = number("select max(id) from draft_file where inquiry_number = ?", inquiry);
        as(agent)
                .formParam("text", "Stop 4, on Elm Street. Regards")
                .formParam("channel", "WEB")
                .formParam("kept", file)
                .post(third + "/approved")
                .then()
                .statusCode(303);
        as(agent).get(page).then().body(containsString("Take back"), containsString("elm.txt"));
        assertThat(filesOf(third)).isZero();
        var sending = number("select max(id) from sending where inquiry_number = ?", inquiry);
        as(agent)
                .post(page + "/sendings/" + sending + "/taken-back")
                .then()
                .statusCode(303)
                .header("Location", containsString("done=taken-back"));
        as(agent).get(page).then().body(containsString("Elm Street. Regards</textarea>"), containsString("elm.txt"));
        assertThat(replies()).isEqualTo(before);
    }

    @Test
    void Who_approves_is_asked_when_something_came_in_meanwhile() {
        var before = replies();
        var waiting = propose("The bus will come.");
        as(agent)
                .formParam("text", "The bus will come.")
                .formParam("channel", "WEB")
                .formParam("contact", 0)
                .formParam("reply", 0)
                .post(waiting + "/approved")
                .then()
                .statusCode(409)
                .body(containsString("Something came in"), containsString("The bus will come.</textarea>"));
        assertThat(replies()).isEqualTo(before);
    }

    private String proposeWithFile(String text, String file) {
        as(helper)
                .multiPart("text", text)
                .multiPart("channel", "WEB")
                .multiPart("files", file, "Stop 4, 7:10".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(page + "/proposals")
                .then()
                .statusCode(303);
        return page + "/proposals/" + number("select max(id) from proposal where inquiry_number = ?", inquiry);
    }

    private static long filesOf(String proposal) {
        return number(
                "select count(*) from draft_file where proposal_id = ?", Long.valueOf(proposal.replaceAll(".*/", "")));
    }

    @Test
    void What_is_missing_is_said_and_what_was_typed_is_kept() {
        as(helper)
                .formParam("text", "Soon & safely")
                .post(page + "/proposals")
                .then()
                .statusCode(422)
                .body(containsString("Choose how the family gets the answer."), containsString("Soon &amp; safely"));
        var waiting = propose("The bus will come.");
        as(agent)
                .formParam("text", "Changed words")
                .post(waiting + "/approved")
                .then()
                .statusCode(422)
                .body(containsString("Changed words"));
    }

    private String propose(String text) {
        as(helper)
                .formParam("text", text)
                .formParam("channel", "WEB")
                .post(page + "/proposals")
                .then()
                .statusCode(303);
        return page + "/proposals/" + number("select max(id) from proposal where inquiry_number = ?", inquiry);
    }

    private long replies() {
        return number("select count(*) from reply where inquiry_number = ?", inquiry);
    }
}
