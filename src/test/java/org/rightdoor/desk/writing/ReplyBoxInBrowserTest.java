package org.rightdoor.desk.writing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.regex.Pattern.DOTALL;
import static java.util.regex.Pattern.compile;
import static org.rightdoor.TestStaff.hire;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.Chromium;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.people.Staff;
import org.rightdoor.reply.TakeBack;

/** Two colleagues at one case, one of them at two screens. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ReplyBoxInBrowserTest {

    private static final String DROP =
            """
            const files = new DataTransfer();
            files.items.add(new File(['%s'], '%s', {type: 'text/plain'}));
            const happening = '%s' === 'drop'
                ? new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true})
                : new ClipboardEvent('paste', {clipboardData: files, bubbles: true, cancelable: true});
            document.getElementById('text').dispatchEvent(happening);""";

    @Test
    void An_answer_is_written_by_keyboard_seen_by_colleagues_and_taken_back() {
        QuarkusMock.installMockForType(
                new TakeBack() {
                    @Override
                    public Duration pause() {
                        return Duration.ofSeconds(20);
                    }
                },
                TakeBack.class);
        var family = new TextingFamily();
        family.texts("bus 14 is late again, my son is still waiting at the stop");
        var at = TestDistrict.PUBLIC_URL + "/desk/inquiries/" + family.inquiry();
        var dana = hire(Staff.AGENT, "transportation");
        var title = "Zebra " + UUID.randomUUID();
        try (var chromium = new Chromium()) {
            var page = logIn(chromium.browser().newContext(), dana);
            page.navigate(TestDistrict.PUBLIC_URL + "/desk/snippets");
            page.fill("#title", title);
            page.fill("#text", "I will call the depot about case {number}.");
            page.click("text=Keep it");

            page.navigate(at);
            var colleague = logIn(chromium.browser().newContext(), hire(Staff.AGENT, "transportation"));
            colleague.navigate(at);
            assertThat(page.locator("#company")).hasText("Robin of transportation has this case open.");

            // The list that a slash opens, by keyboard alone.
            page.locator("#text").pressSequentially("Go to 1/2 Main St. Use MTSS. /zebra");
            assertThat(page.locator("[role=combobox]")).hasAttribute("aria-activedescendant", "slash-0");
            assertThat(page.locator("[role=option]")).hasCount(1);
            page.keyboard().press("Enter");
            assertThat(page.locator("#text"))
                    .hasValue(
                            "Go to 1/2 Main St. Use MTSS. I will call the depot about case " + family.inquiry() + ".");
            assertThat(page.locator("#text")).isFocused();
            assertThat(colleague.locator("#company")).hasText("Robin of transportation is writing an answer.");
            assertThat(page.locator("#hints")).containsText("MTSS");
            assertThat(page.locator("#grade")).containsText("Reads at grade");

            page.evaluate(DROP.formatted("left at the light", "map.txt", "drop"));
            page.evaluate(DROP.formatted("a second page", "picture.txt", "paste"));
            assertThat(page.locator("#chosen li")).hasCount(2);
            page.click("[aria-label='Remove picture.txt']");
            assertThat(page.locator("#chosen")).containsText("map.txt");

            // On another device.
            assertThat(page.locator("#saved")).hasText("Draft saved");
            var phone = logIn(chromium.browser().newContext(), dana);
            phone.navigate(at);
            assertThat(phone.locator("#text")).hasValue(compile("about case " + family.inquiry()));

            // Written on there, and then here: nothing is written over, and both come together.
            phone.locator("#text").pressSequentially("Written on the bus. ");
            assertThat(phone.locator("#saved")).hasText("Draft saved");
            page.locator("#text").pressSequentially(" Yours, Robin");
            assertThat(page.locator("#saved")).containsText("you have written on in another window");
            page.click("text=Put both together here");
            assertThat(page.locator("#text")).hasValue(compile("Written on the bus\\..* Yours, Robin", DOTALL));
            assertThat(page.locator("#saved")).hasText("Draft saved");

            // A colleague takes it.
            colleague.keyboard().press("Escape");
            colleague.locator("form[action$='/taken'] button").first().click();
            assertThat(page.locator("#arrived")).containsText("Robin of transportation has this case now.");

            family.texts("it is here now");
            assertThat(colleague.locator("#arrived")).containsText("The family has written again.");
            page.click("#arrived button");
            assertThat(page.locator(".meanwhile")).containsText("it is here now");
            assertThat(page.locator("#drop")).containsText("map.txt");
            page.click("text=Send anyway");
            page.click("text=Take back");
            assertThat(page.locator("#text")).hasValue(compile("about case " + family.inquiry()));
            assertThat(page.locator("#drop")).containsText("map.txt");
            assertThat(page.locator(".notice.good")).containsText("Your answer is taken back.");
        }
    }

    private static Page logIn(BrowserContext context, String email) {
        var page = context.newPage();
        page.navigate(TestDistrict.PUBLIC_URL + "/desk");
        page.fill("#j_username", email);
        page.fill("#j_password", TestStaff.PASSWORD);
        page.click("main button");
        return page;
    }
}
