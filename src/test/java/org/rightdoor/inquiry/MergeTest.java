package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Tone;

class MergeTest {

    private static final Instant MORNING = Instant.parse("2026-10-05T11:30:00Z");
    private static final Actor DANA = new Actor("Dana", 7L);

    private final Inquiry web = inquiry(1, MORNING.plusSeconds(600));
    private final Inquiry text = inquiry(2, MORNING);

    @Test
    void Merged_cases_are_as_pressing_and_as_long_awaited_as_the_most_of_them() {
        text.urgency = Tone.Urgency.NOW;
        text.distress = true;
        text.priority = Priority.URGENT;
        web.replied(DANA, "");
        merge();
        assertThat(web.contacts).isEqualTo(2);
        assertThat(web.waitingSince).isEqualTo(MORNING);
        assertThat(web.status).isEqualTo(Status.OPEN);
        assertThat(web.urgency).isEqualTo(Tone.Urgency.NOW);
        assertThat(web.distress).isTrue();
        assertThat(web.priority).isEqualTo(Priority.URGENT);
        assertThat(web.lastContactAt).isEqualTo(MORNING.plusSeconds(600));
        assertThat(text.mergedInto).isEqualTo(1L);
        assertThat(text.contacts).isEqualTo(1);
    }

    @Test
    void Taken_apart_the_case_is_what_it_was() {
        web.resolve(DANA);
        var before = Standing.of(web);
        var after = merge();
        assertThat(web.status).isEqualTo(Status.OPEN);
        apart(before, after, List.of(), false);
        assertThat(Standing.of(web)).isEqualTo(before);
    }

    @Test
    void A_message_to_the_other_case_is_not_left_behind_and_one_to_itself_stays() {
        web.resolve(DANA);
        var before = Standing.of(web);
        var after = merge();
        both(contact(MORNING.plusSeconds(1000)));
        apart(before, after, List.of(), false);
        assertThat(Standing.of(web)).isEqualTo(before);

        after = merge();
        var own = contact(MORNING.plusSeconds(2000));
        web.take(own);
        apart(before, after, List.of(own), false);
        assertThat(web.contacts).isEqualTo(2);
        assertThat(web.status).isEqualTo(Status.OPEN);
        assertThat(web.waitingSince).isEqualTo(MORNING.plusSeconds(2000));
        assertThat(web.lastContactAt).isEqualTo(MORNING.plusSeconds(2000));
    }

    @Test
    void What_staff_decided_since_stands() {
        var before = Standing.of(web);
        var after = merge();
        web.replied(DANA, "");
        apart(before, after, List.of(), true);
        assertThat(web.status).isEqualTo(Status.WAITING);
        assertThat(web.waitingSince).isNull();
        assertThat(web.contacts).isEqualTo(1);
    }

    @Test
    void Confidential_cases_and_parts_of_others_are_refused() {
        text.mergedInto = 9L;
        assertThatThrownBy(this::merge).hasMessageContaining("is part of case #9");
        text.mergedInto = null;
        text.confidential = true;
        assertThatThrownBy(this::merge).hasMessageContaining("confidential");
        text.confidential = false;
        text.openParts = 1;
        assertThatThrownBy(this::merge).hasMessageContaining("open part");
    }

    private Standing merge() {
        text.mergedInto = text.mergedInto != null && text.mergedInto == 1L ? null : text.mergedInto;
        var merge = Merge.of(web, List.of(text));
        merge.join(text, DANA);
        merge.takeIn(web, DANA);
        return Standing.of(web);
    }

    private void both(Contact contact) {
        text.take(contact);
        web.take(contact);
    }

    private void apart(Standing before, Standing after, List<Contact> own, boolean decided) {
        new Unmerge(before, after, text.contacts, own, decided).of(web);
    }

    private static Contact contact(Instant at) {
        var contact = new Contact();
        contact.at = at;
        contact.counts = true;
        return contact;
    }

    private static Inquiry inquiry(long number, Instant at) {
        var inquiry = Inquiry.openedBy(number, null, "the bus is late", at);
        inquiry.number = number;
        inquiry.priority = Priority.NORMAL;
        inquiry.take(contact(at));
        return inquiry;
    }
}
