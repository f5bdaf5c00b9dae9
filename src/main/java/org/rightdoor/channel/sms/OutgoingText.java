package org.rightdoor.channel.sms;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.reply.Outgoing;

/** Writes a reply as a family reads it on its telephone. */
@ApplicationScoped
class OutgoingText {

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    String of(Outgoing message) {
        var endings = endings(message.language());
        var signature = message.automatic() ? "" : signature(endings, message);
        var link = PublicAddress.of(config, "/cases/" + message.token());
        return TextBody.of(message.text(), signature, endings.wayToTheRest(link));
    }

    private String signature(Endings endings, Outgoing message) {
        var rules = knowledge.now().rules();
        var department = rules.departments().get(message.department()).name();
        return endings.signature(
                rules.district().shortName(), department.in(message.language()), message.inquiryNumber());
    }

    private static Endings endings(String language) {
        return "es".equals(language)
                ? MessageBundles.get(Endings.class, Localized.Literal.of("es"))
                : MessageBundles.get(Endings.class);
    }
}
