package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Tone;

class MergeTest {

    private static final Instant MORNING = Instant.parse("2026-10-05T11:30:00Z");
    private static final Actor DANA = new Actor("Dana", 7L);

    private final Inquiry web = inquiry(1, MORNING.plusSeconds(600));
    private final Inquiry text = inquiry(2, MORNING);
    private final List<Instant> others = new ArrayList<>();

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
        apart(before, after, List.of(), null);
        assertThat(Standing.of(web)).isEqualTo(before);
    }

    @Test
    void A_message_to_the_other_case_is_not_left_behind_and_one_to_itself_stays() {
        web.resolve(DANA);
        var before = Standing.of(web);
        var after = merge();
        both(contact(MORNING.plusSeconds(1000)));
        apart(before, after, List.of(), null);
        assertThat(Standing.of(web)).isEqualTo(before);

        after = merge();
        var own = contact(MORNING.plusSeconds(2000));
        web.take(own);
        apart(before, after, List.of(own), null);
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
        apart(before, after, List.of(), new Unmerge.Decision(Instant.now(), Event.Kind.REPLIED));
        assertThat(web.status).isEqualTo(Status.WAITING);
        assertThat(web.waitingSince).isNull();
        assertThat(web.contacts).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLIED", "RESOLVED"})
    void What_staff_decided_stands_though_another_family_wrote_again_after_it(Event.Kind kind) {
        var before = Standing.of(web);
        var after = merge();
        var at = MORNING.plusSeconds(3600);
        if (kind == Event.Kind.REPLIED) web.replied(DANA, "");
        else web.resolve(DANA);
        web.rests = new Long[] {at.getEpochSecond()};
        both(contact(at.plusSeconds(60)));
        web.rests = new Long[] {at.getEpochSecond(), at.getEpochSecond() + 60};
        apart(before, after, List.of(), new Unmerge.Decision(at, kind));
        assertThat(web.status).isEqualTo(kind == Event.Kind.REPLIED ? Status.WAITING : Status.RESOLVED);
        assertThat(web.waitingSince).isNull();
        assertThat(web.resolvedAt).isEqualTo(kind == Event.Kind.REPLIED ? null : at);
        assertThat(web.rests).containsExactly(at.getEpochSecond());
        assertThat(text.status).isEqualTo(Status.OPEN);
    }

    @Test
    void After_an_answer_both_families_wrote_again_and_the_case_waits_since_its_own_did() {
        var before = Standing.of(web);
        var after = merge();
        var at = MORNING.plusSeconds(3600);
        web.replied(DANA, "");
        both(contact(at.plusSeconds(60)));
        var own = contact(at.plusSeconds(120));
        web.take(own);
        apart(before, after, List.of(own), new Unmerge.Decision(at, Event.Kind.REPLIED));
        assertThat(web.status).isEqualTo(Status.OPEN);
        assertThat(web.waitingSince).isEqualTo(own.at);
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
        others.add(contact.at);
        text.take(contact);
        web.take(contact);
    }

    private void apart(Standing before, Standing after, List<Contact> own, Unmerge.Decision decision) {
        new Unmerge(before, after, text.contacts, own, others, false, decision).of(web);
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
