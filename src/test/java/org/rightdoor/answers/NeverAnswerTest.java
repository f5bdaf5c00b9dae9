package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.answers.NeverAnswer.Matter;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.Words;

class NeverAnswerTest {

    private static final LocalText WHY = new LocalText(Map.of("en", "A person must judge it."));

    private final NeverAnswer small = new NeverAnswer(List.of(
            new Matter("threats", WHY, Set.of("safety-threat"), Words.of(List.of("gun", "amenaz*"))),
            new Matter("custody", WHY, Set.of("legal-custody"), Words.of(List.of()))));

    private final NeverAnswer shipped = shipped();

    @Test
    void A_word_or_a_topic_forbids() {
        assertThat(small.forbids("he brought a GUN", "bus-late")).contains("threats");
        assertThat(small.forbids("me amenazó", null)).contains("threats");
        assertThat(small.forbids("hello", "legal-custody")).contains("custody");
        assertThat(small.forbids("hello", "bus-late")).isEmpty();
        assertThat(small.forbids("hello", null)).isEmpty();
    }

    @Test
    void Staff_are_told_why() {
        assertThat(small.why("threats")).contains(WHY);
        assertThat(small.why("gone")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    self-harm                  | my daughter says she wants to die
                    self-harm                  | mi hijo dice que ya no quiere vivir
                    self-harm                  | what is the bus number? also i think about suicide
                    threats-and-weapons        | a boy on the bus has a knife
                    threats-and-weapons        | un niño trajo una navaja
                    abuse-and-neglect          | I saw bruises on her arms
                    sexual-misconduct          | she was touched inappropriately
                    missing-child              | where is the bus? I can't find my son
                    missing-child              | no encuentro a mi hija, no llegó
                    custody                    | there is a restraining order against his dad
                    custody                    | tengo una orden de restriccion
                    special-education-dispute  | we want due process
                    discipline                 | he got suspended, when can he come back
                    discipline                 | suspendieron a mi hija
                    legal                      | my lawyer will call you
                    legal                      | voy a demandar a la escuela
                    discrimination             | the coach is racist
                    medical-emergency          | she can’t breathe
                    medical-emergency          | un niño se desmayó
                    """)
    void The_shipped_list_guards(String id, String text) {
        assertThat(shipped.forbids(text, null)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is bus 14?",
                "How do I pay for lunch online?",
                "what time does school start tmrw",
                "¿A qué hora empiezan las clases?",
                "¿Cómo inscribo a mi hija en kínder?",
                "olvidé mi contraseña del portal"
            })
    void The_shipped_list_lets_everyday_questions_pass(String text) {
        assertThat(shipped.forbids(text, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"safety-threat", "safety-abuse", "safety-missing-child", "legal-custody", "sped-dispute"})
    void The_shipped_list_forbids_by_topic_whatever_the_words(String topic) {
        assertThat(shipped.forbids("hello", topic)).isPresent();
    }

    private static NeverAnswer shipped() {
        var directory = Path.of("routing-rules");
        var faults = new Faults();
        var rules = RoutingRules.read(directory, faults);
        return NeverAnswer.read(directory.resolve("never-answer.yml"), rules, faults);
    }
}
