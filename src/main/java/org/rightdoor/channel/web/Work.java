package org.rightdoor.channel.web;

/**
 * What a browser computes for a question, a tenth of a second that a family does not notice and a flood pays a thousand
 * times over: a number that makes the fingerprint of the form's nonce and its text begin with zeros. Bound to the text, it
 * is worth nothing for another one.
 */
public final class Work {

    /** In hexadecimal digits, each of which makes it sixteen times as much; {@code js/work.js} knows the same. */
    static final int ZEROS = 4;

    /** So short that a browser hashes it and the number in one go, however long the text is. */
    private static final int TASK = 32;

    private static final int LONGEST = 20;

    private Work() {}

    /** @param proof the number as the browser sends it, or null */
    public static boolean isDone(String nonce, String text, String proof) {
        if (nonce == null || nonce.isBlank() || proof == null || !proof.matches("\\d{1," + LONGEST + "}")) return false;
        var task = Fingerprint.of(nonce + "\n" + sameLines(text)).substring(0, TASK);
        return Fingerprint.of(task + proof).startsWith("0".repeat(ZEROS));
    }

    // Forms send lines as RFC 2046 wants them, scripts see them as JavaScript does.
    private static String sameLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
