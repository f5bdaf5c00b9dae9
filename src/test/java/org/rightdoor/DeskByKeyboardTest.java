package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rightdoor.people.Staff;

/** The desk without a mouse, in a real browser. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class DeskByKeyboardTest {

    private Chromium browser;
    private Page page;
    private String login;

    @BeforeAll
    void open() {
        browser = new Chromium();
        page = browser.newPage();
        page.setDefaultTimeout(10_000);
        login = TestStaff.hire(Staff.ADMIN);
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        page.fill("#j_username", login);
        page.fill("#j_password", TestStaff.PASSWORD);
        page.click("main button");
        page.waitForURL("**/desk");
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void The_command_bar_leads_to_a_case_by_its_number_and_to_a_page_by_a_few_letters() {
        var number = ask();
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        press("Control+k");
        var field = page.locator("[role=combobox]");
        assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");
        page.keyboard().type(number);
        page.waitForSelector("[role=option]:has-text('#" + number + "')");
        assertThat(page.locator("#" + field.getAttribute("aria-activedescendant"))
                        .textContent())
                .contains("#" + number);
        press("Enter");
        page.waitForURL("**/desk/inquiries/" + number);

        press("Control+k");
        page.keyboard().type("snow");
        press("Enter");
        page.waitForURL("**/desk/settings/calendar");

        press("Control+k");
        page.waitForSelector("[role=option]");
        press("ArrowUp");
        assertThat(page.locator("[role=option]").last().getAttribute("aria-selected"))
                .isEqualTo("true");
        press("Escape");
        assertThat(page.locator("dialog[open]").count()).isZero();
    }

    @Test
    void A_list_is_walked_and_searched_by_keys_that_a_dialog_lists_and_that_leave_typing_alone() {
        ask();
        ask();
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        press("j");
        assertThat(focused().getAttribute("href")).contains("/desk/inquiries/");
        var first = focused().getAttribute("href");
        press("j");
        assertThat(focused().getAttribute("href")).isNotEqualTo(first);
        press("k");
        assertThat(focused().getAttribute("href")).isEqualTo(first);

        press("/");
        assertThat(focused().getAttribute("type")).isEqualTo("search");
        page.keyboard().type("jk?o");
        assertThat(focused().inputValue()).isEqualTo("jk?o");
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");

        press("?");
        assertThat(page.locator("dialog[open]").textContent()).contains("Next in the list", "Search", "Ctrl K");
        press("Escape");
        press("Control+j");
        assertThat(page.locator(".inbox :focus").count())
                .as("a key with Ctrl is the browser's")
                .isZero();
        press("j");
        press("o");
        page.waitForURL("**/desk/inquiries/*");
    }

    @Test
    void A_case_is_found_taken_assigned_noted_answered_merged_snoozed_resolved_and_handed_over_by_keys_alone() {
        var colleague = "Zora " + UUID.randomUUID().toString().substring(0, 8);
        TestStaff.sql(
                "update staff set name = ? where email = ?", colleague, TestStaff.hire(Staff.AGENT, "transportation"));
        var number = ask();
        var other = ask();
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        press("/");
        type(number);
        press("Enter");
        page.waitForURL("**q=" + number + "*");
        press("j");
        press("o");
        page.waitForURL("**/desk/inquiries/" + number);

        press("t");
        said("The case is yours.");
        press("z");
        said("Undone.");

        press("a");
        type(colleague);
        press("Tab");
        press("Enter");
        said("Who works on it is changed.");
        assertThat(page.locator(".casehead").textContent()).contains("With " + colleague);

        press("n");
        type("Do you know the driver, @Zora");
        page.waitForSelector("[role=option]:visible");
        press("Enter");
        press("Control+Enter");
        said("Your note is kept.");

        press("r");
        type("We are sorry. A bus is on its way.");
        press("Control+Enter");
        said("Your answer is on its way.");

        press("m");
        type(other);
        press("Enter");
        said("The cases are one now.");

        press("s");
        press("Enter");
        said("The case comes back");

        press("e");
        said("The case is resolved.");
        press("e");
        said("The case is open again.");

        press("h");
        type("Tech");
        press("Tab");
        press("Tab");
        type("The app for buses does not work.");
        press("Enter");
        said("The case is with ");
    }

    private void said(String words) {
        page.waitForSelector(".notice[role=status]:has-text('" + words + "')");
        page.waitForLoadState();
    }

    private void type(String words) {
        page.keyboard().type(words);
    }

    @Test
    void Who_wishes_has_single_keys_switched_off_and_keeps_the_command_bar() {
        page.navigate(TestDistrict.PUBLIC_URL + "/desk/me");
        page.check("input[name=on][value=false]");
        page.click("#keys button");
        page.waitForSelector("[role=status]");
        page.waitForLoadState();
        TestStaff.sql("update staff set single_keys = true where email = ?", login);
        press("?");
        assertThat(page.locator("dialog[open]").count()).isZero();
        press("Control+k");
        assertThat(page.locator("dialog[open]").count()).isOne();
        press("Escape");
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private Locator focused() {
        return page.locator(":focus");
    }

    /** A family's question; the number of its case. */
    private String ask() {
        var asking = browser.newPage();
        asking.navigate(TestDistrict.PUBLIC_URL + "/?lang=en");
        asking.fill("#text", "Bus 14 did not come this morning, and my son waited in the rain.");
        asking.fill("#email", UUID.randomUUID() + "@family.example");
        asking.click("text=Send my question");
        asking.waitForURL("**/cases/**");
        var number = asking.locator("h1").textContent().replaceAll("(?s).*#(\\d+).*", "$1");
        asking.context().close();
        return number;
    }
}
