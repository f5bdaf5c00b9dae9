package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.Priority;

class PartingTest {

    private static final Instant MORNING = Instant.parse("2026-10-05T11:30:00Z");
    private static final Actor DANA = new Actor("Dana", 7L);

    private final Contact first = contact(1, MORNING);
    private final Contact second = contact(2, MORNING.plusSeconds(60));
    private final Contact third = contact(3, MORNING.plusSeconds(120));
    private final Inquiry old = old();

    @Test
    void Contacts_follow_the_messages() {
        var parting = Parting.of(List.of(first, second, third), List.of(1L, 3L));
        var opened = parting.newCase(old);
        opened.number = 2000L;
        parting.leave(old, opened, DANA);
        parting.arrive(opened, 1000, DANA);
        assertThat(old.contacts).isEqualTo(1);
        assertThat(old.waitingSince).isEqualTo(second.at);
        assertThat(old.lastContactAt).isEqualTo(second.at);
        assertThat(opened.contacts).isEqualTo(2);
        assertThat(opened.openedAt).isEqualTo(first.at);
        assertThat(opened.lastContactAt).isEqualTo(third.at);
        assertThat(opened.department).isEqualTo("transportation");
        assertThat(List.of(first.inquiryNumber, second.inquiryNumber, third.inquiryNumber))
                .containsExactly(2000L, 1000L, 2000L);
    }

    @Test
    void Something_goes_and_something_stays() {
        assertThatThrownBy(() -> Parting.of(List.of(first, second), List.of())).hasMessageContaining("Choose");
        assertThatThrownBy(() -> Parting.of(List.of(first), List.of(1L))).hasMessageContaining("has to stay");
    }

    private Inquiry old() {
        var inquiry = Inquiry.openedBy(1, null, "the bus is late", MORNING);
        inquiry.number = 1000L;
        inquiry.department = "transportation";
        inquiry.priority = Priority.NORMAL;
        List.of(first, second, third).forEach(inquiry::take);
        return inquiry;
    }

    private static Contact contact(long id, Instant at) {
        var contact = new Contact();
        contact.id = id;
        contact.inquiryNumber = 1000;
        contact.personId = 1;
        contact.at = at;
        contact.text = "message " + id;
        contact.counts = true;
        return contact;
    }
}
