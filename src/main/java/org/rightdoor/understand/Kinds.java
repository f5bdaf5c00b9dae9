package org.rightdoor.understand;

import static org.rightdoor.understand.Reading.Kind.AUTOMATIC;
import static org.rightdoor.understand.Reading.Kind.COMPLAINT;
import static org.rightdoor.understand.Reading.Kind.COMPLIMENT;
import static org.rightdoor.understand.Reading.Kind.CONCERN;
import static org.rightdoor.understand.Reading.Kind.QUESTION;
import static org.rightdoor.understand.Reading.Kind.REQUEST;
import static org.rightdoor.understand.Reading.Kind.SUGGESTION;
import static org.rightdoor.understand.Reading.Kind.THANKS;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rightdoor.understand.Reading.Kind;

/**
 * The kind of a message, by words in English and Spanish, compared without accents. THANKS is a message of at most
 * {@value #LONGEST_THANKS} words that are all words of thanking, with nothing asked, because such a message counts as
 * no contact. AUTOMATIC begins as machines begin and asks nothing. Else the first kind of which a word is found, in the
 * order suggestion, complaint, concern, compliment, request; a message with none of them is a question.
 */
final class Kinds {

    private static final int LONGEST_THANKS = 14;

    private static final Set<String> THANKING =
            Signs.words("thank thanks thankyou thx thnx tnx tysm ty tks gracias grax");

    private static final Set<String> BESIDE_THANKS = Signs.words(
            """
            you u so very much many a lot again all for the your ur help quick fast prompt reply response answer info
            information ok okay k great perfect good awesome wonderful got it that this solved solves fixed fixes helped
            helps works worked now we are is were was i am im its thats set everything really appreciate appreciated
            kind kindness god bless have nice day evening weekend yes sir maam ms mr mrs and to everyone team
            muchas mil muchisimas muy amable por la el su ayuda respuesta rapida pronta todo eso esto perfecto listo bien
            entendido dios le la los bendiga les si ya quedo se soluciono resuelto de nuevo buen dia buenas tardes que
            tenga un excelente genial informacion atencion igualmente a usted ustedes""");

    private static final String DOING =
            "(?:send|email|mail|call|text|change|update|add|remove|cancel|schedule|reschedule|mark"
                    + "|excuse|fix|repair|reset|unlock|forward|resend|transfer|arrange|move|put|take|stop|let (?:him|her|my)|contact|notify|check|issue|print|sign)";

    private static final String HACER =
            "(?:mandar\\w*|enviar\\w*|llamar\\w*|cambiar\\w*|actualizar\\w*|agregar\\w*|quitar\\w*"
                    + "|cancelar\\w*|programar\\w*|arreglar\\w*|reparar\\w*|avisar\\w*|revisar\\w*|poner\\w*)";

    /** What machines write at the beginning; a person may well write about it further down. */
    private static final Pattern AUTOMATIC_OPENING =
            Pattern.compile("(?:\\W*(?:re|fwd?|hello|hi|thank you for (?:your|the) (?:e ?mail|message))\\W+)?"
                    + "(?:automatic reply|auto ?reply|auto ?response|out of (?:the )?office|this is an auto\\w* (?:reply|response|message|notification)"
                    + "|this (?:message|e ?mail) was (?:sent |generated )?automatically|delivery status notification|undeliverable|undelivered mail"
                    + "|mail delivery (?:failed|subsystem)|i am (?:currently )?(?:out of|away from) (?:the |my )?(?:office|desk) (?:until|and will|with|from)"
                    + "|respuesta automatica|este es un mensaje automatico|esta es una respuesta automatica"
                    + "|(?:estoy|estare) fuera de la oficina (?:hasta|y|del))\\b.*");

