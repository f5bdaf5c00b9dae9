package org.rightdoor.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class StaffAccessTest {

    private static final String BUS = "bus 14 is late again, my son is still waiting at the stop";

    @Inject
    Intake intake;

    @Test
    void A_wrong_password_and_a_person_who_has_left_do_not_get_in() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var inside = as(email);
        inside.get("/desk").then().statusCode(200);
        browser()
                .formParam("j_username", email)
                .formParam("j_password", "wrong")
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", containsString("failed"));
        TestStaff.sql("update staff set active = false where email = ?", email);
        browser()
                .formParam("j_username", email)
                .formParam("j_password", TestStaff.PASSWORD)
                .post("/j_security_check")
                .then()
                .header("Location", containsString("failed"));
        inside.get("/desk").then().statusCode(302);
    }

    @Test
    void A_department_sees_its_own_cases_and_no_others() {
        var number = ask(BUS);
        agent("transportation").get("/desk/inquiries/" + number).then().statusCode(200);
        var nutrition = agent("nutrition");
        nutrition.get("/desk/inquiries/" + number).then().statusCode(404);
        nutrition
                .get("/desk?view=all&department=transportation")
                .then()
                .body(not(containsString("/desk/inquiries/" + number + "\"")));
        nutrition
                .get("/desk?view=all&q=" + number)
                .then()
                .body(not(containsString("/desk/inquiries/" + number + "\"")));
        agent().get("/desk?view=all").then().body(not(containsString("/desk/inquiries/" + number + "\"")));
    }

    @Test
    void Who_hands_a_case_over_reads_on_and_no_longer_answers() {
        var page = "/desk/inquiries/" + ask(BUS);
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        as(email)
                .formParam("department", "nutrition")
                .formParam("reason", "It is about lunch.")
                .post(page + "/department")
                .then()
                .statusCode(303);
        as(email)
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("You can read on here"), containsString("It is about lunch."));
        as(email)
                .formParam("text", "hello")
                .formParam("channel", "WEB")
                .post(page + "/replies")
                .then()
                .statusCode(404);
        agent("nutrition").get(page).then().statusCode(200);
    }

    @Test
    void What_was_handed_over_is_read_on_until_it_is_resolved() {
        var number = ask(BUS);
        var page = "/desk/inquiries/" + number;
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        as(email)
                .formParam("department", "nutrition")
                .formParam("reason", "It is about lunch.")
                .post(page + "/department")
                .then()
                .statusCode(303);
        agent("nutrition").post(page + "/resolved").then().statusCode(303);
        as(email).get(page).then().statusCode(404);
        as(email).get(page + "/files/1").then().statusCode(404);
    }

    @Test
    void A_viewer_reads_what_the_department_works_on_and_has_nothing_to_press() {
        var page = "/desk/inquiries/" + ask(BUS);
        var viewer = TestStaff.hire(Staff.VIEWER, "transportation");
        var shown = as(viewer)
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("You can read this case."))
                .extract()
                .asString();
        // Whoever reads of a danger may call a person.
        var posts = Pattern.compile("method=\"post\" action=\"([^\"]*)\"")
                .matcher(shown)
                .results()
                .map(form -> form.group(1))
                .toList();
        assertThat(posts).isSubsetOf("/logout", page + "/missed");
        as(viewer).formParam("text", "hello").post(page + "/notes").then().statusCode(403);
        as(viewer).get("/desk/calls/new").then().statusCode(403);
        as(viewer).get("/desk").then().statusCode(200).body(not(containsString("/desk/calls/new")));
        as(TestStaff.hire(Staff.VIEWER, "nutrition")).get(page).then().statusCode(404);
    }

    @Test
    void A_lead_works_as_agents_do_and_a_helper_sends_nothing_through_the_interface_for_programs() {
        var number = ask(BUS);
        as(TestStaff.hire(Staff.LEAD, "transportation"))
                .formParam("text", "I look into it.")
                .post("/desk/inquiries/" + number + "/notes")
                .then()
                .statusCode(303);
        as(TestStaff.hire(Staff.HELPER, "transportation"))
                .accept("application/json")
                .contentType("application/json")
                .body("{\"text\":\"Soon.\"}")
                .post("/api/inquiries/" + number + "/replies")
                .then()
                .statusCode(403);
    }

    @Test
    void A_confidential_case_exists_for_nobody_but_those_named_on_it() {
        var words = "zebra" + UUID.randomUUID().toString().replace("-", "");
        var number = ask(BUS + " " + words);
        TestStaff.sql("update inquiry set confidential = true, department = 'transportation' where number = ?", number);
        var named = TestStaff.hire(Staff.AGENT, "nutrition");
        TestStaff.sql(
                "insert into named_on_case (inquiry_number, staff_id, named_by) select ?, id, 'Ruth' from staff where email = ?",
                number,
                named);
        var link = "/desk/inquiries/" + number + "\"";
        for (var other : List.of(admin(), agent("transportation"))) {
            other.get("/desk/inquiries/" + number).then().statusCode(404);
        }
        for (var other : List.of(admin(), agent("transportation"))) {
            other.get("/desk?view=all&q=" + words).then().body(not(containsString(link)));
        }
        as(named).get("/desk/inquiries/" + number).then().statusCode(200);
        as(named).get("/desk?view=all&q=" + words).then().body(containsString(link));
        as(named).post("/desk/inquiries/" + number + "/resolved").then().statusCode(303);
    }

    @Test
    void Only_administrators_add_staff_and_the_invited_set_their_own_password() {
        agent("transportation").get("/desk/settings").then().statusCode(403);
        var email = UUID.randomUUID() + "@maple.example";
        admin().formParam("name", "Kim")
                .formParam("email", email)
                .formParam("role", "agent")
                .post("/desk/settings/staff")
                .then()
                .statusCode(422)
                .body(containsString("at least one department"), containsString(email));
        var body = admin().formParam("name", "Kim")
                .formParam("email", email)
                .formParam("role", "agent")
                .formParam("department", "health")
                .post("/desk/settings/staff")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var link = body.replaceAll("(?s).*(/welcome/[\\w-]+).*", "$1");
        browser()
                .formParam("j_username", email)
                .formParam("j_password", "")
                .post("/j_security_check")
                .then()
                .header("Location", containsString("failed"));
        browser().get(link).then().statusCode(200).body(containsString("Welcome, Kim"));
        browser()
                .formParam("password", "short")
                .formParam("again", "short")
                .post(link)
                .then()
                .statusCode(422);
        browser()
                .formParam("password", TestStaff.PASSWORD)
                .formParam("again", TestStaff.PASSWORD)
                .post(link)
                .then()
                .statusCode(303);
        browser().get(link).then().statusCode(404);
        as(email).get("/desk").then().statusCode(200);
    }

    @Test
    void Another_sites_page_can_neither_log_in_nor_act() {
        var evil = "https://evil.example";
        browser()
                .header("Origin", evil)
                .formParam("j_username", "a")
                .formParam("j_password", "b")
                .post("/j_security_check")
                .then()
                .statusCode(403);
        admin().header("Origin", evil)
                .post("/desk/inquiries/" + ask(BUS) + "/resolved")
                .then()
                .statusCode(403);
    }

    @Test
    void Behind_a_proxy_the_public_address_is_our_own() {
        var number = ask(BUS);
        admin().header("Host", "rightdoor.internal:8080")
                .header("Origin", org.rightdoor.TestDistrict.PUBLIC_URL)
                .post("/desk/inquiries/" + number + "/resolved")
                .then()
                .statusCode(303);
        admin().header("Host", "rightdoor.internal:8080")
                .header("Origin", "http://rightdoor.example")
                .post("/desk/inquiries/" + number + "/reopened")
                .then()
                .statusCode(403);
    }

    @Test
    void Logging_out_ends_it() {
        var out = admin().post("/logout").then().statusCode(303).extract();
        assertThat(out.cookie("rightdoor-session")).isEmpty();
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
