package org.rightdoor.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.logging.MDC;

/**
 * Says on every line of the log which message it is about, from the webhook to the reply. The mark is made of the channel's
 * own name for the message, so that a second delivery, another replica and the sender of the reply arrive at the same one,
 * and nobody reads an address or a secret from it.
 */
public final class MessageMark {

    /** Names of the fields in a structured log. */
    private static final String MESSAGE = "message";

    private static final String CASE = "case";

    /** Of 64 hexadecimal digits, enough to tell a year's messages of a large district apart. */
    private static final int DIGITS = 12;

    private MessageMark() {}

    public static String of(Channel channel, String externalId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((channel + " " + externalId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What is logged from here on in this request or job is about the message. */
    public static void put(String mark) {
        MDC.remove(CASE);
        if (mark == null) MDC.remove(MESSAGE);
        else MDC.put(MESSAGE, mark);
    }

    /** And about the case. */
    public static void putCase(long number) {
        MDC.put(CASE, number);
    }
}
