package org.rightdoor.desk.inquiry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.number;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.KnowledgeStandIn;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ConfidentialStoriesTest {

    @Inject
    Inquiries inquiries;

    @Inject
    ConfidentialCases confidential;

    @Inject
    CurrentKnowledge knowledge;

    private String lead;
    private String investigator;
    private String admin;
    private String agent;
    private String word;
    private String asker;
    private long inquiry;
    private String page;

    @BeforeEach
    void aCase() {
        lead = TestStaff.hire(Staff.LEAD, "transportation");
        investigator = TestStaff.hire(Staff.AGENT, "nutrition");
        admin = TestStaff.hire(Staff.ADMIN);
        agent = TestStaff.hire(Staff.AGENT, "transportation");
        word = "w" + UUID.randomUUID().toString().replace("-", "");
        asker = "Ana " + word;
        inquiry = asked("The driver shouted at my son " + word);
        page = "/desk/inquiries/" + inquiry;
    }

    @Test
    void Only_those_named_find_a_confidential_case_in_list_count_search_interface_and_by_its_number() {
        var before = openOf(agent);
        close();
        assertThat(openOf(agent)).isEqualTo(before - 1);
        for (var somebody : List.of(admin, agent)) {
            as(somebody).get(page).then().statusCode(404);
            as(somebody).get("/desk?view=all&q=" + word).then().statusCode(200).body(not(containsString(page + "\"")));
            as(somebody).get("/desk?view=all&q=" + inquiry).then().body(not(containsString(page + "\"")));
            as(somebody)
                    .accept("application/json")
                    .get("/api/inquiries/" + inquiry)
                    .then()
                    .statusCode(404);
            as(somebody).get("/desk/promises").then().body(not(containsString(page + "\"")));
        }
        as(agent)
                .formParam("sought", Long.toString(inquiry))
                .post("/desk/calls/people")
                .then()
                .statusCode(200)
                .body(not(containsString("case:" + inquiry)), not(containsString(asker)));
        given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .get("/api/inquiries?q=" + word)
                .then()
                .statusCode(200)
                .body(not(containsString(Long.toString(inquiry))));
        for (var somebody : List.of(lead, investigator)) {
            as(somebody).get(page).then().statusCode(200).body(containsString("Confidential"));
            as(somebody).get("/desk?view=all&q=" + word).then().body(containsString(page + "\""));
        }
    }

    @Test
    void A_case_is_closed_with_a_reason_by_who_leads_and_opened_again_with_nobody_named() {
        as(agent)
                .formParam("reason", "An investigation.")
                .post(page + "/confidential")
                .then()
                .statusCode(403);
        as(TestStaff.hire(Staff.LEAD, "nutrition"))
                .formParam("reason", "An investigation.")
                .post(page + "/confidential")
                .then()
                .statusCode(404);
        as(lead).formParam("reason", " ")
                .post(page + "/confidential")
                .then()
                .statusCode(422)
                .body(containsString("Say in a few words why"));
        close();
        as(lead).get(page).then().body(containsString("Made confidential"), containsString("An investigation."));
        as(lead).post(page + "/confidential/opened").then().statusCode(303);
        as(agent).get(page).then().statusCode(200);
        as(investigator).get(page).then().statusCode(404);
        assertThat(number("select count(*) from named_on_case where inquiry_number = ?", inquiry))
                .isZero();
    }

    @Test
    void People_are_named_and_taken_off_and_somebody_always_stays() {
        close();
        as(lead).formParam("staff", id(agent))
                .post(page + "/confidential/named")
                .then()
                .statusCode(303);
        as(agent).get(page).then().statusCode(200);
        as(agent)
                .formParam("staff", id(admin))
                .post(page + "/confidential/named")
                .then()
                .statusCode(403);
        for (var out : List.of(agent, investigator)) {
            as(lead).post(page + "/confidential/named/" + id(out) + "/removed")
                    .then()
                    .statusCode(303);
            as(out).get(page).then().statusCode(404);
        }
        as(lead).post(page + "/confidential/named/" + id(lead) + "/removed")
                .then()
                .statusCode(409)
                .body(containsString("Name another person first."));
        as(lead).get(page).then().statusCode(200);
    }

    @Test
    void An_administrator_who_must_look_says_why_sees_it_for_an_hour_and_names_nobody() {
        close();
        as(admin)
                .formParam("number", inquiry)
                .formParam("reason", "why")
                .post("/desk/settings/confidential")
                .then()
                .statusCode(422);
        as(admin).get(page).then().statusCode(404);
        as(admin)
                .formParam("number", "#" + inquiry)
                .formParam("reason", "The lead is ill and a court asks for the file.")
                .post("/desk/settings/confidential")
                .then()
                .statusCode(303)
                .header("Location", containsString(page));
        as(admin).get(page).then().statusCode(200);
        as(admin)
                .formParam("staff", id(agent))
                .post(page + "/confidential/named")
                .then()
                .statusCode(404);
        as(admin).post(page + "/confidential/opened").then().statusCode(404);
        as(investigator)
                .get(page)
                .then()
                .body(containsString("Looked at this confidential case"), containsString("a court asks for the file"));
        as(investigator).get(page + "/confidential").then().body(containsString("had to look, until"));

        TestStaff.sql("update named_on_case set until = now() where inquiry_number = ? and until is not null", inquiry);
        as(admin).get(page).then().statusCode(404);
        as(admin)
                .formParam("number", asked("The bus is late"))
                .formParam("reason", "I only want to see it.")
                .post("/desk/settings/confidential")
                .then()
                .statusCode(404)
                .body(containsString("There is no confidential case of this number."));
    }

    @Test
    void Where_the_rules_keep_a_case_confidential_those_who_lead_its_department_see_it() throws Throwable {
        TestStaff.sql("update inquiry set confidential = true where number = ?", inquiry);
        VertxContextSupport.subscribeAndAwait(
                () -> inquiries.find(inquiry).chain(found -> confidential.nameLeads(found)));
        as(lead).get(page).then().statusCode(200);
        for (var other : List.of(admin, agent)) as(other).get(page).then().statusCode(404);
    }

    @Test
    void A_case_becomes_confidential_when_it_is_handed_over_to_a_topic_that_the_rules_keep_so() {
        var theirLead = TestStaff.hire(Staff.LEAD, "human-resources");
        var theirAgent = TestStaff.hire(Staff.AGENT, "human-resources");
        keepConfidential("hr-payroll");
        as(agent)
                .formParam("department", "human-resources")
                .formParam("topic", "hr-payroll")
                .formParam("reason", "She drives bus 14 and asks for her pay.")
                .post(page + "/department")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk?done=confidential"));
        as(agent).get("/desk?done=confidential").then().body(containsString("The case is confidential now"));
        for (var somebody : List.of(agent, lead, admin, theirAgent)) {
            as(somebody).get(page).then().statusCode(404);
        }
        as(theirLead).get(page).then().statusCode(200).body(containsString(ConfidentialCases.KEPT_BY_RULES));
        var move = number("select max(deed_id) from deed_on_case where inquiry_number = ?", inquiry);
        as(agent).post("/desk/deeds/" + move + "/undone").then().statusCode(404);
        as(theirLead).post("/desk/deeds/" + move + "/undone").then().statusCode(303);
        as(agent).get(page).then().statusCode(200);
        as(theirLead).get(page).then().statusCode(404);
        assertThat(number("select count(*) from named_on_case where inquiry_number = ?", inquiry))
                .isZero();

        keepConfidential("bus-driver");
        as(agent).formParam("topic", "bus-driver").post(page + "/topic").then().statusCode(303);
        as(agent).get(page).then().statusCode(404);
        as(lead).get(page).then().statusCode(200);
    }

    private void keepConfidential(String topic) {
        QuarkusMock.installMockForType(KnowledgeStandIn.withConfidential(topic, knowledge), CurrentKnowledge.class);
    }

    private void close() {
        as(lead).formParam("reason", "An investigation.")
                .formParam("staff", id(investigator))
                .post(page + "/confidential")
                .then()
                .statusCode(303);
    }

    private static long openOf(String staff) {
        var shown = as(staff)
                .accept("application/json")
                .get("/api/insight/contacts")
                .then()
                .extract()
                .jsonPath();
        // A department without cases has no line.
        return shown.getLong("findAll { it.department == 'transportation' }.cases.sum() ?: 0");
    }

    private static long id(String email) {
        return number("select id from staff where email = ?", email);
    }

    private long asked(String text) {
        return given().contentType("application/json")
                .body("{\"text\":\"%s\",\"topic\":\"bus-late\",\"name\":\"%s\"}".formatted(text, asker))
                .post("/api/inquiries")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("number");
    }
}
