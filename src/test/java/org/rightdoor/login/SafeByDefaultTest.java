package org.rightdoor.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

/** What OWASP ZAP's baseline scan looks at. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class SafeByDefaultTest {

    private static final List<String> SOURCES = List.of("default-src", "script-src", "style-src");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/topics/bus-late",
                "/nothing-here",
                "/desk",
                "/api/inquiries",
                "/cases/none",
                "/js/keep.js"
            })
    void Every_answer_carries_the_headers_that_hold_a_browser_back(String path) {
        var answer = browser()
                .get(path)
                .then()
                .statusCode(anyOf(is(200), is(302), is(401), is(404), is(406)))
                .extract();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("geolocation=()", "camera=()", "microphone=()");
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        var policy = answer.header("Content-Security-Policy");
        assertThat(policy)
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self'");
        assertThat(policy).doesNotContain("unsafe-inline", "unsafe-eval", "http:", "*");
        assertThat(SOURCES).anyMatch(policy::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/desk", "/cases/none", "/api/inquiries"})
    void Methods_that_nobody_needs_are_refused(String path) {
        for (var method : List.of("TRACE", "PUT", "DELETE", "PATCH", "CONNECTED")) {
            var status = browser().request(method, path).statusCode();
            assertThat(status).as("%s %s", method, path).isBetween(300, 499);
        }
        var traced = browser()
                .header("X-Secret", "echo-me")
                .request(Method.TRACE, path)
                .asString();
        assertThat(traced).doesNotContain("echo-me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/META-INF/",
                "/js/",
                "/css/",
                "/img/",
                "/webjars/",
                "/../application.properties",
                "/application.properties",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/WEB-INF/web.xml",
                "/.git/config",
                "/.env",
                "/q/dev",
                "/q/dev-ui",
                "/q/arc",
                "/q/info",
                "/style/..%2f..%2fapplication.properties"
            })
    void No_directory_is_listed_and_no_file_of_ours_is_given_out(String path) {
        var answer = given().urlEncodingEnabled(false).redirects().follow(false).get(path);
        assertThat(answer.statusCode()).as(path).isBetween(300, 499);
        assertThat(answer.asString()).doesNotContain("quarkus.", "root:", "Index of", "Directory");
    }

    @Test
    void The_pages_of_the_log_in_are_there() {
        browser().get("/login").then().statusCode(200).body(containsString("j_password"));
        browser().get("/login/left").then().statusCode(200);
        browser().get("/login/refused").then().statusCode(403);
    }

    @Test
    void Errors_say_nothing_of_our_insides() {
        var broken = List.of(
                browser().get("/desk/inquiries/999999999999999999999"),
                browser().get("/topics/%00"),
                browser().get("/login?wait=never"),
                browser().contentType("application/json").body("{\"text\":").post("/api/inquiries"),
                browser().contentType("text/plain").body("x").post("/j_security_check"),
                browser().formParam("text", "x".repeat(100_000)).post("/"),
                given().header("Cookie", "rightdoor-session=\u0001; rightdoor-case=...")
                        .get("/desk"));
        var here = System.getProperty("user.dir");
        for (var answer : broken) {
            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(answer.asString())
                    .doesNotContain("Exception", "at org.", "at io.", "java.lang", "hibernate", "postgres", here);
        }
    }

    @Test
    void Redirects_stay_at_home() {
        for (var away : List.of("https://evil.example", "//evil.example", "/\\evil.example")) {
            var location = browser()
                    .cookie("rightdoor-wanted", away)
                    .queryParam("next", away)
                    .formParam("j_username", TestStaff.hire(Staff.AGENT, "transportation"))
                    .formParam("j_password", TestStaff.PASSWORD)
                    .post("/j_security_check")
                    .header("Location");
            assertThat(location).endsWith("/desk").doesNotContain("evil");
        }
    }

    @Test
    void What_only_one_person_may_see_is_kept_by_no_cache() {
        var session = TestStaff.session(TestStaff.hire(Staff.ADMIN));
        for (var path : List.of("/account", "/account/app", "/account/passkey")) {
            browser()
                    .cookie("rightdoor-session", session)
                    .get(path)
                    .then()
                    .header("Cache-Control", containsString("no-store"));
        }
        for (var path : List.of("/login", "/login/refused", "/cases/none", "/welcome/none")) {
            var cached = browser().get(path).header("Cache-Control");
            assertThat(cached).as(path).matches(value -> value == null || value.matches(".*(no-store|private).*"));
        }
        browser()
                .cookie("rightdoor-session", session)
                .get("/desk")
                .then()
                .header("Cache-Control", containsString("private"));
    }

    @Test
    void Cookies_are_read_by_no_script_and_sent_from_no_other_site() {
        var answer = browser()
                .formParam("j_username", TestStaff.hire(Staff.AGENT, "transportation"))
                .formParam("j_password", TestStaff.PASSWORD)
                .post("/j_security_check");
        assertThat(answer.headers().getValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("Domain"));
    }
}
