package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;

/** Two colleagues at the desks of two replicas, each in a browser that a proxy would have sent there. */
final class TwoDesks implements AutoCloseable {

    private final String site;
    private final Chromium first;
    private final Chromium second;
    private final Page robin;
    private final Page kim;

    /** @param site the public address, which either browser finds at its own replica */
    TwoDesks(String site, RunningApplication one, RunningApplication two, String robin, String kim) {
        this.site = site;
        this.first = Chromium.finding(site, one.port);
        this.second = Chromium.finding(site, two.port);
        this.robin = logIn(first, robin);
        this.kim = logIn(second, kim);
    }

    /** One takes the case; in milliseconds, how long after that was answered the other one's list shows it. */
    long untilTakenIsSeen(long number, String taker) {
        kim.navigate(site + "/desk");
        kim.waitForSelector("[data-live]", new WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        kim.evaluate(
                """
                ([number, taker]) => {
                    const shown = document.querySelector(`[data-number='${number}'] [data-assignee]`);
                    new MutationObserver(() => {
                        if (shown.textContent.includes(taker)) window.seenAt ??= Date.now();
                    }).observe(shown, { childList: true, characterData: true, subtree: true });
                }""",
                new Object[] {Long.toString(number), taker});
        robin.navigate(page(number));
        var answered = robin.waitForResponse("**/taken", () -> robin.keyboard().press("t"));
        var taken = System.currentTimeMillis();
        assertThat(answered.status()).isEqualTo(303);
        // Asked from outside, for the page lets no string be run as script.
        var seen = Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> (Number) kim.evaluate("window.seenAt"), Objects::nonNull);
        return seen.longValue() - taken;
    }

    /** Both write; the second who sends is asked first and loses nothing. */
    void bothWrite(long number) {
        robin.navigate(page(number));
        kim.navigate(page(number));
        robin.fill("#text", "Robin is on it.");
        kim.waitForSelector("#company:has-text('is writing an answer')");
        kim.fill("#text", "Kim is on it.");
        send(robin);
        robin.waitForSelector("[role=status]:has-text('on its way')");
        kim.waitForSelector("#arrived:has-text('A colleague has answered.')");
        send(kim);
        kim.waitForSelector("[role=alert]:has-text('Since you began to write')");
        assertThat(kim.textContent(".meanwhile")).contains("Robin is on it.");
        assertThat(kim.inputValue("#text")).isEqualTo("Kim is on it.");
        kim.click("button:has-text('Send anyway')");
        kim.waitForSelector("[role=status]:has-text('on its way')");
    }

    private void send(Page page) {
        page.click("button:has-text('Send answer')");
        page.waitForLoadState();
    }

    private String page(long number) {
        return site + "/desk/inquiries/" + number;
    }

    private Page logIn(Chromium browser, String email) {
        var page = browser.newPage();
        page.navigate(site + "/desk");
        page.fill("#j_username", email);
        page.fill("#j_password", TestStaff.PASSWORD);
        page.click("main button");
        page.waitForURL("**/desk");
        return page;
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
