package org.rightdoor.channel.sms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a message that is one keyword and nothing else asks for. The English ones are those that Twilio answers and acts
 * on by itself (https://help.twilio.com/articles/223134027) and 47 CFR 64.1200(a)(10) names; the Spanish ones Twilio
 * knows only where the district has set them up, and then says so in OptOutType.
 */
final class Keywords {

    enum Wish {
        STOP,
        START,
        /** A start for somebody who has opted out, an ordinary answer for everybody else. */
        YES,
        HELP,
        NONE
    }

    private static final Set<String> STOP_AT_TWILIO =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "REVOKE", "OPTOUT");
    private static final Set<String> STOP = Set.of(
            "STOP ALL",
            "OPT OUT",
            "ALTO",
            "PARAR",
            "PARE",
            "PAREN",
            "CANCELAR",
            "CANCELA",
            "BAJA",
            "DARME DE BAJA",
            "TERMINAR",
            "DETENER",
            "SALIR",
            "FIN",
            "BASTA",
            "NO MAS");
    private static final Set<String> START = Set.of("START", "UNSTOP", "INICIAR", "COMENZAR", "ALTA");
    private static final Set<String> YES = Set.of("YES", "SI");
    private static final Set<String> HELP_AT_TWILIO = Set.of("HELP", "INFO");

    /** "Shall we cancel the pick-up?" - "Cancel": words that people also answer a question with. */
    private static final Set<String> EVERYDAY =
            Set.of("CANCEL", "END", "QUIT", "CANCELAR", "CANCELA", "TERMINAR", "SALIR", "FIN", "BASTA", "NO MAS");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Keywords() {}

    static Wish wish(String text) {
        var word = plain(text);
        if (STOP_AT_TWILIO.contains(word) || STOP.contains(word)) return Wish.STOP;
        if (START.contains(word)) return Wish.START;
        if (YES.contains(word)) return Wish.YES;
        return HELP_AT_TWILIO.contains(word) ? Wish.HELP : Wish.NONE;
    }

    /** True when Twilio itself acts on this message: it takes such a word only as it is, without a dot or a second word. */
    static boolean areTwiliosOwn(String text) {
        var word = text.strip().toUpperCase(Locale.ROOT);
        return STOP_AT_TWILIO.contains(word) || HELP_AT_TWILIO.contains(word);
    }

    static boolean mayBeAnAnswer(String text) {
        return EVERYDAY.contains(plain(text));
    }

    /** Words in capitals, without accents, with one space between them. */
    private static String plain(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    }
}
