package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a family's first view weighs and how soon it is drawn on a slow phone, as the browser itself measures it. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class FirstViewTest {

    private static final int LARGEST_BYTES = 60_000;

    /** Other tests may keep the machine busy: the page is what it is at its best. For the same reason only its weight is judged. */
    private static final int TRIES = 4;

    private static final int CPU_SLOWDOWN = 4;
    private static final int BYTES_A_SECOND = 1_600_000 / 8;
    private static final int ROUND_TRIP_MILLIS = 150;

    private static final String BYTES =
            """
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .reduce((sum, entry) => sum + entry.transferSize, 0)""";
    private static final String DRAWN =
            """
            () => new Promise(drawn => new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint')
                .forEach(paint => drawn(paint.startTime))).observe({type: 'paint', buffered: true}))""";

    /** How heavy a page was and when it was drawn. */
    private record View(String path, int bytes, double millis) {}

    @Test
    void The_first_view_of_every_family_page_is_light_on_a_slow_phone() throws IOException {
        var views = new ArrayList<View>();
        try (var browser = new Chromium()) {
            for (var path : List.of(
                    "/", "/?lang=ar", "/topics", "/topics/bus-late", "/answers/bus-late-where", "/search?q=bus")) {
                views.add(best(browser, path));
            }
        }
        var table = new StringBuilder("%-28s %12s %12s%n".formatted("first view", "kB on the wire", "drawn, ms"));
        views.forEach(view ->
                table.append("%-28s %12.1f %12.0f%n".formatted(view.path(), view.bytes() / 1000.0, view.millis())));
        System.out.print(table);
        Files.writeString(Path.of("target/first-view.txt"), table);
        assertThat(views).allSatisfy(view -> {
            assertThat(view.bytes()).as(view.path()).isPositive().isLessThan(LARGEST_BYTES);
            assertThat(view.millis()).as(view.path()).isPositive();
        });
    }

    private static View best(Chromium browser, String path) {
        var best = view(browser, path);
        for (var i = 1; i < TRIES; i++) {
            var next = view(browser, path);
            if (next.millis() < best.millis()) best = next;
        }
        return best;
    }

    /** With an empty cache each time. */
    private static View view(Chromium browser, String path) {
        try (var context = browser.browser().newContext()) {
            var page = context.newPage();
            slowDown(context, page);
            page.navigate(TestDistrict.PUBLIC_URL + path);
            var drawn = (Number) page.evaluate(DRAWN);
            return new View(path, ((Number) page.evaluate(BYTES)).intValue(), drawn.doubleValue());
        }
    }

    private static void slowDown(BrowserContext context, Page page) {
        var devTools = context.newCDPSession(page);
        devTools.send("Network.enable");
        devTools.send(
                "Network.emulateNetworkConditions",
                json("{offline: false, latency: %d, downloadThroughput: %d, uploadThroughput: %d}"
                        .formatted(ROUND_TRIP_MILLIS, BYTES_A_SECOND, BYTES_A_SECOND / 2)));
        devTools.send("Emulation.setCPUThrottlingRate", json("{rate: %d}".formatted(CPU_SLOWDOWN)));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
