package org.rightdoor.desk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.sql;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.Chromium;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** A case on which much has happened, in a real browser. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestInstance(Lifecycle.PER_CLASS)
class CaseInBrowserTest {

    private final String dana = hire(Staff.AGENT, "transportation");

    @Inject
    Intake intake;

    private Chromium browser;

    @BeforeAll
    void open() {
        browser = new Chromium();
        sql("update staff set name = 'Dana Fields' where email = ?", dana);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "1280, LIGHT", "1280, DARK"})
    void Every_verb_is_free_of_barriers_and_of_sideways_scrolling(int width, ColorScheme scheme) {
        var number = busyCase();
        var troubles = new ArrayList<String>();
        try (var context = context(width, scheme, true)) {
            var page = logIn(context);
            page.navigate(TestDistrict.PUBLIC_URL + "/desk/inquiries/" + number);
            look(page, "case-busy-" + width + "-" + scheme, troubles);
            page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })");
            look(page, "case-open-" + width + "-" + scheme, troubles);
            page.navigate(TestDistrict.PUBLIC_URL + "/desk/inquiries/" + number + "/print");
            look(page, "case-printed-" + width + "-" + scheme, troubles);
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void A_case_is_taken_and_given_back_by_its_keys_controls_without_scripts() {
        var number = ask("bus 14 is late again, my son is still waiting at the stop");
        try (var context = context(1280, ColorScheme.LIGHT, false)) {
            var page = logIn(context);
            page.navigate(TestDistrict.PUBLIC_URL + "/desk/inquiries/" + number);
            page.click("[data-key=t]");
            assertThat(page.locator(".notice[role=status]").textContent()).contains("The case is yours.");
            page.click("[data-key=z]");
            assertThat(page.locator(".notice[role=status]").textContent()).contains("Undone.");
            assertThat(page.locator("[data-key=t]").count()).isEqualTo(1);
        }
    }

    @Test
    void A_colleagues_name_is_offered_while_it_is_typed() {
        var number = ask("bus 14 is late again, my son is still waiting at the stop");
        try (var context = context(1280, ColorScheme.LIGHT, true)) {
            var page = logIn(context);
            page.navigate(TestDistrict.PUBLIC_URL + "/desk/inquiries/" + number);
            page.click("[data-key=n]");
            page.locator("#note").pressSequentially("Please look, @dan");
            page.locator("[role=option]").first().waitFor();
            page.keyboard().press("Enter");
            assertThat(page.locator("#note").inputValue()).isEqualTo("Please look, @Dana Fields ");
        }
    }

    private static void look(Page page, String name, ArrayList<String> troubles) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots").resolve(name + ".png"))
                .setFullPage(true));
        var overflow = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (overflow > 0) troubles.add(name + " scrolls sideways by " + overflow);
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(violation -> troubles.add(name + ": " + violation.getHelp() + " "
                        + violation.getNodes().get(0).getHtml()));
    }

    private long busyCase() {
        var number = ask("bus 14 is late again, my son is still waiting at the stop");
        var other = ask("Bus 14 was late again today and my son waited at the stop");
        var third = ask("How do I get a bus pass for my daughter?");
        ask("Bus 14 is late again and my daughter is still waiting at the stop");
        post(number, "taken");
        post(number, "snoozed", "until", "MONDAY");
        post(number, "priority", "priority", "NORMAL");
        post(number, "priority", "priority", "HIGH");
        post(number, "tags", "tags", "bus 14, route b");
        post(number, "notes", "text", "@Dana Fields, do you know the driver? I have called the depot twice.");
        post(number, "consultations", "department", "nutrition", "question", "Is breakfast kept for late buses?");
        post(number, "merged", "typed", Long.toString(other));
        post(number, "people", "other", Long.toString(third), "kind", "HOUSEHOLD");
        return number;
    }

    private void post(long number, String deed, String... fields) {
        var browser = as(dana);
        for (int i = 0; i < fields.length; i += 2) browser = browser.formParam(fields[i], fields[i + 1]);
        browser.post("/desk/inquiries/" + number + "/" + deed);
    }

    private Page logIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        page.fill("#j_username", dana);
        page.fill("#j_password", TestStaff.PASSWORD);
        page.click("main button");
        return page;
    }

    private BrowserContext context(int width, ColorScheme scheme, boolean javaScript) {
        return browser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(javaScript)
                        .setLocale("en-US"));
    }

    private long ask(String text) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(Inbound.of(
                            Channel.WEB,
                            UUID.randomUUID().toString(),
                            Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example"),
                            text)))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
