package org.rightdoor.channel.phone;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Attachment;

/**
 * Fetches a recording from Twilio's API, or the host configured in its place, and from nowhere else: the address is made of
 * the recording's name alone (https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-media-file).
 */
final class RecordingDownload {

    /** In bytes; two minutes of MP3 are about half of one million. */
    static final int LARGEST = 8 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("RE[0-9a-f]{32}");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Config.Twilio twilio;

    RecordingDownload(Config.Twilio twilio) {
        this.twilio = twilio;
    }

    /** A recording that will not come however often it is asked for. The message says why, for staff. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why);
        }
    }

    static boolean isName(String recordingSid) {
        return NAME.matcher(recordingSid).matches();
    }

    /**
     * Blocks, for half a minute at most.
     *
     * @throws IOException when it may work later
     */
    Attachment fetch(String recordingSid) throws IOException, InterruptedException, Refused {
        if (!isName(recordingSid)) throw new Refused("Twilio names no recording like that.");
        var request = HttpRequest.newBuilder(address(recordingSid))
                .timeout(Duration.ofSeconds(25))
                .header("Authorization", credentials())
                .build();
        var response = HTTP.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == 410) throw new Refused("Twilio does not hold it any more.");
            if (response.statusCode() != 200) throw new IOException("Twilio answered " + response.statusCode() + ".");
            var sound = body.readNBytes(LARGEST + 1);
            if (sound.length > LARGEST) throw new Refused("It is larger than " + LARGEST / 1024 / 1024 + " MB.");
            return Attachment.of("voicemail.mp3", "audio/mpeg", sound);
        }
    }

    private URI address(String recordingSid) {
        var base = twilio.apiBase()
                .map(URI::toString)
                .orElse("https://api.twilio.com")
                .replaceAll("/$", "");
        return URI.create(base + "/2010-04-01/Accounts/" + twilio.accountSid().orElseThrow() + "/Recordings/"
                + recordingSid + ".mp3");
    }

    private String credentials() {
        var pair = twilio.accountSid().orElseThrow() + ":" + twilio.authToken().orElseThrow();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
