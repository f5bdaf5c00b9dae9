package org.rightdoor.desk.writing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.rightdoor.Config;

/**
 * Asks the district's translator, which speaks LibreTranslate's interface ({@code POST /translate}). It is asked when
 * somebody at the desk wants it, and only there; no redirect leads elsewhere.
 */
@ApplicationScoped
public class Translator {

    /** The language of the desk. */
    public static final String OURS = "en";

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** In characters; what is longer is nobody's message. */
    private static final int LONGEST = 20_000;

    private static final int LARGEST_ANSWER = 500_000;

    /** Why there is no translation, in words for staff. */
    public static class Silent extends RuntimeException {
        Silent(String why) {
            super(why);
        }
    }

    private final Optional<URI> server;
    private final Optional<String> key;
    private final ObjectMapper json;
    private final Vertx vertx;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    Translator(Config config, ObjectMapper json, Vertx vertx) {
        this(config.translator(), config.translatorKey(), json, vertx);
    }

    Translator(Optional<URI> server, Optional<String> key, ObjectMapper json, Vertx vertx) {
        this.server = server;
        this.key = key.filter(each -> !each.isBlank());
        this.json = json;
        this.vertx = vertx;
    }

    /** True when a reply to somebody who writes in that language can be translated. */
    public boolean speaks(String language) {
        return server.isPresent() && !language.equals(OURS) && !language.equals("und");
    }

    /**
     * The text in another language; fails with {@link Silent} when there is none.
     *
     * @param from two-letter code, or {@code auto}
     * @param to two-letter code
     */
    public Uni<String> translate(String text, String from, String to) {
        if (text.isBlank()) return Uni.createFrom().item("");
        if (text.length() > LONGEST) return Uni.createFrom().failure(new Silent("That is too long to be translated."));
        return vertx.executeBlocking(() -> ask(text, from, to), false);
    }

    private String ask(String text, String from, String to) {
        try {
            var answer = client.send(request(text, from, to), BodyHandlers.ofString());
            return read(answer);
        } catch (IOException silence) {
            Log.warnf("The translator does not answer: %s", silence.toString());
            throw new Silent("The translator does not answer just now. Try again later, or send it as it is.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Silent("The translation was interrupted. Try again.");
        }
    }

    private HttpRequest request(String text, String from, String to) throws JsonProcessingException {
        var body = new LinkedHashMap<String, String>();
        body.put("q", text);
        body.put("source", from);
        body.put("target", to);
        body.put("format", "text");
        key.ifPresent(each -> body.put("api_key", each));
        return HttpRequest.newBuilder(address())
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }

    private URI address() {
        var base = server.orElseThrow().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/translate");
    }

    private String read(HttpResponse<String> answer) throws JsonProcessingException {
        if (answer.statusCode() != 200 || answer.body().length() > LARGEST_ANSWER) {
            Log.warnf("The translator answered with status %d", answer.statusCode());
            throw new Silent("The translator cannot do that: it answered with " + answer.statusCode() + ".");
        }
        var translated = json.readTree(answer.body()).path("translatedText").asText("");
        if (translated.isBlank()) throw new Silent("The translator gave no text back.");
        return translated.strip();
    }
}
