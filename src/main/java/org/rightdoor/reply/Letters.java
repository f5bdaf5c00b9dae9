package org.rightdoor.reply;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The languages in which the district speaks by itself. */
public final class Letters {

    private Letters() {}

    /** In the language the family writes, or in English where we do not speak it. */
    public static LetterTexts in(String language) {
        return "es".equals(language)
                ? MessageBundles.get(LetterTexts.class, Localized.Literal.of("es"))
                : MessageBundles.get(LetterTexts.class);
    }
}
