package org.rightdoor.understand;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How pressing a message is, and whether its writer or the child is frightened or desperate, which is something else than
 * angry. Told by words in English and Spanish.
 *
 * @param signs the words that say so, as written; empty for a calm message
 */
public record Tone(Urgency urgency, boolean distress, List<String> signs) {

    public enum Urgency {
        NONE,
        /** There is a day or an hour until which it must be settled. */
        SOON,
        NOW
    }

    public static final Tone CALM = new Tone(Urgency.NONE, false, List.of());

    private static final String DAY =
            "(?:today|tonight|tomorrow|noon|(?:this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)";
    private static final String DIA =
            "(?:hoy|manana|mediodia|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))";

    private static final Signs NOW = Signs.of(
            "(?<!= )urgent(?! care)|urgently|(?:(?:this|it|that) is|its|thats) (?:\\w+ )?(?:an|a) (?:\\w+ )?emergency|urgentes?|urgentemente|urgencia"
                    + "|(?:es|tengo|tenemos) una emergencia(?: \\w+)?",
            "(?:need|call|answer|help|respond|come|send|pick|tell|fix)(?: \\w+){0,5} (?:right away|immediately|this (?:very )?(?:minute|instant|second))",
            "(?:this|it) (?:cannot|cant|can not) wait|life (?:or|and) death|need (?:help|someone|somebody|an answer) (?:right )?now",
            "(?:necesit\\w+|llam\\w+|ayud\\w+|contest\\w+|respond\\w+|veng\\w+)(?: \\w+){0,5} (?:de inmediato|inmediatamente|ahora mismo|ya mismo)",
            "(?:esto )?no puede esperar");

    private static final Signs SOON = Signs.of(
            "asap|as soon as possible|time sensitive|right now|hoy mismo|lo antes posible|cuanto antes|lo mas pronto posible",
            "(?:before|due|deadline is|need\\w*(?: \\w+){0,5} by) " + DAY
                    + "|by the end of the (?:day|week)|(?:starts|closes|ends|leaves) " + DAY,
            "(?:para|antes de) " + DIA + "|antes del? (?:lunes|martes|miercoles|jueves|viernes|mediodia)",
            "(?:is|its|starts|begins|leaves|closes|es|empieza|sale|cierra) (?:in|en) (?:an|one|two|half an|una|dos|media|\\d{1,2}) "
                    + "(?:hours?|minutes?|horas?|minutos?)");

    private static final Signs DISTRESS = Signs.of(
            "terrified|scared|frightened|petrified|(?:so|very|really|too) afraid|afraid (?:of|to|for)|panick\\w*|in a panic|panic attacks?",
            "desperate|desperately|in tears|crying|sobbing|hysterical|worried sick|(?:so|very|extremely) worried|fear for|beg you|begging|i beg",
            "(?:do not|dont) know what (?:else )?to do|(?:cannot|cant) (?:sleep|cope|take (?:it|this) any ?more)|at my wits end|losing my mind",
            "falling apart|breaking down|hopeless|helpless|traumati\\w+|please help (?:me|us|him|her|my)|(?:cant|cannot) find (?:him|her|my)",
            "desesperad[oa]s?|aterrad[oa]s?|aterrorizad[oa]s?|asustad[oa]s?|miedo|angustiad[oa]s?|angustia|panico|llorando|llora mucho",
            "no se que (?:mas )?hacer|ayudenme|ayudeme|(?:le|les|se lo) (?:ruego|suplico)|muy preocupad[oa]s?|no puedo mas|temo por|no (?:la|lo) encuentr[oa]\\w*");

    /** @param text as {@link Signs#unquoted} leaves it */
    static Tone of(CleanText text) {
        var now = NOW.in(text);
        var pressing = now.or(() -> SOON.in(text));
        var distress = DISTRESS.in(text);
        if (pressing.isEmpty() && distress.isEmpty()) {
            return CALM;
        }
        var urgency = now.isPresent() ? Urgency.NOW : pressing.isPresent() ? Urgency.SOON : Urgency.NONE;
        var signs = Stream.of(pressing, distress).flatMap(Optional::stream).toList();
        return new Tone(urgency, distress.isPresent(), signs);
    }
}
