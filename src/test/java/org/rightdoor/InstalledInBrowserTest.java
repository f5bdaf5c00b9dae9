package org.rightdoor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The portal on the home screen of a telephone, with a connection and without. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class InstalledInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String IN_CHARGE =
            "() => navigator.serviceWorker.controller !== null && navigator.serviceWorker.controller.state === 'activated'";
    private static final String KEPT =
            """
            (async () => {
                const names = await caches.keys();
                const stores = await Promise.all(names.map(name => caches.open(name)));
                const requests = await Promise.all(stores.map(store => store.keys()));
                return requests.flat().map(request => new URL(request.url).pathname);
            })()""";

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
    void The_manifest_names_the_district_and_icons_of_the_sizes_it_says() throws IOException {
        var manifest = given().get("/manifest.webmanifest?language=es")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/manifest+json"))
                .body(
                        "name", equalTo("Escuelas Públicas del Condado de Maple"),
                        "short_name", equalTo("Maple"),
                        "lang", equalTo("es"),
                        "display", equalTo("standalone"),
                        "start_url", equalTo("/"))
                .extract()
                .<List<Map<String, String>>>path("icons");
        assertThat(manifest).extracting(icon -> icon.get("purpose")).contains("maskable");
        for (var icon : manifest) {
            var picture = given().get(icon.get("src"))
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(icon.get("type")))
                    .extract()
                    .asByteArray();
            if (!icon.get("type").equals("image/png")) continue;
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(icon.get("sizes"));
        }
    }

    @Test
    void Without_a_connection_a_family_reads_whom_to_call_and_writes_a_question_that_is_sent_later() {
        try (var context = phone()) {
            var page = visited(context);
            context.setOffline(true);
            page.navigate(TestDistrict.PUBLIC_URL + "/topics/bus-late");
            assertThat(page.textContent("main")).contains("You are not connected", "410-555-0100", "911");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("offline-320.png")));

            page.navigate(TestDistrict.PUBLIC_URL + "/");
            var question = "Where is bus 14? " + UUID.randomUUID();
            page.fill("#text", question);
            page.click("text=Send my question");
            page.waitForSelector("[data-away]:not([hidden])");
            context.setOffline(false);
            page.waitForURL("**/cases/**");
            assertThat(page.textContent(".conversation")).contains(question);
        }
    }

    @Test
    void The_page_comes_back_by_itself_with_the_connection() {
        try (var context = phone()) {
            var page = visited(context);
            context.setOffline(true);
            page.navigate(TestDistrict.PUBLIC_URL + "/topics/bus-late");
            page.waitForSelector("[data-offline]");
            context.setOffline(false);
            page.waitForSelector("#ask");
            assertThat(page.url()).endsWith("/topics/bus-late");
        }
    }

    @Test
    void No_page_of_a_case_or_of_staff_is_kept_in_the_browser() {
        try (var context = phone()) {
            var page = visited(context);
            page.fill("#text", "Where is bus 14? " + UUID.randomUUID());
            page.click("text=Send my question");
            page.waitForURL("**/cases/**");
            page.reload();
            page.navigate(TestDistrict.PUBLIC_URL + "/login");
            assertThat((List<?>) page.evaluate(KEPT)).isNotEmpty().allSatisfy(path -> assertThat(path.toString())
                    .matches("/|/offline|/(style|script|js|logo)/.*"));
            context.setOffline(true);
            assertThatThrownBy(() -> page.navigate(TestDistrict.PUBLIC_URL + "/desk"))
                    .isInstanceOf(PlaywrightException.class);
        }
    }

    private static Page visited(BrowserContext context) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL + "/?lang=en");
        page.waitForFunction(IN_CHARGE);
        return page;
    }

    private BrowserContext phone() {
        return browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(320, 640)
                        .setLocale("en-US"));
    }
}
