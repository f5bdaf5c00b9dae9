package org.rightdoor.channel.email;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rightdoor.reply.Outgoing;
import org.rightdoor.routing.LocalText;

/** What stands below every mail: how to answer, and the link to the whole case. */
final class MailFooter {

    static final LocalText CASE = new LocalText(Map.of(
            "en", "Case",
            "es", "Caso",
            "pt", "Caso",
            "ht", "Dosye",
            "vi", "Hồ sơ",
            "zh", "案件",
            "ar", "الحالة"));
    static final LocalText HOW_TO_ANSWER = new LocalText(Map.of(
            "en", "To answer, just reply to this mail.",
            "es", "Para contestar, simplemente responda a este correo.",
            "pt", "Para responder, basta responder a este e-mail.",
            "ht", "Pou ou reponn, annik reponn imèl sa a.",
            "vi", "Để trả lời, quý vị chỉ cần trả lời e-mail này.",
            "zh", "如需答复，直接回复本邮件即可。",
            "ar", "للرد، يكفي أن تردّوا على هذه الرسالة."));
    static final LocalText WHOLE_CASE = new LocalText(Map.of(
            "en", "Your whole case",
            "es", "Su caso completo",
            "pt", "Seu caso completo",
            "ht", "Tout dosye ou",
            "vi", "Toàn bộ hồ sơ của quý vị",
            "zh", "您的完整案件",
            "ar", "حالتكم كاملة"));

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

    /** All that a case may be called in a subject. */
    static Collection<String> words() {
        return List.copyOf(CASE.byLanguage().values());
    }
}
