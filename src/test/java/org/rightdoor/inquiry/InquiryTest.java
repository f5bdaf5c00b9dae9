package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.Route;
import org.rightdoor.understand.Tone;

class InquiryTest {

    private static final Instant MORNING = Instant.parse("2026-10-05T11:30:00Z");
    private static final Actor DANA = new Actor("Dana", 7L);

    private final Inquiry inquiry = Inquiry.openedBy(1, null, "the bus is late\nwe wait at oak st", MORNING);

    @Test
    void The_first_line_of_a_message_without_subject_is_its_subject() {
        assertThat(inquiry.subject).isEqualTo("the bus is late");
        assertThat(Inquiry.openedBy(1, " ", "x".repeat(500), MORNING).subject)
                .hasSize(90)
                .endsWith("…");
        assertThat(Inquiry.openedBy(1, null, "🚌".repeat(200), MORNING).subject).endsWith("🚌…");
    }

    @Test
    void Every_contact_that_a_family_had_to_make_counts() {
        inquiry.take(contact(MORNING, true));
        inquiry.take(contact(MORNING.plusSeconds(60), true));
        assertThat(inquiry.contacts).isEqualTo(2);
        assertThat(inquiry.lastContactAt).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void Thanks_count_for_nothing_and_wake_nobody() {
        inquiry.take(contact(MORNING, true));
        inquiry.replied(DANA, "");
        inquiry.take(contact(MORNING.plusSeconds(60), false));
        assertThat(inquiry.contacts).isEqualTo(1);
        assertThat(inquiry.status).isEqualTo(Status.WAITING);
    }

    @Test
    void The_family_has_been_waiting_since_the_first_unanswered_contact() {
        inquiry.take(contact(MORNING, true));
        inquiry.take(contact(MORNING.plus(Duration.ofHours(2)), true));
        assertThat(inquiry.waitingSince).isEqualTo(MORNING);
        inquiry.replied(DANA, "");
        assertThat(inquiry.waitingSince).isNull();
        inquiry.take(contact(MORNING.plus(Duration.ofHours(5)), true));
        assertThat(inquiry.waitingSince).isEqualTo(MORNING.plus(Duration.ofHours(5)));
    }

    @Test
    void A_contact_wakes_a_settled_matter() {
        inquiry.resolve(DANA);
        var events = inquiry.take(contact(MORNING.plusSeconds(60), true));
        assertThat(inquiry.status).isEqualTo(Status.OPEN);
        assertThat(events).extracting(event -> event.kind).containsExactly(Event.Kind.REOPENED);
    }

    @Test
    void Moving_a_case_to_where_it_is_already_is_refused() {
        inquiry.route(new Route("nutrition", "meal-menu", Priority.NORMAL, List.of(), List.of("words: menu"), 0.7));
        assertThatThrownBy(() -> inquiry.reroute("nutrition", null, "menu", DANA))
                .hasMessageContaining("nutrition already");
        var event = inquiry.reroute("health", "health-allergy", "an allergy", DANA);
        assertThat(inquiry.department).isEqualTo("health");
        assertThat(inquiry.topic).isEqualTo("health-allergy");
        assertThat(inquiry.because).containsExactly("Dana: an allergy");
        assertThat(event.staffId).isEqualTo(7L);
    }

    @Test
    void A_case_is_as_pressing_as_the_most_pressing_of_its_messages() {
        inquiry.route(new Route("nutrition", "meal-menu", Priority.NORMAL, List.of(), List.of(), 0.7));
        inquiry.hear(new Tone(Tone.Urgency.NOW, true, List.of("urgent")));
        inquiry.hear(Tone.CALM);
        assertThat(inquiry.urgency).isEqualTo(Tone.Urgency.NOW);
        assertThat(inquiry.distress).isTrue();
        assertThat(inquiry.priority).isEqualTo(Priority.URGENT);
    }

    @Test
    void A_topic_is_changed_where_the_case_is_and_only_to_another_one() {
        inquiry.route(new Route("nutrition", "meal-menu", Priority.NORMAL, List.of(), List.of("words: menu"), 0.7));
        assertThatThrownBy(() -> inquiry.changeTopic("meal-menu", DANA)).hasMessageContaining("Choose another topic");
        var event = inquiry.changeTopic("meal-accounts", DANA);
        assertThat(inquiry.department).isEqualTo("nutrition");
        assertThat(inquiry.topic).isEqualTo("meal-accounts");
        assertThat(event.kind).isEqualTo(Event.Kind.TOPIC_CHANGED);
    }

    @Test
    void What_is_resolved_is_not_resolved_twice() {
        inquiry.resolve(DANA);
        assertThatThrownBy(() -> inquiry.resolve(DANA)).isInstanceOf(IllegalStateException.class);
        inquiry.reopen(DANA);
        assertThatThrownBy(() -> inquiry.reopen(DANA)).isInstanceOf(IllegalStateException.class);
    }

    private static Contact contact(Instant at, boolean counts) {
        var contact = new Contact();
        contact.at = at;
        contact.counts = counts;
        return contact;
    }
}
