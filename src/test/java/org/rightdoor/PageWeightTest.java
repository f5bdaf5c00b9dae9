package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.people.Staff;

/** What a browser with an empty cache fetches for each page of the desk: the page, its style and its scripts, compressed. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class PageWeightTest {

    private static final int MOST_BYTES = 100_000;
    private static final Pattern ALONG = Pattern.compile("(?:rel=\"stylesheet\" href|<script[^>]* src)=\"(/[^\"]+)\"");
    private static final Pattern ROUTE = Pattern.compile("GET +(/desk\\S*) .*");
    private static final List<String> NO_PAGES = List.of("/desk/events", "/desk/answers/export", ".tsv", "/go/found");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, Integer> alongside = new HashMap<>();
    private final String session = TestStaff.session(TestStaff.hire(Staff.ADMIN));

    @Test
    void No_page_of_the_desk_weighs_more_than_a_hundred_kilobytes() throws IOException {
        var weights = new TreeMap<String, Integer>();
        pages().forEach(page -> weights.put(page, weight(page)));
        weights.values().removeIf(weight -> weight == 0);
        assertThat(weights).as("pages that were weighed").hasSizeGreaterThan(10);
        weights.values().removeIf(weight -> weight <= MOST_BYTES);
        assertThat(weights).as("bytes of those that are too heavy").isEmpty();
    }

    /** Every route of the desk that needs no number or name, and some that do. */
    private static Stream<String> pages() throws IOException {
        var routes = Files.readAllLines(Path.of("src/test/resources/access/routes.txt")).stream()
                .map(ROUTE::matcher)
                .filter(route -> route.matches())
                .map(route -> route.group(1))
                .filter(path -> !path.contains("{") && NO_PAGES.stream().noneMatch(path::endsWith));
        return Stream.concat(
                routes,
                Stream.of("/desk/answers/bus-late-where", "/desk/answers/bus-late-where/edit", "/desk/tour/3"));
    }

    /** Nothing for what is no page, such as a redirect or an answer for programs. */
    private int weight(String path) {
        var page = fetch(path);
        var isPage = page.statusCode() == 200
                && page.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        if (!isPage) return 0;
        var weight = page.body().length;
        var along = ALONG.matcher(text(page));
        while (along.find()) {
            weight += alongside.computeIfAbsent(along.group(1), each -> fetch(each).body().length);
        }
        return weight;
    }

    private HttpResponse<byte[]> fetch(String path) {
        var request = HttpRequest.newBuilder(URI.create(TestDistrict.PUBLIC_URL + path))
                .header("Cookie", "rightdoor-session=" + session)
                .header("Accept", TestStaff.ACCEPTS_PAGES + ",*/*")
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(HttpResponse<byte[]> page) {
        var zipped = page.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (var body = new ByteArrayInputStream(page.body())) {
            var plain = zipped ? new GZIPInputStream(body).readAllBytes() : body.readAllBytes();
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