    private static final Map<Kind, Signs> SIGNS = Map.of(
            SUGGESTION,
            Signs.of(
                    "suggest\\w*|recommend that|(?:it )?(?:would|might) be (?:nice|great|good|better|helpful|wonderful) (?:if|to)"
                            + "|(?:you|the \\w+|they|we) should (?:consider|add|have|offer|think)|could you consider|please consider"
                            + "|(?:an|one|my) idea|how about|suger\\w+|sugier\\w+|propongo|propuesta|seria (?:bueno|mejor|bonito|ideal)"
                            + "|deberian (?:considerar|poner|ofrecer|agregar|tener)|consideren|una idea"),
            COMPLAINT,
            Signs.of(
                    "complain\\w*|unacceptable|ridiculous|terrible|horrible|awful|worst|disgust\\w*|outrag\\w*|furious|angry"
                            + "|mad|fed up|sick of|tired of|frustrat\\w*|disappoint\\w*|nobody (?:answers|responds|cares|calls|called)"
                            + "|no one (?:answers|responds|cares|calls|called|has)|rude|late again|again and again|every single (?:day|time|week)"
                            + "|(?:second|third|fourth|fifth|2nd|3rd|4th) time|still (?:no|not|havent|hasnt|waiting)|how can this"
                            + "|que[jx]\\w{1,4}|inaceptable|ridicul[oa]|pesim[oa]|fatal|enojad[oa]|molest[oa]|hart[oa]|cansad[oa] de"
                            + "|indignad[oa]|el colmo|otra vez (?:tarde|lo mismo)|nadie (?:contesta|responde|me)|groser[oa]"
                            + "|(?:segunda|tercera|cuarta) vez|falta de respeto|no es justo|todos los dias"),
            CONCERN,
            Signs.of(
                    "worr\\w+|concern(?:ed|s)?|afraid|scared|frighten\\w*|unsafe|not safe|dangerous|danger|anxious|nervous|upset"
                            + "|crying|cries|bull(?:y|ied|ying|ies)|hurt|hit|threat\\w*|preocup\\w+|miedo|asustad[oa]|peligro\\w*|insegur[oa]"
                            + "|angustiad[oa]|llora\\w*|lloro|acoso|molestan|pegaron|pega|golpe\\w*|amenaz\\w*"),
            REQUEST,
            Signs.of(
                    "(?:can|could|would|will) (?:you|someone|somebody|u) (?:please |kindly |pls )?" + DOING,
                    "(?:please|pls|kindly) (?:also )?" + DOING,
                    "(?:i|we) (?:need|want|would like|wish|am requesting|are requesting|request)(?: you)? to "
                            + "(?:request|schedule|change|update|cancel|add|remove|order|reschedule|withdraw|report|opt out)",
                    "(?:i|we) (?:request|am requesting|are requesting)",
                    "(?:me )?(?:puede|pueden|podria|podrian|puedes) (?:usted |ustedes |por favor )?" + HACER,
                    "por favor (?:" + HACER
                            + "|mandeme\\w*|envieme\\w*|llameme|llamenme|envienme|manden|envien|llamen|cambien|agreguen|quiten|avisen)",
                    "(?:quiero|quisiera|necesito|queremos|necesitamos) (?:solicitar|cambiar|cancelar|agregar|actualizar|pedir|programar|reportar)",
                    "solicito"),
            COMPLIMENT,
            Signs.of(
                    "(?:great|good|wonderful|excellent|amazing|awesome|fantastic|outstanding) (?:job|work|teacher|driver|people|staff|service|experience)"
                            + "|kudos|shout ?out|(?:want|wanted) to (?:thank|praise|recognize|compliment)|best (?:teacher|driver|school|nurse|principal)"
                            + "|(?:is|was|are|were) (?:so |very |truly |really )?(?:wonderful|amazing|awesome|fantastic|great|excellent|kind|helpful|patient)"
                            + "|grateful|love (?:the|our|her|his|this)|compliment|felicit\\w+|excelente (?:trabajo|servicio|maestr[oa]|atencion)"
                            + "|agradec\\w+|buen trabajo|maravillos[oa]|increible trabajo|encantad[oa]"));

    private Kinds() {}

    /** @param own the text without what it quotes: somebody else's anger is not the writer's, but a child's fear is a concern */
    static Kind of(CleanText text, CleanText own) {
        if (isThanks(text)) {
            return THANKS;
        }
        boolean asks = text.text().indexOf('?') >= 0;
        if (!asks && AUTOMATIC_OPENING.matcher(String.join(" ", text.forms())).matches()) {
            return AUTOMATIC;
        }
        for (var kind : new Kind[] {SUGGESTION, COMPLAINT}) {
            if (SIGNS.get(kind).foundIn(own)) {
                return kind;
            }
        }
        if (SIGNS.get(CONCERN).foundIn(text)) {
            return CONCERN;
        }
        if (!asks && SIGNS.get(COMPLIMENT).foundIn(own)) {
            return COMPLIMENT;
        }
        return SIGNS.get(REQUEST).foundIn(own) ? REQUEST : QUESTION;
    }

    private static boolean isThanks(CleanText text) {
        boolean thanked = false;
        int words = 0;
        for (var form : text.forms()) {
            if (form.equals("?") || form.equals("¿") || words > LONGEST_THANKS) {
                return false;
            }
            if (Character.isLetterOrDigit(form.codePointAt(0))) {
                words++;
                thanked |= THANKING.contains(form);
                if (!THANKING.contains(form) && !BESIDE_THANKS.contains(form)) {
                    return false;
                }
            }
        }
        return thanked && words <= LONGEST_THANKS;
    }
}
