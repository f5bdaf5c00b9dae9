package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Weighs pages as they travel: compressed, with the style sheets, scripts and pictures that they name. */
final class Scales {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg|png))\"");

    private final String site;
    private final String session;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> known = new HashMap<>();

    /** @param session of the member of staff who looks */
    Scales(String site, String session) {
        this.site = site;
        this.session = session;
    }

    /** In bytes. */
    int weigh(String page) {
        var shown = get(page);
        assertThat(shown.statusCode()).as(page).isLessThan(500);
        var html = text(shown);
        assertThat(html).as(page).containsIgnoringCase("<!doctype html>");
        var found = LOADED.matcher(html);
        var loaded = found.results().map(match -> match.group(1)).distinct();
        return shown.body().length
                + loaded.mapToInt(path -> known.computeIfAbsent(
                                path, one -> get(site + one).body().length))
                        .sum();
    }

    private HttpResponse<byte[]> get(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", "gzip")
                .header("Accept", TestStaff.ACCEPTS_PAGES)
                .header("Cookie", "rightdoor-session=" + session);
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        var packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (var body = new ByteArrayInputStream(response.body());
                var read = packed ? new GZIPInputStream(body) : body) {
            return new String(read.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
