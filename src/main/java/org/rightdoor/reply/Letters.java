package org.rightdoor.reply;

import org.rightdoor.routing.Spoken;

/** The languages in which the district speaks by itself. */
public final class Letters {

    private Letters() {}

    /** In the language the family writes, or in English where we do not speak it. */
    public static LetterTexts in(String language) {
        return Spoken.in(language, LetterTexts.class);
    }
}
