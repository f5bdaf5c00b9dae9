package org.rightdoor.channel.email;

import java.net.URI;
import java.util.Map;
import org.rightdoor.reply.Outgoing;
import org.rightdoor.routing.LocalText;

/** What stands below every mail: how to answer, and the link to the whole case. */
final class MailFooter {

    private static final LocalText CASE = new LocalText(Map.of("en", "Case", "es", "Caso"));
    private static final LocalText HOW_TO_ANSWER = new LocalText(Map.of(
            "en", "To answer, just reply to this mail.",
            "es", "Para contestar, simplemente responda a este correo."));
    private static final LocalText WHOLE_CASE =
            new LocalText(Map.of("en", "Your whole case", "es", "Su caso completo"));

    private MailFooter() {}

    static String of(Outgoing reply, URI publicUrl) {
        var language = reply.language();
        return HOW_TO_ANSWER.in(language) + "\n" + WHOLE_CASE.in(language) + ": " + publicUrl + "/cases/"
                + reply.token();
    }

    /** "Case #1042", as subjects say it and {@link MailHeaders#caseNumber} finds it. */
    static String caseNumber(Outgoing reply) {
        return CASE.in(reply.language()) + " #" + reply.inquiryNumber();
    }
}
