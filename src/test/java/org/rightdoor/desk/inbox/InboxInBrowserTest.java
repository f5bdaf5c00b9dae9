package org.rightdoor.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rightdoor.Chromium;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

/** The inbox as somebody works in it all day. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class InboxInBrowserTest {

    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);
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
    void What_is_new_is_said_quietly_and_who_takes_a_case_is_seen_at_once() {
        var email = hire(Staff.AGENT, "transportation");
        var there = opened("Where is bus " + word);
        try (var context = browser.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            var desk = logIn(context.newPage(), email);
            desk.navigate(TestDistrict.PUBLIC_URL + "/desk");
            desk.waitForSelector(
                    "[data-live]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(desk.isVisible("[data-news]")).isFalse();

            var rows = desk.locator(".inbox .row").count();
            var arrived = opened("A new one " + word);
            desk.waitForSelector("[data-news]:visible", new Page.WaitForSelectorOptions().setTimeout(10_000));
            assertThat(desk.locator(".inbox .row").count()).as("nothing jumps").isEqualTo(rows);
            assertThat(desk.textContent("[data-news]")).contains("new");

            var colleague = hire(Staff.AGENT, "transportation");
            sql(
                    "update inquiry set assignee_id = (select id from staff where email = ?) where number = ?",
                    colleague,
                    there);
            var row = "[data-number='" + there + "']";
            desk.waitForFunction(
                    "row => document.querySelector(row + ' [data-assignee]').textContent.includes('Robin')",
                    row,
                    new WaitForFunctionOptions().setTimeout(10_000));
            assertThat(desk.textContent(row + " .happened")).isEqualTo("Taken");

            desk.click("[data-news] a");
            desk.waitForSelector("[data-number='" + arrived + "']");
        }
    }

    @Test
    void It_fits_a_phone_and_a_desktop_in_light_and_dark() {
        var email = hire(Staff.AGENT, "transportation", "technology");
        for (var i = 0; i < 6; i++) opened("Bus 14 is late again and my son waits at the stop, case " + i + " " + word);
        sql(
                "insert into saved_view (staff_id, name, query) select id, 'Spanish, pressing', 'language=es&urgency=now' from staff where email = ?",
                email);
        for (var width : new int[] {1280, 320}) {
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                try (var context = browser.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(scheme))) {
                    var desk = logIn(context.newPage(), email);
                    for (var path : new String[] {
                        "/desk", "/desk?q=late+" + word + "&language=und", "/desk/views?query=view%3Dwaiting"
                    }) {
                        desk.navigate(TestDistrict.PUBLIC_URL + path);
                        assertThat((Integer) desk.evaluate("document.documentElement.scrollWidth"))
                                .as(path)
                                .isLessThanOrEqualTo(width);
                        var name = path.replaceAll("\\W+", "-").replace(word, "");
                        desk.screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of(
                                        "target/screenshots/inbox" + name + "-" + width + "-" + scheme + ".png")));
                    }
                }
            }
        }
    }

    private static Page logIn(Page page, String email) {
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        page.fill("#j_username", email);
        page.fill("#j_password", TestStaff.PASSWORD);
        page.click("main button");
        page.waitForURL("**/desk*");
        return page;
    }

    private static long opened(String subject) {
        return number(
                """
                with writer as (insert into person (name) values ('Ana Ruiz') returning id)
                insert into inquiry (person_id, subject, department, opened_at, last_contact_at, waiting_since, contacts, priority, answer_due_at)
                select id, ?, 'transportation', now(), now(), now(), 1, 'URGENT', now() - interval '10 years' from writer returning number""",
                subject);
    }
}
