package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells mail that no person wrote, by RFC 3834 section 2, RFC 3464 and what mailers do in practice. */
final class AutomaticMail {

    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Set<String> SIGNS = Set.of(
            "X-Auto-Response-Suppress",
            "X-Autoreply",
            "X-Autorespond",
            "X-Autoreply-From",
            "X-Mail-Autoreply",
            "X-Failed-Recipients",
            "List-Id");
    private static final Pattern MACHINE = Pattern.compile(
            "(?i)(mailer-daemon|postmaster|(no|do-?not|do_not|donot)[-_.]?(reply|responder)|noresponder|bounces?)([+=-].*)?@.*");

    private AutomaticMail() {}

    /** @param sender the address that a reply would go to, or null */
    static boolean is(MailHeaders headers, String sender) throws MessagingException {
        var submitted = value(headers, "Auto-Submitted").replaceFirst("\\s*[;(].*", "");
        if (!submitted.isEmpty() && !submitted.equals("no")) return true;
        if (BULK.contains(value(headers, "Precedence"))) return true;
        for (var sign : SIGNS) if (headers.has(sign)) return true;
        if (value(headers, "Return-Path").equals("<>")) return true;
        return isReport(headers) || isMachine(sender);
    }

    /** A delivery notice, RFC 3464. */
    static boolean isReport(MailHeaders headers) throws MessagingException {
        return value(headers, "Content-Type").startsWith("multipart/report");
    }

    /** An address behind which nobody reads. */
    static boolean isMachine(String address) {
        return address != null && MACHINE.matcher(address).matches();
    }

    private static String value(MailHeaders headers, String name) throws MessagingException {
        return headers.raw(name).toLowerCase(Locale.ROOT);
    }
}
