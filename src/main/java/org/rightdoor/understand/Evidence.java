package org.rightdoor.understand;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a text that spoke most for a topic: what staff read as the reason. */
final class Evidence {

    private static final int MOST = 5;
    private static final int SHORTEST = 3;
    /** A word that speaks for less than this share of the strongest one is noise. */
    private static final double WORTH_SAYING = 0.15;

    private static final Set<String> STOP_WORDS = new HashSet<>(Arrays.asList(
            """
            the and for are was were has have had having been being does did doing done can could will would shall should may
            might must not dont doesnt didnt isnt arent wasnt wont cant couldnt wouldnt shouldnt ive youre theyre thats its
            you your yours our ours his her hers him she they them their this that these those there here who whom whose which
            what when where why how all any both each few more most other some such only own same than too very just also
            about above after again against before below between down during from into off once out over under until with
            without because while but nor yet then now get got getting goes going know need want like make made let tell say
            said hello good morning afternoon evening please thanks thank sorry help question dear regards one two three
            weblink mailaddress phonenumber longnumber
            que los las una uno unos unas del por para con sin sobre entre desde hasta como cuando donde quien cual cuales
            esta este esto estos estas ese esa eso esos esas aquel son era fue fueron ser estar esta estan estaba hay han has
            muy mas menos pero porque aunque tambien solo nada algo alguien nadie todo todos toda todas otro otra otros otras
            mis sus nos les ella ellos ellas usted ustedes nosotros tengo tiene tienen puedo puede pueden quiero quiere
            necesito debo debe hacer hago hace saber hola buenos buenas dias tardes noches gracias favor ayuda"""
                    .strip()
                    .split("\\s+")));

    private Evidence() {}

    /** @param seen what the view sees in the text */
    static List<String> of(CleanText text, LexicalView view, View.Seen seen, String topic) {
        var strengths = view.strengths(text.forms(), seen, view.getIndex(topic));
        var strengthOf = new HashMap<String, Double>();
        for (int i = 0; i < text.forms().length; i++) {
            var form = text.forms()[i];
            if (form.length() >= SHORTEST
                    && Character.isLetter(form.codePointAt(0))
                    && !STOP_WORDS.contains(form)
                    && !strengthOf.containsKey(text.words()[i])) {
                strengthOf.put(text.words()[i], strengths[i]);
            }
        }
        double strongest = strengthOf.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return strengthOf.entrySet().stream()
                .filter(word -> word.getValue() > 0 && word.getValue() >= strongest * WORTH_SAYING)
                .sorted(Comparator.comparing((Map.Entry<String, Double> word) -> -word.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
