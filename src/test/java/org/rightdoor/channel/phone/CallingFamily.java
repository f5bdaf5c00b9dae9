package org.rightdoor.channel.phone;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.TwilioStandIn;

/** A family that rings the district once, as Twilio tells of it. */
final class CallingFamily {

    static final String VOICE = "/webhooks/twilio/voice";

    final String number = TestPhones.next();
    final String call = "CA" + hex();
    final String recording = "RE" + hex();

    /** Twilio asks what to do next; {@code more} than who calls whom is in the form. */
    ValidatableResponse asks(String path, Map<String, String> more) {
        var form = form(more);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return given().header("X-Twilio-Signature", TwilioStandIn.sign(TestDistrict.PUBLIC_URL + VOICE + path, form))
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(VOICE + path)
                .then();
    }

    ValidatableResponse rings() {
        return asks("", Map.of());
    }

    ValidatableResponse speaksFor(int seconds) {
        return asks(
                "/recording",
                Map.of(
                        "RecordingSid",
                        recording,
                        "RecordingStatus",
                        "completed",
                        "RecordingDuration",
                        Integer.toString(seconds),
                        "RecordingUrl",
                        "http://127.0.0.1:9/somewhere/else"));
    }

    ValidatableResponse isUnderstoodAs(String text) {
        return asks(
                "/transcription",
                Map.of("RecordingSid", recording, "TranscriptionStatus", "completed", "TranscriptionText", text));
    }

    Map<String, String> form(Map<String, String> more) {
        var form = new HashMap<>(Map.of("CallSid", call, "From", number, "To", TestDistrict.PHONE));
        form.putAll(more);
        return form;
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
