package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking a question in a real browser: what a family sees while it types, and what becomes of it when things go wrong. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class AskingInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** What moves without a finger having moved it, since the page was opened; 0 is still, 0.1 is felt. */
    private static final String LAYOUT_SHIFT =
            """
            new Promise(done => new PerformanceObserver(shifts => done(shifts.getEntries()
                .filter(shift => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0)))
                .observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))""";

    private Chromium browser;

    @BeforeAll
    void open() {
        browser = new Chromium();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest(name = "{1} at {0} pixels")
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void While_a_family_types_it_sees_who_will_answer_and_what_is_answered_already(int width, ColorScheme scheme) {
        try (var context = context(width, scheme)) {
            var page = landing(context);
            photograph(page, "landing", width, scheme);
            assertThat(page.isVisible("#email")).isFalse();
            page.locator("#text").pressSequentially("Where is my child's bus?");
            // What is shown while half of it is typed may name another office, or none.
            page.waitForSelector(".likely .goes:has-text('This goes to Transportation.')");
            assertThat(page.textContent(".likely")).contains("Answers within 1 open day");
            assertThat(page.isVisible("#email")).isTrue();
            photograph(page, "landing-typed", width, scheme);
            assertThat((Number) page.evaluate(LAYOUT_SHIFT))
                    .extracting(Number::doubleValue)
                    .matches(shift -> shift < 0.02, "hardly moves");
            page.click(".likely summary");
            assertThat(page.textContent(".likely details[open]")).contains("MapleRide");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void All_that_was_typed_survives_a_reload() {
        try (var context = context(1280, ColorScheme.LIGHT)) {
            var page = landing(context);
            page.fill("#text", "Where is bus 14?");
            page.fill("#name", "Ana Ruiz");
            page.fill("#email", "ana@family.example");
            page.selectOption("#school", "maple-elementary");
            page.reload();
            assertThat(page.inputValue("#text")).isEqualTo("Where is bus 14?");
            assertThat(page.inputValue("#name")).isEqualTo("Ana Ruiz");
            assertThat(page.inputValue("#email")).isEqualTo("ana@family.example");
            assertThat(page.inputValue("#school")).isEqualTo("maple-elementary");
        }
    }

    @Test
    void A_question_sent_into_a_lost_connection_is_kept_and_sent_once_when_it_is_back() {
        try (var context = context(320, ColorScheme.LIGHT)) {
            var page = landing(context);
            var question = "Where is bus 14? " + UUID.randomUUID();
            page.fill("#text", question);
            context.setOffline(true);
            page.click("text=Send my question");
            page.waitForSelector("[data-away]:not([hidden])");
            assertThat(page.inputValue("#text")).isEqualTo(question);
            photograph(page, "landing-offline", 320, ColorScheme.LIGHT);
            context.setOffline(false);
            page.waitForURL("**/cases/**");
            assertThat(page.textContent(".conversation")).contains(question);
            page.navigate(TestDistrict.PUBLIC_URL);
            assertThat(page.inputValue("#text")).isEmpty();
        }
    }

    @Test
    void On_paper_an_answer_has_its_address_and_nothing_to_press() {
        try (var context = context(1280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(TestDistrict.PUBLIC_URL + "/answers/bus-late-where?lang=en");
            assertThat(page.isVisible(".onpaper")).isFalse();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.textContent(".onpaper")).isEqualTo(TestDistrict.PUBLIC_URL + "/answers/bus-late-where");
            assertThat(page.isVisible(".onpaper")).isTrue();
            assertThat(page.isVisible(".helped")).isFalse();
            assertThat(page.isVisible(".ask")).isFalse();
            photograph(page, "answer-on-paper", 1280, ColorScheme.LIGHT);
        }
    }

    /** Three views on two screens in both schemes, as {@code docs/images} shows them. */
    @EnabledIfSystemProperty(named = "screenshots", matches = "true", disabledReason = "only takes pictures")
    @ParameterizedTest(name = "{1} on a {0}")
    @CsvSource({"phone, LIGHT", "phone, DARK", "desktop, LIGHT", "desktop, DARK"})
    void The_documents_show_the_pages_as_they_are(String screen, ColorScheme scheme) {
        try (var context = context(screen.equals("phone") ? 390 : 1280, scheme)) {
            var page = landing(context);
            page.locator("#text").pressSequentially("Where is my child's bus?");
            page.waitForSelector(".likely .goes");
            show(page, "asking", screen, scheme);
            page.click(".likely summary");
            page.click(".likely details[open] a:text('Open this answer')");
            page.waitForURL("**/answers/**");
            show(page, "answer", screen, scheme);
            assertThat(page.inputValue("#text")).isEqualTo("Where is my child's bus?");
            page.fill("#name", "Ana Ruiz");
            page.click("text=Send my question");
            page.waitForURL("**/cases/**");
            show(page, "case", screen, scheme);
        }
    }

    private static void show(Page page, String name, String screen, ColorScheme scheme) {
        var file = name + "-" + screen + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("docs").resolve(file)));
    }

    private static Page landing(BrowserContext context) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL + "/?lang=en");
        return page;
    }

    private static void photograph(Page page, String name, int width, ColorScheme scheme) {
        var file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)).setFullPage(true));
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        return browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setLocale("en-US"));
    }
}
