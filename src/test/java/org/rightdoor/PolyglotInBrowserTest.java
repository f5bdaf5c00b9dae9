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
        atTheDesk(number);
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
            var latest = TestStaff.number("select max(number) from inquiry");
            for (var one = latest; one > latest - 4; one--) look(page, "/desk/inquiries/" + one, seen);
        }
        assertThat(seen).as("pages that show what was typed").hasSizeGreaterThan(6);
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

    private static void look(Page page, String path, List<String> seen) {
        page.navigate(TestDistrict.PUBLIC_URL + path);
        assertThat(page.evaluate("() => window.alive ?? 0")).as(path).isEqualTo(0);
        assertThat(page.locator("img[src='x'], svg[onload]").count()).as(path).isZero();
        // A click on whatever carries the text must do nothing either.
        var links = page.locator("a[href^='javascript' i], [onclick]").count();
        assertThat(links).as(path).isZero();
        if (page.content().contains("oNcliCk")) seen.add(path);
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

    private void atTheDesk(long number) {
        for (var path : List.of("/notes", "/replies")) {
            TestStaff.browser()
                    .cookie("rightdoor-session", admin)
                    .formParam("text", POLYGLOT)
                    .formParam("channel", "WEB")
                    .post("/desk/inquiries/" + number + path)
                    .then()
                    .statusCode(org.hamcrest.Matchers.lessThan(500));
        }
        TestStaff.browser()
                .cookie("rightdoor-session", admin)
                .formParam("name", NAME)
                .formParam("email", UUID.randomUUID() + "@maple.example")
                .formParam("role", "admin")
                .post("/desk/settings/staff")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(500));
    }

    private static String trust(String link) {
        return OwnBrowser.cookie(link.replaceAll(".*/", "")).replaceAll("^[^=]*=|;.*", "");
    }
}
