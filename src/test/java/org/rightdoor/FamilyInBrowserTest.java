package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.channel.web.Crowd;
import org.rightdoor.channel.web.Crowd.Press;

/** Families in a real browser: in their language, by keyboard alone, without script, at four times the size. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class FamilyInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String BUS =
            "Bus 14 did not come this morning and my son waited in the rain. Does it come tomorrow?";

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
    void A_spanish_speaking_parent_asks_about_the_bus_and_gets_the_approved_spanish_answer() {
        try (var context = context(390, 844, ColorScheme.LIGHT, true, "es-MX")) {
            var page = ask(context, "", "El autobús viene tarde esta mañana, ¿dónde está?");

            assertThat(page.textContent(".conversation"))
                    .contains("Respuesta automática, aprobada por el distrito")
                    .contains("Puede ver por dónde viene el autobús en la aplicación MapleRide.");
        }
    }

    @Test
    void An_anonymous_student_and_a_counsellor_exchange_four_messages() {
        try (var student = context(390, 844, ColorScheme.DARK, true, "en-US");
                var office = context(1280, 800, ColorScheme.LIGHT, true, "en-US")) {
            var page = student.newPage();
            page.navigate(TestDistrict.PUBLIC_URL);
            page.fill(
                    "#text",
                    "I feel alone at school and would like to talk to a counselor. I do not want to give my name.");
            page.click("form.ask [type=submit], form.ask .send button");
            page.waitForURL("**/cases/**");
            assertThat(page.textContent("main")).contains("this link alone opens the case");

            var desk = logIn(office);
            answer(desk, number(page), "Thank you for writing. Would you like to come by, or to go on here?");
            page.reload();
            assertThat(page.textContent(".conversation")).contains("come by, or to go on here");
            add(page, "Here is fine. Can I talk to somebody tomorrow?");
            answer(desk, number(page), "Of course: tomorrow at ten, in room 12.");
            page.reload();
            assertThat(page.textContent(".conversation")).contains("in room 12");
            add(page, "Thank you. I will come.");
            assertThat(page.locator(".said").count()).isGreaterThanOrEqualTo(5);
        }
    }

    @ParameterizedTest(name = "{2} at {0} pixels, {1}")
    @CsvSource({"320, LIGHT, ar", "320, DARK, es", "1280, LIGHT, es", "1280, DARK, ar"})
    void Every_page_of_a_family_is_free_of_barriers_in_its_language(int width, ColorScheme scheme, String language) {
        var troubles = new ArrayList<String>();
        // 1280 by 1024 pixels at 400 % are 320 by 256 (WCAG 2.1, 1.4.10).
        try (var context = context(width, width == 320 ? 256 : 800, scheme, true, language);
                var other = context(width, 800, scheme, true, language)) {
            pick(context, language);
            pick(other, language);
            var page = ask(context, UUID.randomUUID() + "@family.example", "When is the next school board meeting?");
            page.locator(".taps button").nth(3).click();
            look(page, "my-case", width, scheme, language, troubles);
            var second = other.newPage();
            second.navigate(page.url());
            look(second, "second-device", width, scheme, language, troubles);
            second.locator(".confirm button").first().click();
            second.waitForSelector("#code");
            second.fill("#code", "12");
            second.locator(".confirm button").first().click();
            look(second, "code", width, scheme, language, troubles);
            for (var path : List.of("/", "/topics/bus-late", "/cases/none", "/nowhere")) {
                page.navigate(TestDistrict.PUBLIC_URL + path);
                if (path.equals("/")) page.click(".languages summary");
                look(page, "page" + path.replace('/', '-'), width, scheme, language, troubles);
            }
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void Everything_is_done_by_keyboard_alone() {
        try (var context = context(1280, 800, ColorScheme.LIGHT, true, "en-US")) {
            var page = context.newPage();
            page.navigate(TestDistrict.PUBLIC_URL);
            tabTo(page, ".languages summary");
            page.keyboard().press("Enter");
            tabTo(page, ".languages a[lang=en]");
            page.keyboard().press("Enter");
            page.waitForURL("**lang=en");
            tabTo(page, "form.ask textarea");
            page.keyboard().type("When is the next school board meeting?");
            tabTo(page, "form.ask .send button");
            page.keyboard().press("Enter");
            page.waitForURL("**/cases/**");
            tabTo(page, ".taps button:nth-child(5)");
            page.keyboard().press("Enter");
            page.waitForSelector("text=You gave 5 of 5.");
            tabTo(page, "#add textarea");
            page.keyboard().type("Thank you.");
            tabTo(page, "#add button");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Your message has been added.");
        }
    }

    @Test
    void Everything_is_done_without_script() {
        try (var context = context(320, 640, ColorScheme.LIGHT, false, "en-US")) {
            var page = ask(context, UUID.randomUUID() + "@family.example", BUS);
            add(page, "It is still not here.");
            page.click("text=This is solved");
            page.click("text=I still need help");
            assertThat(page.textContent("main")).contains("It is still not here.");
            page.navigate(TestDistrict.PUBLIC_URL);
            page.click(".languages summary");
            page.click(".languages a[lang=vi]");
            assertThat(page.textContent("h1")).isEqualTo("Chúng tôi có thể giúp gì cho quý vị?");
        }
    }

    @Test
    void In_a_crowd_the_browser_works_for_a_question_and_without_script_a_person_looks_first() {
        QuarkusMock.installMockForType(new BusyDistrict(Press.BUSY), Crowd.class);
        try (var context = context(390, 844, ColorScheme.LIGHT, true, "en-US");
                var plain = context(390, 844, ColorScheme.LIGHT, false, "en-US")) {
            assertThat(ask(context, "", BUS + "\nGracias, señora — 谢谢").textContent("h1"))
                    .contains("Case #");

            var held = ask(plain, "", BUS);
            assertThat(held.textContent("h1")).isEqualTo("A person looks at this first");
            var desk = logIn(context);
            desk.click("text=Held");
            shoot(desk, "held");
            assertThat(new AxeBuilder(desk).analyze().getViolations()).isEmpty();
        }
    }

    private static void pick(BrowserContext context, String language) {
        try (var page = context.newPage()) {
            page.navigate(TestDistrict.PUBLIC_URL + "/?lang=" + language);
        }
    }

    private static void look(
            Page page, String what, int width, ColorScheme scheme, String language, List<String> troubles) {
        var name = String.join(
                "-", what, language, Integer.toString(width), scheme.name().toLowerCase(Locale.ROOT));
        shoot(page, name);
        var overflow = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (overflow > 0) troubles.add(name + " scrolls sideways by " + overflow);
        if (!page.getAttribute("html", "lang").equals(language)) troubles.add(name + " is in another language");
        Chromium.axe(page, scheme)
                .analyze()
                .getViolations()
                .forEach(violation -> troubles.add(name + ": " + violation.getHelp() + " "
                        + violation.getNodes().get(0).getHtml()));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static void tabTo(Page page, String selector) {
        for (var presses = 0; presses < 80; presses++) {
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    private static Page ask(BrowserContext context, String email, String question) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL);
        page.fill("#text", question);
        if (!email.isEmpty()) page.fill("#email", email);
        page.click("form.ask .send button");
        page.waitForSelector(".mycase, .problem");
        return page;
    }

    private static void add(Page page, String text) {
        page.fill("#add textarea", text);
        page.click("#add button");
        page.waitForSelector("[role=status]");
    }

    private static void answer(Page desk, String number, String text) {
        desk.navigate(TestDistrict.PUBLIC_URL + "/desk/inquiries/" + number);
        desk.fill("#text", text);
        desk.click("button:text-is('Send answer')");
        desk.waitForSelector(".notice.done");
    }

    private static String number(Page page) {
        return page.textContent("h1").replaceAll("(?s).*#(\\d+).*", "$1");
    }

    private static Page logIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        page.fill("#j_username", TestStaff.hire(org.rightdoor.people.Staff.ADMIN));
        page.fill("#j_password", TestStaff.PASSWORD);
        page.click("main button");
        return page;
    }

    private BrowserContext context(int width, int height, ColorScheme scheme, boolean script, String locale) {
        return browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(script)
                        .setLocale(locale));
    }
}
