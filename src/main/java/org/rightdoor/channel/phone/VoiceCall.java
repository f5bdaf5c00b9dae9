package org.rightdoor.channel.phone;

import java.util.Set;
import org.rightdoor.people.Address;
import org.rightdoor.people.Sender;

/**
 * A call that came in over Twilio.
 *
 * @param caller number in E.164 form; null when it is hidden
 * @param language two-letter code of the language we speak with the caller
 * @param wantsText true when the caller asked for a text with the link to the case
 */
record VoiceCall(String sid, String caller, String language, boolean wantsText) {

    /** What Twilio gives in place of a number that is hidden (https://support.twilio.com, "anonymous" calls). */
    private static final Set<String> HIDDEN =
            Set.of("+266696687", "+7378742833", "+2562533", "+8566696687", "+86282452253");

    static String caller(String from) {
        return from == null || HIDDEN.contains(from)
                ? null
                : Address.phone(from).orElse(null);
    }

    Sender sender() {
        return caller == null ? Sender.ANONYMOUS : new Sender(null, null, caller, language);
    }

    boolean canBeTexted() {
        return caller != null;
    }
}
