package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.routing.Priority;

class EffectTest {

    private static final Instant MORNING = Instant.parse("2026-10-05T11:30:00.123456Z");
    private static final Actor DANA = new Actor("Dana", 7L);

    private final Inquiry inquiry = inquiry();

    @Test
    void Undoing_puts_back_what_was_changed_and_leaves_all_else() {
        var before = Standing.of(inquiry);
        inquiry.resolve(DANA);
        var effect = kept(Effect.between(before, Standing.of(inquiry)));
        inquiry.tags = new String[] {"bus 14"};
        inquiry.assigneeId = 8L;

        assertThat(effect.overtakenBy(Standing.of(inquiry))).isEmpty();
        effect.undoneIn(Standing.of(inquiry)).putInto(inquiry);

        assertThat(inquiry.status).isEqualTo(Status.OPEN);
        assertThat(inquiry.waitingSince).isEqualTo(MORNING);
        assertThat(inquiry.resolvedAt).isNull();
        assertThat(inquiry.tags).containsExactly("bus 14");
        assertThat(inquiry.assigneeId).isEqualTo(8L);
    }

    @Test
    void What_was_changed_again_is_named() {
        var before = Standing.of(inquiry);
        inquiry.reroute("nutrition", null, "It is about lunch.", DANA);
        var effect = kept(Effect.between(before, Standing.of(inquiry)));
        inquiry.reroute("facilities", null, "It is about the kitchen.", DANA);
        assertThat(effect.overtakenBy(Standing.of(inquiry))).containsExactly("where it belongs");
    }

    @Test
    void A_moment_that_the_database_has_rounded_is_the_same_moment() {
        var before = Standing.of(inquiry);
        inquiry.resolvedAt = Instant.parse("2026-10-05T12:00:00.123456789Z");
        var effect = kept(Effect.between(before, Standing.of(inquiry)));
        inquiry.resolvedAt = Instant.parse("2026-10-05T12:00:00.123457Z");
        assertThat(effect.overtakenBy(Standing.of(inquiry))).isEmpty();
        inquiry.resolvedAt = Instant.parse("2026-10-05T12:00:01Z");
        assertThat(effect.overtakenBy(Standing.of(inquiry))).isNotEmpty();
    }

    @Test
    void A_deed_that_changes_no_value_is_undone_whatever_came_after() {
        var standing = Standing.of(inquiry);
        var effect = kept(Effect.between(standing, standing));
        inquiry.resolve(DANA);
        assertThat(effect.overtakenBy(Standing.of(inquiry))).isEmpty();
        effect.undoneIn(Standing.of(inquiry)).putInto(inquiry);
        assertThat(inquiry.status).isEqualTo(Status.RESOLVED);
    }

    @Test
    void All_that_a_case_stands_for_survives_being_kept() {
        inquiry.rests = new Long[] {1_790_000_000L, 1_790_000_100L};
        inquiry.assigneeId = 7L;
        inquiry.confidence = 0.96f;
        inquiry.because = new String[] {"words: bus", "a \"quote\""};
        var whole = Standing.of(inquiry);
        var other = Standing.of(Inquiry.openedBy(2, null, "another", MORNING.plusSeconds(60)));
        var effect = kept(Effect.between(whole, other));
        assertThat(effect.undoneIn(other)).isEqualTo(whole);
        assertThat(effect.overtakenBy(other)).isEmpty();
        assertThat(kept(Effect.between(other, whole)).overtakenBy(whole)).isEmpty();
    }

    private static Effect kept(Effect effect) {
        return Effect.read(effect.before().toString(), effect.after().toString());
    }

    private static Inquiry inquiry() {
        var inquiry = Inquiry.openedBy(1, null, "the bus is late", MORNING);
        inquiry.department = "transportation";
        inquiry.topic = "bus-late";
        inquiry.priority = Priority.HIGH;
        inquiry.contacts = 2;
        inquiry.because = List.of("words: bus").toArray(String[]::new);
        return inquiry;
    }
}
