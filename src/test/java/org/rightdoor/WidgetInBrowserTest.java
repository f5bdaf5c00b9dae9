package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** The question box on a page of another site, with a strict policy and a stylesheet that would hide and deform it. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class WidgetInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private Chromium browser;
    private HostPage site;

    @BeforeAll
    void open() {
        browser = new Chromium();
        site = new HostPage(TestDistrict.PUBLIC_URL);
    }

    @AfterAll
    void close() {
        site.close();
        browser.close();
    }

    @Test
    void A_family_asks_by_keyboard_alone_on_a_hostile_page_and_gets_its_private_link() {
        try (var context = context(1280, ColorScheme.LIGHT)) {
            var complaints = new ArrayList<String>();
            var page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(site.address("en"));
            page.waitForSelector("right-door .open");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            var question = "Where is bus 14 this morning? " + UUID.randomUUID();
            page.keyboard().type(question);
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForSelector("right-door .done");
            assertThat(page.textContent("right-door .done"))
                    .contains("We have your question. Thank you.", "Case #", "Keep this private link");
            photograph(page, "widget-sent", 1280, ColorScheme.LIGHT);
            assertThat(complaints).isEmpty();
            assertThat(context.cookies()).isEmpty();
            assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            page.navigate(page.getAttribute("right-door .link", "href"));
            assertThat(page.textContent(".conversation")).contains(question);
        }
    }

    @Test
    void What_was_typed_stays_through_an_error_and_is_sent_once() throws SQLException {
        try (var context = context(320, ColorScheme.LIGHT)) {
            var page = opened(context, "en");
            var question = "Where is bus 14? " + UUID.randomUUID();
            page.fill("right-door #text", question);
            page.fill("right-door #email", "ana at home");
            page.click("right-door button:has-text('Send my question')");
            page.waitForSelector("right-door #email-wrong:not([hidden])");
            assertThat(page.textContent("right-door #email-wrong")).contains("does not look like an e-mail address");
            assertThat(page.evaluate("document.querySelector('right-door').shadowRoot.activeElement.id"))
                    .isEqualTo("email");
            photograph(page, "widget-fault", 320, ColorScheme.LIGHT);
            page.fill("right-door #email", UUID.randomUUID() + "@family.example");
            // The question arrives, and its answer is lost on the way back.
            page.route("**/api/inquiries", route -> {
                route.fetch();
                route.abort();
            });
            page.click("right-door button:has-text('Send my question')");
            page.waitForSelector("right-door #problem:not([hidden])");
            assertThat(page.textContent("right-door #problem")).contains("410-555-0100");
            assertThat(page.inputValue("right-door #text")).isEqualTo(question);
            page.unroute("**/api/inquiries");
            page.click("right-door button:has-text('Send my question')");
            page.waitForSelector("right-door .done");
            assertThat(page.textContent("right-door .done")).contains("The answer comes to you.");
            page.click("right-door button:has-text('Ask something else')");
            assertThat(page.inputValue("right-door #text")).isEmpty();
            assertThat(contacts(question)).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0} {2} at {1} pixels")
    @CsvSource({"en, 1280, DARK", "es, 320, LIGHT", "ar, 320, DARK", "ar, 1280, LIGHT", "zh, 320, LIGHT"})
    void The_box_is_free_of_barriers_whatever_the_page_around_it_does(String language, int width, ColorScheme scheme) {
        try (var context = context(width, scheme)) {
            var page = opened(context, language);
            photograph(page, "widget-" + language, width, scheme);
            var box = page.locator("right-door dialog").boundingBox();
            assertThat(box.x).isGreaterThanOrEqualTo(0);
            assertThat(box.width).isBetween(300.0, (double) width);
            assertThat(
                            page.evaluate(
                                    "getComputedStyle(document.querySelector('right-door').shadowRoot.querySelector('textarea')).fontSize"))
                    .isEqualTo("16px");
            assertThat(page.getAttribute("right-door .door", "dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(new AxeBuilder(page)
                            .include(List.of("right-door"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.isVisible("right-door dialog")).isFalse();
        }
    }

    private Page opened(BrowserContext context, String language) {
        var page = context.newPage();
        page.navigate(site.address(language));
        page.click("right-door .open");
        return page;
    }

    private static long contacts(String text) throws SQLException {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var query = connection.prepareStatement("select count(*) from contact where text = ?")) {
            query.setString(1, text);
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void photograph(Page page, String name, int width, ColorScheme scheme) {
        var file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)));
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        return browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setLocale("en-US"));
    }
}
