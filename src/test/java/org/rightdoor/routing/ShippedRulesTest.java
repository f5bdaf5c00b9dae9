package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;

/** The sample district's rules beside the messages they are for. */
class ShippedRulesTest {

    private static final RoutingRules RULES = RoutingRules.load(Path.of("routing-rules"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    self-harm            | bus-late          | he said he wants to die                              | ss-mental-health     | URGENT
                    self-harm            | bus-late          | mi hija dice que ya no quiere vivir                  | ss-mental-health     | URGENT
                    child-not-home       | bus-late          | my son is not home yet and it is 5                   | safety-missing-child | URGENT
                    child-not-home       | bus-no-show       | mi hija no se bajo del bus, no ha llegado a casa     | safety-missing-child | URGENT
                    threat-in-words      | ss-discipline     | a boy brought a knife to school                      | safety-threat        | URGENT
                    medical-emergency    | meal-allergy      | he ate a nut and can't breathe                       | health-injury        | URGENT
                    danger-by-topic      | safety-abuse      | I worry about a girl in her class                    | safety-abuse         | URGENT
                    gas-fire-flood       | fac-temperature-air | it smells like gas by the gym                      | fac-repair           | URGENT
                    gas-fire-flood       | front-who-to-ask  | se inundó el baño de la escuela                      | fac-repair           | URGENT
                    left-at-wrong-stop   | bus-driver        | the driver dropped my son at the wrong stop          | bus-no-show          | URGENT
                    bus-and-iep          | sped-services     | her IEP says she gets a bus with an aide             | bus-special-needs    | HIGH
                    bus-and-iep          | bus-late          | el autobus no tiene rampa para su silla de ruedas    | bus-special-needs    | HIGH
                    dangerous-driving    | bus-driver        | bus 9 ran a red light this morning                   | bus-driver           | HIGH
                    subpoena-or-lawyer   | records-copy      | attached is a subpoena for records                   | legal-lawyer         | HIGH
                    court-order          | front-early-pickup | there is a restraining order, he may not pick up    | legal-custody        | HIGH
                    civil-rights         | ath-coach         | the coach made a racist joke                         | legal-discrimination | HIGH
                    public-records       | fin-budget-tax    | this is a FOIA request for the bus contract          | legal-public-records | NORMAL
                    reporter             | sup-meeting       | I am a reporter with Channel 5, on deadline          | comm-media           | HIGH
                    allergy-on-the-menu  | health-care-plan  | is there peanut in the cafeteria lunch today         | meal-allergy         | HIGH
                    refused-a-meal       | meal-balance      | they took his tray because we owe 4 dollars          | meal-balance         | HIGH
                    without-a-home       | enroll-documents  | we are living in our car, can she start school       | ss-homeless          | HIGH
                    asked-before         | tech-password     | third time I write about this log in                 | tech-password        | HIGH
                    """)
    void A_rule_catches_its_message(String rule, String read, String text, String topic, Priority priority) {
        var route = route(text, read, 0.8);

        assertThat(route.because().get(0)).startsWith("rule " + rule + ":");
        assertThat(route.topic()).isEqualTo(topic);
        assertThat(route.department()).isEqualTo(RULES.topics().get(topic).department());
        assertThat(route.priority()).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bus-late             | bus 14 is late again
                    curr-grades          | his report card never came home
                    curr-materials       | which unit covers civil rights in grade 5
                    ss-mental-health     | he gets panic attacks and says he can't breathe in class
                    health-care-plan     | who trains the nurse on her epipen at lunch, she is allergic
                    records-name-change  | is a court order needed for a name change
                    legal-claim          | our claim for the flooding of my basement
                    comm-media           | can I hang up a flyer
                    """)
    void No_rule_meddles_with_an_everyday_message(String topic, String text) {
        var route = route(text, topic, 0.8);

        assertThat(route.because()).noneMatch(reason -> reason.startsWith("rule "));
        assertThat(route.topic()).isEqualTo(topic);
    }

    @Test
    void A_message_nobody_can_place_goes_to_the_front_office() {
        assertThat(route("hm well about that other thing", "curr-courses", 0.08).department())
                .isEqualTo("front-office");
        assertThat(route("hello", "curr-courses", 0.4).department()).isEqualTo("front-office");
        assertThat(route("schedule change for algebra", "curr-courses", 0.4).department())
                .isEqualTo("curriculum");
    }

    @Test
    void Every_rule_tells_staff_in_both_languages_why_it_is_there() {
        assertThat(RULES.rules())
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(rule.note().byLanguage()).as(rule.id()).containsOnlyKeys("en", "es"));
    }

    private static Route route(String text, String topic, double probability) {
        var reading = new Reading(List.of(new Guess(topic, probability)), "en", Kind.QUESTION, List.of());
        return RULES.route(new Facts(text, reading, "web", null, null));
    }
}
