package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Optional;
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
            "X-AutoReply-Sent",
            "X-Failed-Recipients",
            "X-Loop",
            "Feedback-ID",
            "List-Id",
            "List-Unsubscribe");
    private static final Pattern MACHINE = Pattern.compile(
            "(?i)(mailer-daemon|postmaster|microsoftexchange[0-9a-f]{32}|(no|do-?not|do_not|donot)[-_.]?(reply|responder)"
                    + "|noresponder|bounces?)([+=-].*)?@.*");
    /** Products that say it in the subject only; people do not begin a subject like this. */
    private static final Pattern AWAY = Pattern.compile("(?iu)^\\s*(automatic reply|auto(matic)?[- ]?(reply|response)"
            + "|out of (the )?office|respuesta autom[aá]tica|fuera de (la )?oficina|autom[aá]tica respuesta"
            + "|automatische antwort|réponse automatique|resposta automática|自动回复)\\s*([:：(\\[-].*|auto.?reply.*)?$");

    private AutomaticMail() {}

    /**
     * By what it can be told, in words for staff; empty for a mail that a person wrote.
     *
     * @param sender the address that a reply would go to, or null
     */
    static Optional<String> why(MailHeaders headers, String sender) throws MessagingException {
        if (isReport(headers)) return Optional.of("a notice about the delivery of a mail");
        var submitted = value(headers, "Auto-Submitted").replaceFirst("\\s*[;(].*", "");
        if (!submitted.isEmpty() && !submitted.equals("no")) return Optional.of("Auto-Submitted: " + submitted);
        var precedence = value(headers, "Precedence");
        if (BULK.contains(precedence)) return Optional.of("Precedence: " + precedence);
        for (var sign : SIGNS.stream().sorted().toList()) if (headers.has(sign)) return Optional.of(sign);
        if (value(headers, "Return-Path").equals("<>")) return Optional.of("an empty return path");
        if (AWAY.matcher(headers.first("Subject")).matches()) return Optional.of("its subject");
        return isMachine(sender) ? Optional.of("its sender, " + sender) : Optional.empty();
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
