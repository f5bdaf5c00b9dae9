package org.rightdoor.intake;

import java.util.Arrays;
import java.util.List;
import org.rightdoor.inquiry.Inquiry;

/**
 * What became of a message.
 *
 * @param token of the secret link that shows it
 * @param joined true when it continued a case that was there
 * @param duplicate true when it was held already, and nothing was stored again
 * @param also keys of other departments that have a part of it
 * @param topic key, or null when nobody could tell
 * @param confidence 0 to 1
 * @param because why it went there, in words staff understand
 * @param answer the approved answer that was given at once, or null
 */
public record Receipt(
        long number,
        String token,
        boolean joined,
        boolean duplicate,
        String department,
        List<String> also,
        String topic,
        double confidence,
        List<String> because,
        String answer) {

    static Receipt of(
            Inquiry inquiry, List<String> also, String token, boolean joined, boolean duplicate, String answer) {
        return new Receipt(
                inquiry.number,
                token,
                joined,
                duplicate,
                inquiry.department,
                also,
                inquiry.topic,
                inquiry.confidence,
                Arrays.asList(inquiry.because),
                answer);
    }
}
