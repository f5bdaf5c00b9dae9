package org.rightdoor.channel.sms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sentences that ask for no more texts. Carriers act on keywords only; 47 CFR 64.1200(a)(10) lets people revoke consent
 * in any reasonable words. A person decides what was meant, so that this may rather find too much than too little.
 */
final class Revocation {

    private static final String TEXTS =
            "(?:texts?(?! ?books?)|messages?|msgs?|text messages?|sms|alerts?|notifications?|texting|messaging)";
    private static final String TO_US = "(?: me| us| this (?:number|phone)| my (?:phone|cell|number|wife|husband))";
    private static final String MENSAJES = "(?:mensajes?|textos?|sms|avisos?|alertas?|notificaciones)";

    private static final List<Pattern> ENGLISH = patterns(
            "^(?:please |pls |plz |just |can you |could you )*stop(?: it| this| that| now| already| please| pls| plz"
                    + "| thanks| thank you| sending| texting| messaging| contacting)*$",
            "\\b(?:stop|quit|cease) (?:texting|messaging|txting|contacting|spamming|bothering|blowing up)(?:" + TO_US
                    + "|$)",
            "\\b(?:stop|quit|cease|end) (?:sending )?(?:me |us )?(?:all |any |these |those |the |your |so many |more )*"
                    + TEXTS + "\\b",
            "\\b(?:stop|quit) sending" + TO_US + "? ?(?:stuff|things|this|these|so much|anything)?$",
            "(?:^|\\b(?:please|pls|plz|and|so|just|now) )(?:do not|dont|don t|never|quit) (?:ever )?"
                    + "(?:text|txt|message|msg|contact|sms|call or text|text or call)(?:" + TO_US + ")",
            "\\b(?:remove|take|delete|drop) (?:me|us|my (?:cell |phone )?(?:number|phone|cell)|this (?:phone )?number)\\b"
                    + ".{0,20}\\b(?:list|texts?|messages?|alerts?|database|system|contacts?)\\b",
            "^(?:please )?(?:remove|take|delete) (?:me|my (?:cell |phone )?number|this number)(?: off)?(?: please)?$",
            "\\b(?:no more|no longer (?:want|wish)|(?:do not|dont|don t) (?:want|wish|need))\\b.{0,30}\\b" + TEXTS
                    + "\\b",
            "\\b(?:unsubscribe|unsuscribe)(?: me| us| this number| please| from .{0,20}\\b" + TEXTS + "\\b.*)?$",
            "\\bopt (?:me |us |this number )?out(?: please| (?:of|from)(?: \\w+){0,3} " + TEXTS + ")",
            "^(?:please )?opt (?:me |us )?out(?: please)?$",
            "\\b(?:revoke|withdraw)\\b.{0,40}\\b(?:" + TEXTS + "|contact(?:ed|ing)?)\\b",
            "^(?:\\w+ ){0,4}wrong (?:number|person)(?: \\w+){0,3}$",
            "\\b(?:lose|forget) (?:my|this) number\\b",
            "^(?:please )?leave (?:me|us) alone(?: please)?$");

    private static final List<Pattern> SPANISH = patterns(
            "^(?:por favor |ya )*(?:pare|paren|para|alto|basta|ya no)(?: ya| por favor| gracias)*$",
            "\\b(?:deje|deja|dejen|paren?|pare) de (?:\\w+me|\\w+nos|textear|molestar|contactar)\\b",
            "\\b(?:deje|deja|dejen|paren?|pare|no) (?:de )?(?:mandar|enviar|manden|envien|mande|envie|mandes|envies)"
                    + "(?: mas| tantos?| estos| esos| sus| los)* " + MENSAJES + "\\b",
            "\\bno (?:me|nos) (?:escriban?|escribas|texteen?|textees|contacten?|contactes|molesten?|molestes)\\b",
            "\\bno (?:me|nos) (?:manden?|mandes|envien?|envies)(?: mas| nada| por favor|$)",
            "\\bno (?:quiero|deseo|queremos|deseamos)(?: recibir)?(?: mas| sus| estos| esos| ningun| los)* " + MENSAJES
                    + "\\b",
            "\\bno mas " + MENSAJES + "\\b",
            "\\bno (?:me|nos) interesan? (?:sus |estos |recibir )*" + MENSAJES + "\\b",
            "\\b(?:quiten?(?:me)?|quita(?:me)?|borren?(?:me)?|borra(?:me)?|eliminen?(?:me)?|elimina(?:me)?|saquen?(?:me)?"
                    + "|saca(?:me)?)\\b.{0,20}\\b(?:lista|numero|telefono|" + MENSAJES + ")\\b",
            "\\b(?:den|de|da|dar|denme|deme|dame|darme)(?:me)? de baja(?: por favor|$| de (?:la lista|los|estos|sus|"
                    + MENSAJES + ").*)",
            "^(?:\\w+ ){0,4}(?:numero|persona) equivocad[oa](?: \\w+){0,3}$",
            "^(?:por favor )?dejenme en paz$");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private Revocation() {}

    /** True when the message reads like a wish for no more texts, in English or Spanish. */
    static boolean mayBeMeantBy(String text) {
        var words = plain(text);
        return ENGLISH.stream().anyMatch(pattern -> pattern.matcher(words).find())
                || SPANISH.stream().anyMatch(pattern -> pattern.matcher(words).find());
    }

    private static String plain(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var letters = MARKS.matcher(lower).replaceAll("");
        var joined = APOSTROPHES.matcher(letters).replaceAll("");
        return BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip();
    }

    private static List<Pattern> patterns(String... expressions) {
        return List.of(expressions).stream().map(Pattern::compile).toList();
    }
}
