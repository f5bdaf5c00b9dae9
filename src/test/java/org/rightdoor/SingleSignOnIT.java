package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application on its first day: the first administrator's link, and log-in by a real Keycloak. */
class SingleSignOnIT {

    private static final Pattern WELCOME = Pattern.compile("/welcome/[\\w-]+");

    @TempDir
    Path data;

    @Test
    void Staff_come_in_by_the_districts_own_log_in_and_strangers_do_not() throws Exception {
        var model = Path.of("target/test-data/model");
        if (Files.isDirectory(model)) copy(model, data.resolve("model"));
        var port = RunningApplication.freePort();
        var home = "http://localhost:" + port;
        try (var keycloak = Keycloak.start(home);
                var application = RunningApplication.start(port, data, settings(home, keycloak))
                        .untilReady();
                var chromium = new Chromium()) {
            var page = chromium.newPage();
            page.setDefaultTimeout(20_000);
            theFirstAdministrator(page, home, application);

            keycloak.untilReady();
            logIn(page, home, "kim");
            page.waitForURL(home + "/desk**");
            page.navigate(home + "/account");
            assertThat(page.textContent("main")).contains("Kim Park", "kim@maple.example");
            page.navigate(home + "/desk/settings");
            assertThat(page.textContent("main")).doesNotContain("Add somebody");

            page.navigate(home + "/desk");
            page.click("form[action='/logout'] button");
            page.waitForURL(home + "/login/left");
            // With the ID token it gave, the provider asks nothing and leads back.
            page.click("a[href^='" + keycloak.realm() + "']");
            page.waitForURL(home + "/login");
            page.navigate(home + "/desk");
            page.waitForURL(home + "/login");
            endedAtTheProvider(page, home, keycloak);

            logIn(chromium.newPage(), home, "pat", "not on the staff list");
            logIn(chromium.newPage(), home, "sam", "not on the staff list");
            assertThat(application.output()).doesNotContain("client-secret-of-the-tests", "kim@maple.example");
        }
    }

    private static void endedAtTheProvider(Page page, String home, Keycloak keycloak) {
        logIn(page, home, "kim");
        page.waitForURL(home + "/desk**");
        page.navigate(keycloak.realm() + "/protocol/openid-connect/logout");
        page.click("#kc-logout");
        await().until(() -> page.navigate(home + "/desk").url().equals(home + "/login"));
    }

    // Nobody may sit at the desk before the link has been used, and an administrator needs a second factor by default.
    private static void theFirstAdministrator(Page page, String home, RunningApplication application)
            throws IOException {
        await().until(() -> WELCOME.matcher(application.output()).find());
        var link = WELCOME.matcher(application.output());
        link.find();
        page.navigate(home + link.group());
        page.fill("#password", "lamp river copper nine");
        page.fill("#again", "lamp river copper nine");
        page.click("form.sheet button");
        page.waitForURL(home + "/login?welcomed=true");
        assertThat(page.navigate(home + link.group()).status()).isEqualTo(404);
        page.navigate(home + "/login");
        page.fill("#j_username", "Admin@LocalHost");
        page.fill("#j_password", "lamp river copper nine");
        page.click("form[action='/j_security_check'] button");
        page.waitForURL(home + "/login/set-up");
        page.navigate(home + "/desk");
        page.waitForURL(home + "/login");
        page.context().clearCookies();
    }

    private static void logIn(Page page, String home, String name, String refused) {
        page.setDefaultTimeout(20_000);
        logIn(page, home, name);
        page.waitForURL(home + "/login/refused");
        assertThat(page.textContent("main")).contains(refused);
    }

    private static void logIn(Page page, String home, String name) {
        page.navigate(home + "/login");
        page.click("a[href='/login/sso']");
        page.fill("#username", name);
        page.fill("#password", "password-of-" + name);
        page.click("#kc-login");
    }

    private static Map<String, String> settings(String home, Keycloak keycloak) {
        return Map.of(
                "RIGHTDOOR_PUBLIC_URL", home,
                "RIGHTDOOR_OIDC_URL", keycloak.realm(),
                "RIGHTDOOR_OIDC_CLIENT_ID", "rightdoor",
                "RIGHTDOOR_OIDC_CLIENT_SECRET", "client-secret-of-the-tests",
                "RIGHTDOOR_OIDC_ROLES", "Bus-Office=agent:transportation,IT=admin");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
