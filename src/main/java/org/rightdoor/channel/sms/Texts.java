package org.rightdoor.channel.sms;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.qute.i18n.MessageBundles;

/** What is added to a text message; in plain characters, because a long dash alone can make it cost twice. */
@MessageBundle("texts")
public interface Texts {

    /** In the language the family writes, or in English where we do not speak it. */
    static Texts in(String language) {
        return "es".equals(language)
                ? MessageBundles.get(Texts.class, Localized.Literal.of("es"))
                : MessageBundles.get(Texts.class);
    }

    @Message("- {district} {department}, case #{number}")
    String signature(String district, String department, long number);

    @Message("All of it: {url}")
    String wayToTheRest(String url);
}
