package org.rightdoor;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own Chromium, driven headless with an empty profile. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Browser browser;

    public Chromium() {
        this(List.of());
    }

    private Chromium(List<String> more) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(
                                Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
    }

    /** One that finds this site at a port of this machine, as behind a proxy. */
    static Chromium finding(String site, int port) {
        var host = URI.create(site).getHost();
        return new Chromium(List.of(
                "--host-resolver-rules=MAP " + host + " 127.0.0.1:" + port, "--disable-features=HttpsUpgrades"));
    }

    /** A page of its own, sharing no cookies with any other. */
    public Page newPage() {
        return browser.newContext().newPage();
    }

    public Browser browser() {
        return browser;
    }

    /**
     * In the dark only the colours are others than in the light, so that only they are looked at again. The legacy mode leaves
     * out frames of other sites, of which no page has any, and with them a second page for what was found.
     */
    public static AxeBuilder axe(Page page, ColorScheme scheme) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        return scheme == ColorScheme.LIGHT ? axe : axe.withRules(List.of("color-contrast"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
