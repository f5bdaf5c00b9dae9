package org.rightdoor.channel.sms;

import com.twilio.exception.ApiException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.rightdoor.reply.DeliveryFailed;

/** Twilio's error codes (https://www.twilio.com/docs/api/errors) in words for staff, and which of them may pass. */
final class TwilioErrors {

    private static final int OPTED_OUT = 21610;

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(20003, "Twilio does not accept our account (20003); an administrator should check it"),
            Map.entry(20429, "Too many texts at once (20429)"),
            Map.entry(21211, "This is not a telephone number that can be texted (21211). Ask the family for another"),
            Map.entry(21408, "Texts to this country are not switched on at Twilio (21408). Call the family"),
            Map.entry(
                    OPTED_OUT, "This number has opted out of texts (21610). Call the family; START brings texts back"),
            Map.entry(21614, "This number cannot receive texts (21614); it may be a landline. Call it"),
            Map.entry(21617, "The text is too long (21617)"),
            Map.entry(
                    30003, "The telephone is switched off or cannot be reached (30003). Call, or send it again later"),
            Map.entry(30004, "This number blocks our texts (30004). Call the family"),
            Map.entry(30005, "This number does not exist, or no longer (30005). Ask the family for another"),
            Map.entry(30006, "This is a landline, or its carrier takes no texts (30006). Call it"),
            Map.entry(30007, "The carrier took the text for unwanted mail (30007). Call, or say it in other words"),
            Map.entry(30008, "The carrier did not say why (30008). Send it again, or call"));

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;

    private TwilioErrors() {}

    /** @param code a number, or null when Twilio gave none */
    static String inWords(String code) {
        if (!isNumber(code)) return "Twilio could not deliver the text. Call the family.";
        var number = Integer.parseInt(code);
        return WORDS.getOrDefault(number, "Twilio could not deliver the text (" + code + "). Call the family") + ".";
    }

    /** @param code a number, or null when Twilio gave none */
    static boolean isOptOut(String code) {
        return isNumber(code) && Integer.parseInt(code) == OPTED_OUT;
    }

    static DeliveryFailed deliveryFailed(ApiException failure) {
        if (failure.getStatusCode() == null) return unanswered(failure);
        if (failure.getStatusCode() >= 500) return DeliveryFailed.forNow("Twilio is out of order just now.", failure);
        var code = failure.getCode();
        // A proxy in between, or what is not Twilio at all, gives none.
        if (code == null) return answered(failure, asTwilioPutsIt(failure));
        if (code == OPTED_OUT) return DeliveryFailed.optedOut(inWords(code.toString()));
        var words = WORDS.containsKey(code) ? inWords(code.toString()) : asTwilioPutsIt(failure);
        return answered(failure, words);
    }

    private static DeliveryFailed answered(ApiException failure, String words) {
        return mayPass(failure.getStatusCode()) ? DeliveryFailed.forNow(words, failure) : DeliveryFailed.forGood(words);
    }

    // A refused account is mended by an administrator, and then the families' texts should still leave.
    private static boolean mayPass(int status) {
        return status == TOO_MANY_REQUESTS || status == UNAUTHORIZED;
    }

    private static boolean isNumber(String code) {
        return code != null && code.matches("\\d{1,9}");
    }

    private static String asTwilioPutsIt(ApiException failure) {
        var reason = failure.getMessage() == null ? "it did not say why" : failure.getMessage();
        return "Twilio refused the text: %s (%s)."
                .formatted(reason, failure.getCode() != null ? failure.getCode() : failure.getStatusCode());
    }

    private static DeliveryFailed unanswered(ApiException failure) {
        return neverLeft(failure.getCause())
                ? DeliveryFailed.forNow("Twilio cannot be reached.", failure)
                : DeliveryFailed.unsure("Twilio did not say whether it took the text.", failure);
    }

    private static boolean neverLeft(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
    }
}
