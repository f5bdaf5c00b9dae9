package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class LogInStoriesTest {

    private static final String SESSION = "rightdoor-session";
    private static final String BROWSER = "rightdoor-browser";

    @Inject
    Sessions sessions;

    @Inject
    SecondFactors factors;

    @Test
    void The_address_may_be_typed_in_capitals_and_the_wanted_page_comes_after_the_log_in() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var wanted =
                browser().get("/desk/promises").then().statusCode(302).extract().cookie("rightdoor-wanted");
        browser()
                .cookie("rightdoor-wanted", wanted)
                .formParam("j_username", " " + email.toUpperCase(Locale.ROOT) + " ")
                .formParam("j_password", TestStaff.PASSWORD)
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/desk/promises"));
    }

    @Test
    void Whoever_guesses_makes_only_that_place_wait_and_a_known_browser_still_gets_in() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var known = tryPassword(email, TestStaff.PASSWORD, null).extract().cookie(BROWSER);
        for (int i = 0; i < 5; i++) {
            tryPassword(email, "guess " + i, null).header("Location", endsWith("failed=true"));
        }
        tryPassword(email, TestStaff.PASSWORD, null).header("Location", containsString("wait="));
        tryPassword(email, TestStaff.PASSWORD, known).header("Location", endsWith("/desk"));
        TestStaff.sql("update login_attempt set blocked_until = now() - interval '1 second'");
        tryPassword(email, TestStaff.PASSWORD, null).header("Location", endsWith("/desk"));
    }

    @Test
    void An_unknown_address_is_answered_in_the_same_words_and_waits_like_a_known_one() {
        var nobody = "nobody" + System.nanoTime() + "@maple.example";
        var known = TestStaff.hire(Staff.AGENT, "transportation");
        for (int i = 0; i < 6; i++) {
            var expected = tryPassword(known, "guess", null).extract();
            var answer = tryPassword(nobody, "guess", null).extract();
            assertThat(answer.header("Location")).isEqualTo(expected.header("Location"));
            assertThat(answer.cookies()).isEqualTo(expected.cookies());
        }
    }

    @Test
    void A_log_in_gets_a_new_session_and_ends_the_one_that_the_browser_brought() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var first = TestStaff.session(email);
        var second = browser()
                .cookie(SESSION, first)
                .formParam("j_username", email)
                .formParam("j_password", TestStaff.PASSWORD)
                .post("/j_security_check")
                .then()
                .extract()
                .detailedCookie(SESSION);
        assertThat(second.getValue()).isNotEqualTo(first);
        assertThat(second.isHttpOnly()).isTrue();
        assertThat(second.getSameSite()).isEqualTo("Lax");
        desk(first, 302);
        desk(second.getValue(), 200);
        browser().cookie(SESSION, "brought along").get("/desk").then().statusCode(302);
    }

    @Test
    void Everybody_sees_where_they_are_logged_in_and_ends_it_there() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var here = TestStaff.session(email);
        var elsewhere = TestStaff.session(email);
        var page = browser().cookie(SESSION, here).get("/account").then().statusCode(200);
        page.body(containsString("(this browser)"), containsString("Log out everywhere else"));
        browser().cookie(SESSION, here).post("/account/sessions/end").then().statusCode(303);
        desk(elsewhere, 302);
        desk(here, 200);
    }

    @Test
    void Nobody_ends_the_session_of_somebody_else() {
        var mine = TestStaff.session(TestStaff.hire(Staff.AGENT, "transportation"));
        var email = TestStaff.hire(Staff.AGENT, "health");
        var theirs = TestStaff.session(email);
        var id = TestStaff.number(
                "select s.id from staff_session s join staff on staff.id = staff_id where email = ?", email);
        browser()
                .cookie(SESSION, mine)
                .post("/account/sessions/" + id + "/end")
                .then()
                .statusCode(303);
        desk(theirs, 200);
        browser()
                .cookie(SESSION, theirs)
                .post("/account/sessions/" + id + "/end")
                .then()
                .statusCode(303);
        desk(theirs, 302);
    }

    @Test
    void A_changed_role_logs_out_everywhere() throws Throwable {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var session = TestStaff.session(email);
        desk(session, 200);
        var id = TestStaff.number("select id from staff where email = ?", email);
        VertxContextSupport.subscribeAndAwait(() -> sessions.endAllOf(id));
        desk(session, 302);
    }

    @Test
    void A_session_ends_when_it_is_not_used_and_when_its_day_is_over() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var idle = TestStaff.session(email);
        var old = TestStaff.session(email);
        age(idle, "last_used", "3 hours");
        desk(idle, 302);
        desk(old, 200);
        age(old, "since", "13 hours");
        desk(old, 302);
    }

    @Test
    void A_new_password_asks_for_the_old_one_and_logs_out_everywhere_else() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var here = TestStaff.session(email);
        var elsewhere = TestStaff.session(email);
        change(here, "wrong", "lamp river copper nine").statusCode(422).body(containsString("not your password"));
        change(here, TestStaff.PASSWORD, "passwordpassword").statusCode(422).body(containsString("easy to guess"));
        desk(elsewhere, 200);
        change(here, TestStaff.PASSWORD, "lamp river copper nine").statusCode(303);
        desk(elsewhere, 302);
        desk(here, 200);
        tryPassword(email, TestStaff.PASSWORD, null).header("Location", containsString("failed"));
        tryPassword(email, "lamp river copper nine", null).header("Location", endsWith("/desk"));
    }

    @Test
    void An_app_is_added_with_a_code_and_asked_for_from_then_on() {
        var email = TestStaff.hire(Staff.ADMIN);
        var totp = addApp(email);
        var half = tryPassword(email, TestStaff.PASSWORD, null)
                .header("Location", endsWith("/login/second"))
                .extract()
                .cookie(SESSION);
        desk(half, 302);
        browser().cookie(SESSION, half).get("/account").then().statusCode(302);
        browser().cookie(SESSION, half).get("/login/set-up").then().header("Location", endsWith("/login/second"));
        second(half, "000000").statusCode(422).body(containsString("does not fit"));
        second(half, totp.at(Instant.now())).statusCode(422); // used when it was added
        forgetLastStep(email);
        var code = totp.at(Instant.now());
        var whole = second(half, code).statusCode(302).extract().cookie(SESSION);
        desk(whole, 200);
        desk(half, 302);
        var again = tryPassword(email, TestStaff.PASSWORD, null).extract().cookie(SESSION);
        second(again, code).statusCode(422);
    }

    @Test
    void A_recovery_code_opens_once() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var session = TestStaff.session(email);
        var totp = newApp(session);
        var page = browser()
                .cookie(SESSION, session)
                .formParam("secret", locked)
                .formParam("code", totp.at(Instant.now()))
                .post("/account/app")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var code = page.replaceAll("(?s).*?<li><code>([a-z0-9-]+)</code>.*", "$1");
        var half = tryPassword(email, TestStaff.PASSWORD, null).extract().cookie(SESSION);
        second(half, code.toUpperCase(Locale.ROOT).replace("-", " ")).statusCode(302);
        var again = tryPassword(email, TestStaff.PASSWORD, null).extract().cookie(SESSION);
        second(again, code).statusCode(422);
        assertThat(TestStaff.number(
                        "select count(*) from recovery_code join staff on staff.id = staff_id where email = ?", email))
                .isEqualTo(9);
    }

    @Test
    void Codes_cannot_be_guessed_one_after_the_other() {
        var email = TestStaff.hire(Staff.ADMIN);
        var totp = addApp(email);
        forgetLastStep(email);
        var half = tryPassword(email, TestStaff.PASSWORD, null).extract().cookie(SESSION);
        for (int i = 0; i < 5; i++) second(half, "00000" + i);
        second(half, totp.at(Instant.now())).statusCode(429).body(containsString("Please wait"));
    }

    @Test
    void An_administrator_helps_who_has_lost_the_telephone_and_it_is_written_down() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        var session = TestStaff.session(email);
        addApp(email);
        var id = TestStaff.number("select id from staff where email = ?", email);
        var page = "/staff/" + id + "/log-in";
        TestStaff.agent("transportation")
                .post(page + "/second-factor/removed")
                .then()
                .statusCode(403);
        TestStaff.admin().get(page).then().statusCode(200).body(containsString("An authenticator app is added."));
        TestStaff.admin().post(page + "/second-factor/removed").then().statusCode(303);
        desk(session, 302);
        tryPassword(email, TestStaff.PASSWORD, null).header("Location", endsWith("/desk"));
        TestStaff.admin()
                .get(page)
                .then()
                .body(
                        containsString("There is no second step."),
                        containsString("The second factor was removed by Robin"));
        var link = TestStaff.admin()
                .post(page + "/reset")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        tryPassword(email, TestStaff.PASSWORD, null).header("Location", containsString("failed"));
        accept(link.replaceAll("(?s).*(/welcome/[\\w-]+).*", "$1")).statusCode(303);
        tryPassword(email, "lamp river copper nine", null).header("Location", endsWith("/desk"));
    }

    @Test
    void The_rule_says_who_needs_a_second_factor() {
        var admin = new Staff();
        admin.roles = Staff.ADMIN;
        var agent = new Staff();
        agent.roles = Staff.AGENT;
        assertThat(SecondFactors.demandedOf(admin, org.rightdoor.Config.SecondFactor.ADMINS))
                .isTrue();
        assertThat(SecondFactors.demandedOf(agent, org.rightdoor.Config.SecondFactor.ADMINS))
                .isFalse();
        assertThat(SecondFactors.demandedOf(agent, org.rightdoor.Config.SecondFactor.EVERYONE))
                .isTrue();
        assertThat(SecondFactors.demandedOf(admin, org.rightdoor.Config.SecondFactor.OPTIONAL))
                .isFalse();
    }

    @Test
    void A_welcome_link_expires_and_works_once() {
        var email = TestStaff.hire(Staff.AGENT, "transportation");
        TestStaff.sql(
                "update staff set invitation = ?, invitation_expires = now() - interval '1 minute' where email = ?",
                "late-" + email,
                email);
        browser().get("/welcome/late-" + email).then().statusCode(404);
        TestStaff.sql("update staff set invitation_expires = now() + interval '1 minute' where email = ?", email);
        var welcome = "/welcome/late-" + email;
        browser().get(welcome).then().statusCode(200).body(not(containsString(TestStaff.PASSWORD)));
        accept(welcome).statusCode(303);
        accept(welcome).statusCode(404);
    }

    private String locked;

    private Totp newApp(String session) {
        var page = browser()
                .cookie(SESSION, session)
                .get("/account/app")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        locked = page.replaceAll("(?s).*name=\"secret\" value=\"([^\"]+)\".*", "$1");
        var staff = new Staff();
        staff.id = TestStaff.number("select staff_id from staff_session where token_hash = ?", Secret.hash(session));
        return factors.opened(locked, staff);
    }

    private Totp addApp(String email) {
        var session = TestStaff.session(email);
        var totp = newApp(session);
        browser()
                .cookie(SESSION, session)
                .formParam("secret", locked)
                .formParam("code", totp.at(Instant.now()))
                .post("/account/app")
                .then()
                .statusCode(200)
                .body(containsString("recovery codes"));
        return totp;
    }

    private static void forgetLastStep(String email) {
        TestStaff.sql(
                "update authenticator set last_step = 0 where staff_id = (select id from staff where email = ?)",
                email);
    }

    private static ValidatableResponse tryPassword(String email, String password, String known) {
        var browser = known == null ? browser() : browser().cookie(BROWSER, known);
        return browser.formParam("j_username", email)
                .formParam("j_password", password)
                .post("/j_security_check")
                .then()
                .statusCode(302);
    }

    private static ValidatableResponse second(String session, String code) {
        return browser()
                .cookie(SESSION, session)
                .formParam("code", code)
                .post("/login/second")
                .then();
    }

    private static ValidatableResponse change(String session, String current, String password) {
        return browser()
                .cookie(SESSION, session)
                .formParam("current", current)
                .formParam("password", password)
                .formParam("again", password)
                .post("/account/password")
                .then();
    }

    private static ValidatableResponse accept(String welcome) {
        return browser()
                .formParam("password", "lamp river copper nine")
                .formParam("again", "lamp river copper nine")
                .post(welcome)
                .then();
    }

    private static void desk(String session, int status) {
        browser().cookie(SESSION, session).get("/desk").then().statusCode(status);
    }

    private static void age(String session, String column, String by) {
        TestStaff.sql(
                "update staff_session set " + column + " = now() - interval '" + by + "' where token_hash = ?",
                Secret.hash(session));
    }
}
