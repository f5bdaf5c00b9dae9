package org.rightdoor.channel.sms;

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
        var link = PublicAddress.of(config, "/cases/" + message.token());
        return TextBody.of(
                message.text(),
                message.automatic() ? "" : signature(message),
                Texts.in(message.language()).wayToTheRest(link));
    }

    private String signature(Outgoing message) {
        var rules = knowledge.now().rules();
        var department = rules.departments().get(message.department()).name();
        return Texts.in(message.language())
                .signature(rules.district().shortName(), department.in(message.language()), message.inquiryNumber());
    }
}
