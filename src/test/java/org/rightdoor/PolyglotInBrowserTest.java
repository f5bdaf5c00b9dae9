package org.rightdoor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.access.Route;
import org.rightdoor.access.RouteTable;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.OwnBrowser;

/**
 * Text that comes alive wherever it is not escaped, through every channel and every field that a page shows. The browser's
 * policy is switched off for this, so that escaping alone has to hold.
 */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class PolyglotInBrowserTest {

    private static final String ALIVE = "window.alive=(window.alive||0)+1";
    private static final String POLYGLOT = "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=" + ALIVE
            + " )//%0D%0A//</stYle/</titLe/"
            + "</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=" + ALIVE + "//>\\x3e\"'><img src=x onerror=" + ALIVE
            + "><script>" + ALIVE + "</script>{7*7}${7*7}";

    /** Short enough for a name. */
    private static final String NAME =
            "</titLe/</teXtarEa/\"'><svg/oNloAd=" + ALIVE + "><img src=x onerror=" + ALIVE + ">oNcliCk";

    /** For what has few characters. */
    private static final String SHORT = "\"'><svg/onload=window.alive=1>";

    private String admin;
    private final String email = UUID.randomUUID() + "@family.example";

    @Test
    void A_polyglot_is_alive_on_no_page() {
        admin = TestStaff.session(TestStaff.hire(Staff.ADMIN));
        var link = asked();
        var number =
                TestStaff.number("select inquiry_number from case_link where token = ?", link.replaceAll(".*/", ""));
        texted();
        mailed();
        byProgram();
        surveyed(number);
        atTheDesk(number);
        var refusals = refusals(number);
        var seen = new ArrayList<String>();
        try (var chromium = new Chromium()) {
            var context = chromium.browser().newContext(new Browser.NewContextOptions().setBypassCSP(true));
            context.addCookies(List.of(
                    new Cookie("rightdoor-session", admin).setUrl(TestDistrict.PUBLIC_URL),
                    new Cookie("rightdoor-case", trust(link))
                            .setDomain("localhost")
                            .setPath(link)));
            var page = context.newPage();
            look(
                    page,
                    "/api/inquiries/" + number,
                    seen); // proves nothing of escaping, but that a browser shows it as text
            for (var path : pages(number, link)) look(page, path, seen);
            for (var path : desk()) look(page, path, seen);
            for (var shown : refusals) look(page, shown);
            var latest = TestStaff.number("select max(number) from inquiry");
            for (var one = latest; one > latest - 4; one--) look(page, "/desk/inquiries/" + one, seen);
        }
        assertThat(seen)
                .as("pages that show what was typed")
                .contains(
                        link,
                        "/desk/inquiries/" + number,
                        "/desk?view=all",
                        "/desk/snippets",
                        "/desk/views",
                        "/desk/settings/calendar",
                        "/desk/settings/keys",
                        "/desk/settings/staff",
                        "/desk/records/holds",
                        "/desk/records/releases",
                        "/desk/records/disclosures");
    }

    private static List<String> pages(long number, String link) {
        var typed = java.net.URLEncoder.encode(POLYGLOT, StandardCharsets.UTF_8);
        return List.of(
                link,
                "/desk?view=all",
                "/desk/inquiries/" + number,
                "/desk?view=all&q=" + typed,
                "/search?q=" + typed,
                "/?text=" + typed + "&school=" + typed,
                "/login?failed=" + typed + "&passkey=" + typed,
                "/account?done=" + typed,
                "/desk/settings",
                "/desk/quarantine",
                "/desk/insight",
                "/desk/answers?q=" + typed,
                "/desk/calls/new?q=" + typed,
                "/" + typed);
    }

    /** What a form gave back, as a browser shows it. */
    private static void look(Page page, String shown) {
        page.navigate(TestDistrict.PUBLIC_URL + "/desk/help");
        page.setContent(shown);
        demandDead(page, shown);
    }

    private static void look(Page page, String path, List<String> seen) {
        page.navigate(TestDistrict.PUBLIC_URL + path);
        demandDead(page, path);
        if (page.content().matches("(?s).*(oNcliCk|svg/onload).*")) seen.add(path);
    }

    private static void demandDead(Page page, String path) {
        assertThat(page.evaluate("() => window.alive ?? 0")).as(path).isEqualTo(0);
        assertThat(page.locator("img[src='x'], svg[onload]").count()).as(path).isZero();
        // A click on whatever carries the text must do nothing either.
        var links = page.locator("a[href^='javascript' i], [onclick]").count();
        assertThat(links).as(path).isZero();
    }

    private String asked() {
        return TestStaff.browser()
                .formParam("text", "Where is the bus? " + POLYGLOT)
                .formParam("name", NAME)
                .formParam("email", email)
                .post("/")
                .header("Location")
                .replaceAll("^https?://[^/]+", "")
                .replaceAll("\\?.*", "");
    }

    private static void texted() {
        var fields = Map.of(
                "MessageSid",
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                "AccountSid",
                TestDistrict.ACCOUNT_SID,
                "From",
                "+14105550199",
                "To",
                TestDistrict.PHONE,
                "Body",
                "The lunch menu? " + POLYGLOT,
                "ProfileName",
                NAME,
                "NumMedia",
                "0");
        given().header(
                        "X-Twilio-Signature",
                        TwilioStandIn.sign(TestDistrict.PUBLIC_URL + "/webhooks/twilio/sms", fields))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/webhooks/twilio/sms")
                .then()
                .statusCode(200);
    }

    private void mailed() {
        var message = "From: \"" + POLYGLOT.replaceAll("[\"\\\\]", "") + "\" <" + UUID.randomUUID()
                + "@family.example>\r\n"
                + "To: help@maple.example\r\nSubject: " + POLYGLOT + "\r\nMessage-ID: <" + UUID.randomUUID() + "@x>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Lunch? "
                + POLYGLOT + "</p>\r\n--b\r\nContent-Type: text/plain; name=\"" + POLYGLOT.replaceAll("[\"\\\\]", "")
                + ".txt\"\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--\r\n";
        given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .contentType("message/rfc822")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    private static void byProgram() {
        given().contentType("application/json")
                .body(Map.of(
                        "text", "A locker? " + POLYGLOT, "name", NAME, "email", UUID.randomUUID() + "@family.example"))
                .post("/api/inquiries")
                .then()
                .statusCode(201);
    }

    /** What somebody at the desk may type and keep. */
    private void atTheDesk(long number) {
        var aCase = "/desk/inquiries/" + number;
        kept(aCase + "/notes", Map.of("text", POLYGLOT));
        kept(aCase + "/replies", Map.of("text", POLYGLOT, "channel", "WEB"));
        kept(aCase + "/promises", Map.of("text", NAME, "by", "2099-01-04"));
        kept(aCase + "/consultations", Map.of("department", "nutrition", "question", POLYGLOT));
        kept("/desk/calls", Map.of("whom", "new", "name", NAME, "text", POLYGLOT, "language", "en"));
        kept("/desk/snippets", Map.of("title", SHORT, "text", POLYGLOT, "language", "en"));
        kept("/desk/views", Map.of("name", SHORT, "query", "view=all&q=" + NAME));
        kept("/desk/settings/calendar", Map.of("day", "other", "date", "2099-01-05", "how", "closed", "why", NAME));
        kept("/desk/settings/keys", Map.of("name", SHORT, "scope", "inquiries:create", "days", "30"));
        kept("/desk/settings/rules/trials", Map.of("name", "rules.yml", "text", POLYGLOT));
        kept("/desk/records/holds", Map.of("number", "" + number, "reason", POLYGLOT));
        kept("/desk/records/releases", Map.of("recipient", NAME, "words", "oNcliCk"));
        kept(
                "/desk/records/disclosures",
                Map.of(
                        "number", "" + number,
                        "on", "2026-11-02",
                        "recipient", NAME,
                        "interest", POLYGLOT,
                        "records", POLYGLOT));
        kept(
                "/desk/settings/staff",
                Map.of("name", SHORT, "email", UUID.randomUUID() + "@maple.example", "role", "admin"));
        // Last, as the page then shows it beside everything else.
        typed(aCase + "/draft/reply", Map.of("text", POLYGLOT));
    }

    /** What forms give back because it cannot be kept. */
    private List<String> refusals(long number) {
        var aCase = "/desk/inquiries/" + number;
        return List.of(
                refused(aCase + "/department", Map.of("department", NAME, "reason", POLYGLOT)),
                refused(aCase + "/merged", Map.of("typed", NAME)),
                refused(aCase + "/tags", Map.of("tags", NAME)),
                refused("/desk/views", Map.of("name", POLYGLOT, "query", "view=all&q=" + NAME)),
                refused("/desk/snippets", Map.of("title", POLYGLOT, "text", POLYGLOT, "language", "en")),
                refused("/desk/answers/new", Map.of("title", NAME, "text", POLYGLOT, "question", NAME)),
                refused("/desk/settings/keys", Map.of("name", POLYGLOT)),
                refused("/desk/settings/webhooks", Map.of("url", "https://hooks.maple.example/" + NAME)),
                refused("/desk/settings/confidential", Map.of("number", NAME, "reason", POLYGLOT)),
                refused("/desk/insight/goals", Map.of("measure", NAME, "year", "2026", "target", NAME)),
                refused("/desk/records/holds", Map.of("number", "" + number, "words", NAME, "reason", POLYGLOT)),
                refused("/desk/records/disclosures", Map.of("number", NAME, "on", NAME, "recipient", NAME)),
                refused("/desk/settings/staff", Map.of("name", POLYGLOT, "email", NAME, "role", "admin")));
    }

    private void kept(String path, Map<String, String> form) {
        assertThat(typed(path, form).statusCode()).as(path).isLessThan(400);
    }

    private String refused(String path, Map<String, String> form) {
        var response = typed(path, form);
        assertThat(response.statusCode()).as(path).isBetween(400, 499);
        return response.asString();
    }

    private Response typed(String path, Map<String, String> form) {
        var sent = TestStaff.browser().cookie("rightdoor-session", admin);
        if (path.endsWith("/trials")) form.forEach(sent::multiPart);
        else sent.formParams(form);
        return sent.post(path);
    }

    private static void surveyed(long number) {
        var token = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        TestStaff.sql(
                "insert into survey (inquiry_number, token, sent_at) values (?, ?, now())"
                        + " on conflict (inquiry_number) do update set token = excluded.token",
                number,
                token);
        TestStaff.browser()
                .formParam("courtesy", "2")
                .formParam("comment", POLYGLOT)
                .post("/survey/" + token)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(400));
    }

    /** All that an administrator can open without knowing a number. */
    private static List<String> desk() {
        return RouteTable.read().lines().keySet().stream()
                .filter(route -> route.method().equals("GET") && route.path().startsWith("/desk"))
                .map(Route::path)
                .filter(path ->
                        !path.contains("{") && !path.matches("/desk/(events|answers/export)|.*\\.(csv|pdf|tsv)"))
                .toList();
    }

    private static String trust(String link) {
        return OwnBrowser.cookie(link.replaceAll(".*/", "")).replaceAll("^[^=]*=|;.*", "");
    }
}
