package org.rightdoor.channel.sms;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Attachment;

/** Fetches one file of a text message. Blocks, for a minute at most. */
final class MediaDownload {

    /** In bytes; Twilio takes up to 5 MB a message from carriers, and more from other services. */
    static final int LARGEST = 16 * 1024 * 1024;

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> KINDS = Set.of("image", "audio", "video");
    private static final Set<String> TYPES =
            Set.of("application/pdf", "text/plain", "text/vcard", "text/x-vcard", "text/calendar", "text/directory");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final MediaHosts hosts;
    private final String credentials;

    MediaDownload(Config.Twilio twilio) {
        hosts = MediaHosts.of(twilio);
        var pair = twilio.accountSid().orElseThrow() + ":" + twilio.authToken().orElseThrow();
        credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that will not come however often it is asked for. The message says why, for staff. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why);
        }
    }

    /**
     * @param name without its ending, which follows from the type
     * @throws IOException when it may work later
     */
    Attachment fetch(String address, String name) throws IOException, InterruptedException, Refused {
        try {
            var uri = hosts.api(address);
            var response = get(uri, true);
            for (var i = 0; i < MOST_REDIRECTS && REDIRECTS.contains(response.statusCode()); i++) {
                response.body().close();
                uri = hosts.store(
                        uri,
                        response.headers().firstValue("Location").orElseThrow(() -> new IOException("no location")));
                response = get(uri, false);
            }
            return attachment(response, name);
        } catch (IllegalArgumentException elsewhere) {
            throw new Refused(elsewhere.getMessage());
        }
    }

    private HttpResponse<InputStream> get(URI uri, boolean withCredentials) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
        if (withCredentials) request.header("Authorization", credentials);
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static Attachment attachment(HttpResponse<InputStream> response, String name) throws IOException, Refused {
        try (var body = response.body()) {
            if (response.statusCode() == 410) throw new Refused("Twilio does not hold it any more.");
            if (response.statusCode() != 200) throw new IOException("Twilio answered " + response.statusCode() + ".");
            var type = response.headers().firstValue("Content-Type").orElse("application/octet-stream");
            var plainType = type.split(";")[0].strip().toLowerCase(Locale.ROOT);
            if (!isTaken(plainType)) throw new Refused("Files of type " + plainType + " are not taken.");
            var content = readInTime(body);
            if (content.length > LARGEST) throw new Refused("It is larger than " + LARGEST / 1024 / 1024 + " MB.");
            return Attachment.of(name + "." + ending(plainType), plainType, content);
        }
    }

    // The request's own time limit ends with the headers.
    private static byte[] readInTime(InputStream body) throws IOException {
        var cutOff =
                CompletableFuture.runAsync(() -> close(body), CompletableFuture.delayedExecutor(40, TimeUnit.SECONDS));
        try {
            return body.readNBytes(LARGEST + 1);
        } finally {
            cutOff.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException closedAlready) {
            Log.debug("A file of a text was cut off", closedAlready);
        }
    }

    private static boolean isTaken(String type) {
        return TYPES.contains(type) || KINDS.contains(type.split("/")[0]);
    }

    private static String ending(String type) {
        return switch (type) {
            case "image/jpeg" -> "jpg";
            case "text/plain" -> "txt";
            case "text/vcard", "text/x-vcard", "text/directory" -> "vcf";
            case "text/calendar" -> "ics";
            case "video/quicktime" -> "mov";
            case "audio/mpeg" -> "mp3";
            case "image/svg+xml" -> "svg";
            default -> type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9]", "");
        };
    }
}
