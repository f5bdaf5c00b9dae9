package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClarificationTest {

    private final Clarification asked = Clarification.between(
            List.of("transportation", "enrollment"), List.of("bus-stop", "enroll-address"), "front-office");
    private final Inquiry inquiry = Inquiry.openedBy(1, null, "about the new address", Instant.now());

    @BeforeEach
    void atTheDesk() {
        inquiry.department = "front-office";
    }

    @ParameterizedTest
    @CsvSource({
        "1, transportation",
        "' 2.', enrollment",
        "Option 2, enrollment",
        "opción 1, transportation",
        "#2, enrollment"
    })
    void A_number_texted_back_chooses(String text, String department) {
        assertThat(Clarification.mayAnswer(text)).isTrue();
        assertThat(asked.chosenBy(text)).contains(department);
    }

    @Test
    void Three_is_neither() {
        assertThat(asked.chosenBy("3")).contains(Clarification.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "12", "bus 1", "1 more thing", "2 or 3 days ago the bus came late"})
    void Anything_else_is_a_message(String text) {
        assertThat(Clarification.mayAnswer(text)).isFalse();
    }

    @Test
    void The_case_goes_where_the_family_says_and_the_family_is_named_for_it() {
        asked.answer("enrollment");
        var event = inquiry.clarified(asked);

        assertThat(inquiry.department).isEqualTo("enrollment");
        assertThat(inquiry.topic).isEqualTo("enroll-address");
        assertThat(inquiry.confidence).isEqualTo(1);
        assertThat(event.kind).isEqualTo(Event.Kind.ROUTED);
        assertThat(event.actor).isEqualTo("Family");
    }

    @Test
    void Neither_of_the_two_leaves_it_at_the_front_desk() {
        asked.answer("health");
        var event = inquiry.clarified(asked);

        assertThat(inquiry.department).isEqualTo("front-office");
        assertThat(event.kind).isEqualTo(Event.Kind.CLARIFIED);
    }

    @Test
    void What_staff_have_moved_meanwhile_stays_there() {
        inquiry.department = "records";
        asked.answer("enrollment");
        inquiry.clarified(asked);

        assertThat(inquiry.department).isEqualTo("records");
    }
}
