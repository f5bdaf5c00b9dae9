package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerFinder;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.answers.NeverAnswer;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.understand.Reading;

class ExpiredAnswerTest {

    private static final int GONE = 410;

    private final RoutingRules rules = RoutingRules.load(Path.of("src/test/resources/small-district"));

    @Test
    void An_answer_is_shown_on_its_last_day_and_gone_on_the_next() {
        var today = rules.district().today();
        var known = knowing(answer("last-day", today), answer("expired", today.minusDays(1)));
        assertThat(AnsweredPages.current("last-day", known).id()).isEqualTo("last-day");
        assertThatThrownBy(() -> AnsweredPages.current("expired", known))
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        gone -> assertThat(gone.getResponse().getStatus()).isEqualTo(GONE));
    }

    private Knowledge knowing(Answer... answers) {
        var finder = AnswerFinder.tryingOut(List.of(answers), text -> Reading.NOTHING);
        return new Knowledge(rules, null, null, null, finder, new NeverAnswer(List.of()), null);
    }

    private static Answer answer(String id, LocalDate expires) {
        var text = new LocalText(Map.of("en", "At 7:10."));
        return new Answer(id, "bus-late", Map.of("en", List.of("When does bus " + id + " come?")), text, expires);
    }
}
