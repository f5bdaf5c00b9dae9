package org.rightdoor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
        var refusals = atTheDesk(number);
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
        assertThat(seen).as("pages that show what was typed").hasSizeGreaterThan(20);
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
        if (page.content().contains("oNcliCk")) seen.add(path);
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

    /** Everything that somebody at the desk may type, and what a form shows of it where it refuses. */
    private List<String> atTheDesk(long number) {
        var aCase = "/desk/inquiries/" + number;
        return List.of(
                typed(aCase + "/notes", Map.of("text", POLYGLOT)),
                typed(aCase + "/replies", Map.of("text", POLYGLOT, "channel", "WEB")),
                typed(aCase + "/draft/reply", Map.of("text", POLYGLOT)),
                typed(aCase + "/tags", Map.of("tags", "<svg/onload=" + ALIVE + ">, oNcliCk")),
                typed(aCase + "/promises", Map.of("text", NAME, "by", "2099-01-04")),
                typed(aCase + "/consultations", Map.of("department", "nutrition", "question", POLYGLOT)),
                typed(aCase + "/department", Map.of("department", NAME, "reason", POLYGLOT)),
                typed(aCase + "/merged", Map.of("typed", NAME)),
                typed("/desk/calls", Map.of("whom", "new", "name", NAME, "text", POLYGLOT, "language", "en")),
                typed("/desk/calls/new", Map.of("text", POLYGLOT, "name", NAME, "sought", NAME)),
                typed("/desk/snippets", Map.of("title", NAME, "text", POLYGLOT, "language", "en")),
                typed("/desk/views", Map.of("name", NAME, "query", "view=all&q=" + NAME)),
                typed("/desk/answers/new", Map.of("title", NAME, "text", POLYGLOT, "question", NAME)),
                typed(
                        "/desk/settings/calendar",
                        Map.of("day", "other", "date", "2099-01-05", "how", "closed", "why", NAME)),
                typed("/desk/settings/keys", Map.of("name", NAME, "scope", "cases", "days", "30")),
                typed("/desk/settings/webhooks", Map.of("url", "https://hooks.maple.example/" + NAME)),
                typed("/desk/settings/rules/trials", Map.of("name", "rules.yml", "text", POLYGLOT)),
                typed("/desk/settings/departments/transportation", Map.of("owner", NAME, "fallback", NAME)),
                typed("/desk/settings/confidential", Map.of("number", NAME, "reason", POLYGLOT)),
                typed("/desk/insight/goals", Map.of("measure", NAME, "year", "2026", "target", NAME)),
                typed("/desk/records/holds", Map.of("number", "" + number, "words", NAME, "reason", POLYGLOT)),
                typed("/desk/records/releases", Map.of("recipient", NAME, "words", "oNcliCk")),
                typed(
                        "/desk/records/disclosures",
                        Map.of(
                                "number", "" + number,
                                "on", "2026-11-02",
                                "recipient", NAME,
                                "interest", POLYGLOT,
                                "records", POLYGLOT)),
                typed("/desk/records/disclosures", Map.of("number", NAME, "on", NAME, "recipient", NAME)),
                typed(
                        "/desk/settings/staff",
                        Map.of("name", NAME, "email", UUID.randomUUID() + "@maple.example", "role", "admin")));
    }

    private String typed(String path, Map<String, String> form) {
        var sent = TestStaff.browser().cookie("rightdoor-session", admin);
        if (path.endsWith("/trials")) form.forEach(sent::multiPart);
        else sent.formParams(form);
        var response = sent.post(path);
        assertThat(response.statusCode()).as(path).isLessThan(500);
        return response.contentType().startsWith("text/html") ? response.asString() : "";
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
