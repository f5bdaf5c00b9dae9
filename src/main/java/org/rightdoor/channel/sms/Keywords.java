package org.rightdoor.channel.sms;

import java.util.Locale;
import java.util.Set;

/**
 * Words that Twilio answers by itself when they are the whole message, as the law on text messages asks (47 CFR
 * 64.1200(a)(10)): the district need not, and after a stop may not, answer them again.
 */
final class Keywords {

    enum Wish {
        STOP,
        START,
        HELP,
        NONE
    }

    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "REVOKE", "OPTOUT", "ALTO", "PARAR");
    private static final Set<String> START = Set.of("START", "UNSTOP");
    private static final Set<String> HELP = Set.of("HELP", "INFO", "AYUDA");

    private Keywords() {}

    static Wish wish(String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) return Wish.STOP;
        if (START.contains(word)) return Wish.START;
        return HELP.contains(word) ? Wish.HELP : Wish.NONE;
    }
}
