package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rightdoor.access.TestKeys;
import org.rightdoor.people.Staff;

/** Every page in a real browser: usable by everyone, in both colour schemes, from a small phone to a desktop. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String QUESTION =
            "Hello, bus 14 did not come this morning and my son waited for 40 minutes in the rain, he is scared now. Does it come tomorrow?";

    private static final String TWO_MATTERS =
            "The school bus was late again this morning. Also, how do I put money on her lunch account?";

    /** {@code -Dscreenshots=true} keeps a picture of every page, for people to look at. */
    private static final boolean TO_BE_LOOKED_AT = Boolean.getBoolean("screenshots");

    /** What a page of the desk may weigh with all that it loads, compressed, in bytes; its style sheet alone weighs something. */
    private static final int HEAVIEST = 100_000;

    private static final int LIGHTEST = 5_000;

    /** The innermost of what reaches beyond the page without being cut off by something that scrolls. */
    private static final String REACHES_OUT =
            """
            [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > innerWidth && !one.closest('.wide'))
                .map((one) => one.outerHTML.slice(0, 200))
                .pop()""";

    private Chromium browser;

    @BeforeAll
    void open() {
        browser = new Chromium();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void A_family_asks_and_staff_answer_with_a_pages_own_means() {
        try (var family = context(1280, ColorScheme.LIGHT, false);
                var desk = context(1280, ColorScheme.LIGHT, false)) {
            var asking = ask(family, QUESTION);
            assertThat(asking.locator("h1").textContent()).contains("Case #");
            var number = asking.locator("h1").textContent().replaceAll("(?s).*#(\\d+).*", "$1");

            var answering = logIn(desk);
            answering.fill("#q", number);
            answering.click("text=Show");
            answering.click(".inbox .subject");
            answering.fill("#text", "I am sorry. A bus comes tomorrow at 7:10.");
            answering.click("text=Send answer");
            assertThat(answering.locator("[role=status]").textContent()).contains("on its way");

            asking.reload();
            assertThat(asking.locator(".conversation").textContent()).contains("A bus comes tomorrow at 7:10.");
            asking.fill("#text", "Thank you, that helps a lot.");
            asking.click("text=Send");
            asking.click("text=This is solved");
            assertThat(asking.locator("h1").textContent()).contains("Solved");
        }
    }

    @Test
    void What_is_being_typed_survives_a_reload_until_it_has_been_taken() {
        try (var context = context(1280, ColorScheme.LIGHT, true)) {
            var page = context.newPage();
            page.navigate(TestDistrict.PUBLIC_URL);
            page.locator("#text").pressSequentially("Where is bus 14?");
            page.reload();
            assertThat(page.inputValue("#text")).isEqualTo("Where is bus 14?");
            page.click("text=Send my question");
            page.waitForURL("**/cases/**");
            page.navigate(TestDistrict.PUBLIC_URL);
            assertThat(page.inputValue("#text")).isEmpty();
        }
    }

    @Test
    void A_call_is_written_down_while_the_page_finds_the_person_and_where_it_goes() {
        try (var context = context(1280, ColorScheme.LIGHT, true)) {
            var asked = ask(context, QUESTION).locator("h1").textContent().replaceAll("(?s).*#(\\d+).*", "$1");
            var page = logIn(context);
            page.click("text=Call or visit");
            page.locator("#sought").pressSequentially("ana ruiz");
            page.click("input[value='case:" + asked + "']");
            page.locator("#text").pressSequentially("She asks about bus 14 again, it did not come.");
            page.waitForSelector("#suggested strong");
            assertThat(page.textContent("#suggested")).contains("Transportation");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("call-typed.png"))
                    .setFullPage(true));
            page.click("button:text('Write down')");
            assertThat(page.textContent("[role=status]")).contains("Written down: Case #" + asked);
            assertThat(page.inputValue("#text")).isEmpty();
        }
    }

    @Test
    void A_snow_day_is_declared_in_two_clicks_and_every_page_says_so_until_it_is_taken_back() {
        try (var desk = context(1280, ColorScheme.LIGHT, false);
                var phone = context(320, ColorScheme.DARK, false)) {
            var page = logIn(desk);
            page.click("text=Calendar");
            page.click("text=Declare it");
            assertThat(page.textContent("[role=status]")).contains("Declared.");
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("calendar-declared.png")));

            var family = phone.newPage();
            family.navigate(TestDistrict.PUBLIC_URL + "/?lang=ar");
            assertThat(family.textContent(".closed-day")).contains("مغلق");
            family.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("closed-day-arabic.png")));

            page.click("text=Take back");
            family.reload();
            assertThat(family.locator(".closed-day").count()).isZero();
        }
    }

    @Test
    void Every_page_is_free_of_barriers_and_of_sideways_scrolling() {
        var troubles = new ArrayList<String>();
        try (var context = context(1280, ColorScheme.LIGHT, true)) {
            var page = logIn(context);
            pages(context).forEach((name, address) -> {
                var status = page.navigate(address).status();
                if (status >= 500) troubles.add(name + " failed with " + status);
                for (var width : List.of(320, 1280)) {
                    page.setViewportSize(width, 800);
                    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                        look(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT), scheme, troubles);
                    }
                }
            });
        }
        assertThat(troubles).isEmpty();
    }

    private static void look(Page page, String name, ColorScheme scheme, List<String> troubles) {
        if (TO_BE_LOOKED_AT) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
        }
        var overflow = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (overflow > 0) troubles.add(name + " scrolls sideways by " + overflow + " " + page.evaluate(REACHES_OUT));
        Chromium.axe(page, scheme)
                .analyze()
                .getViolations()
                .forEach(violation -> troubles.add(name + ": " + violation.getHelp() + " "
                        + violation.getNodes().get(0).getHtml()));
    }

    @Test
    void No_page_of_the_desk_weighs_more_than_it_may() {
        var weights = new TreeMap<String, Integer>();
        try (var context = context(1280, ColorScheme.LIGHT, true)) {
            var scales = new Scales(TestDistrict.PUBLIC_URL, TestStaff.session(TestStaff.hire(Staff.ADMIN)));
            pages(context).forEach((name, address) -> {
                if (address.contains("/desk")) weights.put(name, scales.weigh(address));
            });
        }
        var heaviest =
                weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        System.out.printf("the heaviest of %d pages is %s%n", weights.size(), heaviest);
        assertThat(weights)
                .isNotEmpty()
                .allSatisfy((name, bytes) -> assertThat(bytes).as(name).isBetween(LIGHTEST, HEAVIEST));
    }

    private Map<String, String> pages(BrowserContext context) {
        var mine = ask(context, QUESTION);
        var answered = ask(context, "When is the next school board meeting?").url();
        var two = ask(context, TWO_MATTERS);
        var numberOfTwo = two.locator("h1").textContent().replaceAll("(?s).*#(\\d+).*", "$1");
        var number = mine.locator("h1").textContent().replaceAll("(?s).*#(\\d+).*", "$1");
        teach(number);
        comeAgain(number, numberOfTwo);
        var paths = new LinkedHashMap<String, String>();
        for (var page : List.of(
                "ask /",
                "ask-spanish /?lang=es",
                "ask-chinese /?lang=zh",
                "topic-arabic /topics/bus-late?lang=ar",
                "ask-arabic /?lang=ar",
                "topic /topics/bus-late?lang=en",
                "topics /topics?lang=en",
                "answer /answers/bus-late-where?lang=en",
                "answer-that-did-not-help /answers/bus-late-where?lang=en&said=no",
                "answer-arabic /answers/bus-late-where?lang=ar",
                "search /search?q=lunch&lang=en",
                "search-in-vain /search?q=zzqx&lang=en",
                "no-such-page /nowhere",
                "no-such-case /cases/none",
                "login /login?failed=true",
                "login-refused /login/refused",
                "login-left /login/left",
                "welcome /welcome/" + invitation(),
                "account /account",
                "account-app /account/app",
                "account-passkey /account/passkey",
                "log-in-of-a-colleague /staff/" + colleague() + "/log-in",
                "inbox /desk",
                "snippets /desk/snippets",
                "inbox-empty /desk?q=nothing-is-like-this",
                "inbox-found /desk?q=bus&contacts=1",
                "views /desk/views?query=view%3Dwaiting",
                "case /desk/inquiries/" + number,
                "case-printed /desk/inquiries/" + number + "/print",
                "mentions /desk/mentions",
                "alerts /desk/alerts",
                "alert /desk/alerts/" + alert(number),
                "safety /desk/settings/safety",
                "bulk-assign /desk/bulk/assign?number=" + number + "&number=" + numberOfTwo,
                "bulk-hand-over /desk/bulk/hand-over?number=" + number + "&number=" + numberOfTwo,
                "bulk-snooze /desk/bulk/snooze?number=" + number,
                "bulk-reply /desk/bulk/reply?number=" + number + "&number=" + numberOfTwo,
                "bulk-resolve /desk/bulk/resolve?number=" + number,
                "held /desk/quarantine",
                "call /desk/calls/new",
                "case-of-two-matters /desk/inquiries/" + numberOfTwo,
                "answers /desk/answers",
                "insight /desk/insight",
                "insight-narrow /desk/insight?period=91&topic=bus-late&measure=first-answer&by=school",
                "insight-cases /desk/insight/cases",
                "insight-goals /desk/insight/goals",
                "exports /desk/insight/exports?from=2026-08-24",
                "questions /desk/insight/questions",
                "promises /promises?lang=en",
                "promises-arabic /promises?lang=ar",
                "due /desk/promises",
                "away /desk/away",
                "go /desk/go?q=ruiz",
                "me /desk/me",
                "help /desk/help",
                "tour-1 /desk/tour/1",
                "tour-3 /desk/tour/3",
                "tour-over /desk/tour/6",
                "answer-new /desk/answers/new",
                "answer-whole /desk/answers/bus-late-where",
                "answer-edit /desk/answers/bus-late-where/edit",
                "departments /desk/settings/departments",
                "rules /desk/settings/rules",
                "calendar /desk/settings/calendar",
                "settings /desk/settings",
                "learned /desk/settings/learned",
                "settings-texts /desk/settings/texts",
                "records /desk/records",
                "holds /desk/records/holds",
                "retention /desk/records/retention",
                "disclosures /desk/records/disclosures",
                "people-of-records /desk/records/people",
                "case-of-records /desk/records/cases/" + number,
                "person-of-records /desk/records/people/"
                        + TestStaff.number("select person_id from inquiry where number = ?", Long.valueOf(number)),
                "questions-of-all-times /desk/insight/questions?days=36500",
                "trial-overtaken " + overtaken(),
                "releases /desk/records/releases",
                "staff /desk/settings/staff",
                "one-of-staff /desk/settings/staff/" + TestStaff.number("select min(id) from staff where active"),
                "keys /desk/settings/keys",
                "webhooks /desk/settings/webhooks",
                "webhook /desk/settings/webhooks/" + webhook(),
                "look /desk/settings/confidential",
                "who-sees-it /desk/inquiries/" + number + "/confidential",
                "approvals /desk/approvals",
                "proposal /desk/inquiries/" + number + "/proposals/" + proposal(number),
                "case-of-files /desk/inquiries/" + PicturedMail.push(),
                "survey /survey/" + survey(numberOfTwo) + "/4?lang=en",
                "survey-arabic /survey/" + survey(numberOfTwo) + "?lang=ar&done=said",
                "case-in-doubt /desk/inquiries/" + doubtful())) {
            var nameAndPath = page.split(" ");
            paths.put(nameAndPath[0], TestDistrict.PUBLIC_URL + nameAndPath[1]);
        }
        paths.put("my-case", mine.url());
        paths.put("my-case-answered", answered);
        paths.put("my-case-of-two-matters", two.url());
        return paths;
    }

    /** One text by which nothing is read, and a version that was refused: the page of what was learned has all its parts. */
    private static void teach(String number) {
        TestStaff.sql(
                """
                insert into learned_text (contact_id, text, language, from_topic, topic, kind, at, author, set_aside_by)
                select id, text || inquiry_number, 'en', 'bus-lost-item', 'bus-late', 'HANDED_OVER', now(), 'Kim Lee', 1
                from contact where inquiry_number = ?""",
                Long.valueOf(number));
        TestStaff.sql(
                """
                insert into model_version (state, author, made_at, decided_at, accuracy_before, accuracy, held_out)
                values ('REFUSED', 'Kim Lee', now(), now(), 0.812, 0.797, 1604)""");
    }

    /** One that nobody has closed. */
    private static long alert(String number) {
        return TestStaff.number(
                """
                insert into alert (inquiry_number, category, words, confidence, raised_by, at)
                values (?, 'self-harm', '{"nobody would miss me"}', 0.93, 'RightDoor', now()) returning id""",
                Long.valueOf(number));
    }

    /** An answer that waits for approval, and a key of a program for the list of keys. */
    private static long proposal(String number) {
        TestKeys.key(TestKeys.EVERYTHING, "transportation,nutrition");
        return TestStaff.number(
                """
                insert into proposal (inquiry_number, text, channels, author, staff_id, at, state)
                select ?, 'The bus comes at 7:40 from tomorrow on.', '{WEB}', 'Kim Lee', min(id), now(), 'WAITING' from staff
                returning id""",
                Long.valueOf(number));
    }

    /** A question of two cases, which somebody has also brought for the third time. */
    private static void comeAgain(String one, String other) {
        TestStaff.sql(
                """
                with made as (insert into question_group (topic, of_staff, middle, weight)
                         values ('bus-no-show', false, '{1}', 2) returning id),
                placed as (insert into question (inquiry_number, group_id, likeness, given)
                           select number, made.id, 0.9, false from made, inquiry where number in (?, ?)
                           on conflict (inquiry_number) do update set group_id = excluded.group_id)
                insert into root_cause (group_id, person_id, department, inquiry_number, times)
                select made.id, i.person_id, i.department, i.number, 3 from made, inquiry i where i.number = ?""",
                Long.valueOf(one), Long.valueOf(other), Long.valueOf(one));
    }

    /** Edited rules that were tried out over others than are in force now. */
    private static String overtaken() {
        var trial = TestStaff.admin()
                .multiPart("name", "never-answer.yml")
                .multiPart("text", "topics: []\nwords: []\n")
                .post("/desk/settings/rules/trials")
                .header("Location");
        TestStaff.sql(
                "update rules_trial set tried_over = 'others', state = 'DONE' where id = ?",
                trial.replaceAll(".*/", ""));
        return trial.replaceAll("^https?://[^/]+", "");
    }

    /** An address outside with a message that arrived and one that did not. */
    private static long webhook() {
        return TestStaff.number(
                """
                with made as (insert into webhook (url, secret, created_by, off_at)
                              values ('https://example.org/rightdoor', '', 'Kim Lee', now()) returning id),
                sent as (insert into webhook_delivery (webhook_id, message, type, body, state, attempts, error)
                         select id, 'evt_' || n, 'case.opened', '{"type":"case.opened"}',
                                case n when 1 then 'DELIVERED' else 'FAILED' end, n, case n when 2 then 'It answered 500.' end
                         from made, generate_series(1, 2) n)
                select id from made""");
    }

    /** The family was asked how the help was; the result opens the questions. */
    private static String survey(String number) {
        TestStaff.sql(
                """
                insert into survey (inquiry_number, token, sent_at) values (?, gen_random_uuid()::text, now())
                on conflict do nothing""",
                Long.valueOf(number));
        return TextingFamily.one("select token from survey where inquiry_number = " + number);
    }

    /** A case of somebody who may want no more texts, as somebody before that plainly did. */
    private static long doubtful() {
        var family = new TextingFamily();
        family.texts("STOP");
        family.texts("START");
        family.texts("The late bus left without my daughter, who was at practice until five.");
        family.texts("please stop texting me");
        return family.inquiry();
    }

    private static Page ask(BrowserContext context, String question) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL + "/?lang=en");
        page.fill("#text", question);
        page.fill("#name", "Ana Ruiz");
        page.fill("#email", UUID.randomUUID() + "@family.example");
        page.click("text=Send my question");
        page.waitForURL("**/cases/**");
        return page;
    }

    private static Page logIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        page.fill("#j_username", TestStaff.hire(Staff.ADMIN));
        page.fill("#j_password", TestStaff.PASSWORD);
        page.click("main button");
        return page;
    }

    private static long colleague() {
        return TestStaff.number("select id from staff where email = ?", TestStaff.hire(Staff.AGENT, "transportation"));
    }

    private static String invitation() {
        var invitation = UUID.randomUUID().toString();
        TestStaff.sql(
                "insert into staff (email, name, roles, invitation, invitation_expires)"
                        + " values (?, 'Kim Lee', 'agent', ?, now() + interval '1 day')",
                invitation + "@maple.example",
                invitation);
        return invitation;
    }

    private BrowserContext context(int width, ColorScheme scheme, boolean javaScript) {
        return browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        // A colour that is still changing is no colour to judge.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(javaScript)
                        .setLocale("en-US"));
    }
}
