package org.rightdoor.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.number;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class StaffStoriesTest {

    private static final String PAGE = "/desk/settings/staff";

    @Test
    void Who_is_invited_gets_a_mail_with_the_link_that_sets_a_password() throws Exception {
        var email = UUID.randomUUID() + "@maple.example";
        TestDistrict.mailServer().setUser(email, email, "secret");
        admin().formParam("name", "Kim <Lee>")
                .formParam("email", email)
                .formParam("role", "helper")
                .formParam("department", "transportation")
                .post(PAGE)
                .then()
                .statusCode(200)
                .body(containsString("A mail is on its way to " + email), containsString("Kim &lt;Lee&gt;"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mailTo(email) != null);
        var text = mailTo(email).getContent().toString();
        assertThat(text).contains("Hello Kim <Lee>,").contains("/login");
        var link = text.replaceAll("(?s).*(/welcome/[\\w-]+).*", "$1");
        browser().get(link).then().statusCode(200).body(containsString("Welcome, Kim &lt;Lee&gt;"));

        admin().post(PAGE + "/" + id(email) + "/invitation").then().statusCode(200);
        browser().get(link).then().statusCode(404);
        admin().get(PAGE).then().body(containsString("Invited"), containsString("Helper"));
        admin().get(PAGE + "/" + id(email))
                .then()
                .body(
                        containsString("Came as Helper of Transportation <span>Robin"),
                        containsString("Roles until now"));
    }

    @Test
    void A_change_of_role_counts_from_the_next_click_on() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var aboutTheBus = caseAboutTheBus();
        as(email).get(PAGE).then().statusCode(403);
        as(email).get(aboutTheBus).then().statusCode(200);
        admin().formParam("name", "Robin")
                .formParam("role", "viewer")
                .formParam("records", "true")
                .formParam("department", "nutrition")
                .post(PAGE + "/" + id(email))
                .then()
                .statusCode(303);
        as(email).get("/desk/calls/new").then().statusCode(403);
        as(email).get("/desk").then().statusCode(200);
        as(email).get(aboutTheBus).then().statusCode(404);
        assertThat(number("select count(*) from staff where email = ? and roles = 'viewer,records'", email))
                .isEqualTo(1);
        admin().get(PAGE + "/" + id(email))
                .then()
                .body(
                        containsString("value=\"viewer\" checked"),
                        containsString("Viewer of School Nutrition who keeps records; before: Agent of Transportation"),
                        containsString("Came as Agent of Transportation"));
    }

    @Test
    void Who_has_left_is_out_and_comes_back_when_let_in_again() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var inside = as(email);
        inside.get("/desk").then().statusCode(200);
        admin().post(PAGE + "/" + id(email) + "/deactivated").then().statusCode(303);
        inside.get("/desk").then().statusCode(302);
        admin().get(PAGE).then().body(containsString("Inactive"));
        admin().post(PAGE + "/" + id(email) + "/invitation").then().statusCode(409);
        admin().post(PAGE + "/" + id(email) + "/reactivated").then().statusCode(303);
        as(email).get("/desk").then().statusCode(200);
        admin().get(PAGE + "/999999999").then().statusCode(404);
    }

    @Test
    void An_administrator_says_who_stands_in_for_whoever_is_ill() {
        var ill = TestStaff.hire(Staff.AGENT, "transportation");
        var standIn = TestStaff.hire(Staff.AGENT, "nutrition");
        var aboutTheBus = caseAboutTheBus();
        as(standIn).get(aboutTheBus).then().statusCode(404);
        var away = PAGE + "/" + id(ill) + "/away";
        admin().formParam("until", "1999-01-01").post(away).then().statusCode(422);
        admin().formParam("until", LocalDate.now().plusDays(3).toString())
                .formParam("standIn", id(ill))
                .post(away)
                .then()
                .statusCode(422)
                .body(containsString("Choose who stands in."));
        admin().formParam("until", LocalDate.now().plusDays(3).toString())
                .formParam("standIn", id(standIn))
                .post(away)
                .then()
                .statusCode(303);
        as(standIn).get(aboutTheBus).then().statusCode(200);
        admin().post(away).then().statusCode(303);
        as(standIn).get(aboutTheBus).then().statusCode(404);
    }

    @Test
    void What_is_wrong_is_said_and_what_was_typed_is_kept() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        admin().formParam("name", "Kim")
                .formParam("email", email)
                .formParam("role", "agent")
                .formParam("department", "health")
                .post(PAGE)
                .then()
                .statusCode(409)
                .body(containsString("is on the list already"), containsString("value=\"Kim\""));
        admin().formParam("name", "Kim")
                .formParam("role", "king")
                .post(PAGE + "/" + id(email))
                .then()
                .statusCode(422)
                .body(containsString("Choose a role from the list."), containsString("value=\"Kim\""));
    }

    private static String caseAboutTheBus() {
        var family = new TextingFamily();
        family.texts("Bus 14 is late again, my son is still waiting at the stop.");
        return "/desk/inquiries/" + family.inquiry();
    }

    private static MimeMessage mailTo(String email) {
        return Arrays.stream(TestDistrict.mailServer().getReceivedMessages())
                .filter(mail -> goesTo(mail, email))
                .findFirst()
                .orElse(null);
    }

    private static boolean goesTo(MimeMessage mail, String email) {
        try {
            return mail.getAllRecipients()[0].toString().contains(email);
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long id(String email) {
        return number("select id from staff where email = ?", email);
    }
}
