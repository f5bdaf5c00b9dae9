package org.rightdoor.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Fetches a text from outside. Each redirect is looked at as the first address was. */
public final class OutsideText {

    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final OutsideHosts hosts;

    public OutsideText(OutsideHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Blocks, for a minute and a half at most.
     *
     * @throws IOException when it lies inside, is larger than 10 MB, or is not there
     */
    public String get(URI address) throws IOException, InterruptedException {
        var uri = hosts.check(address);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (!REDIRECTS.contains(answer.statusCode())) return text(answer);
            }
            uri = hosts.check(uri.resolve(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IOException("it redirects to nowhere"))));
        }
        throw new IOException("it redirects too often");
    }

    private static String text(HttpResponse<java.io.InputStream> answer) throws IOException {
        if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
        var bytes = answer.body().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new IOException("it is larger than " + MOST_BYTES + " bytes");
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
