package org.rightdoor.answers;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.rightdoor.inquiry.Actor;

/** One version of an answer that staff write: somebody else than its writers reads it before families do. */
@Entity
public class WrittenAnswer {

    public enum State {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        REPLACED,
        DISCARDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String answerId;

    @Enumerated(EnumType.STRING)
    public State state = State.DRAFT;

    /** The answer as it could stand in {@code routing-rules/answers/}; empty where it is retired. */
    public String yaml = "";

    /** True when from this version on there is no such answer. */
    public boolean retired;

    public Long[] writerIds = {};

    /** Their names, by comma. */
    public String writers = "";

    /** What the reviewer asks to be changed, or why it is retired. */
    public String remark = "";

    public Instant changedAt;
    public Long reviewerId;
    public String reviewer;
    public Instant decidedAt;

    @Version
    public int version;

    static WrittenAnswer of(String answerId, String yaml, Actor by) {
        var written = new WrittenAnswer();
        written.answerId = answerId;
        written.write(yaml, by);
        return written;
    }

    /** Takes an answer away at once: what is said no more needs no second reader. */
    static WrittenAnswer retiring(String answerId, String why, Actor by) {
        var written = of(answerId, "", by);
        written.retired = true;
        written.remark = why;
        written.decide(State.PUBLISHED, by);
        return written;
    }

    public boolean isInWork() {
        return state == State.DRAFT || state == State.IN_REVIEW;
    }

    public boolean isInReview() {
        return state == State.IN_REVIEW;
    }

    public boolean isWrittenBy(Long staffId) {
        return Arrays.asList(writerIds).contains(staffId);
    }

    /** Goes on with it; what waited for a reviewer has to be handed in again. */
    void write(String text, Actor by) {
        demand(isInWork(), "Only what is being worked on can be changed");
        yaml = text;
        state = State.DRAFT;
        writerIds = plus(writerIds, by.staffId());
        writers = String.join(", ", plus(writers, by.name()));
        changedAt = Instant.now();
    }

    void handIn() {
        demand(state == State.DRAFT, "Only a draft can be handed in");
        state = State.IN_REVIEW;
        remark = "";
    }

    void sendBack(String why, Actor by) {
        demand(isInReview(), "Only what was handed in can be sent back");
        state = State.DRAFT;
        remark = why;
        reviewer = by.name();
    }

    /** @throws IllegalStateException when somebody approves their own words */
    void approve(Actor by) {
        demand(isInReview(), "Only what was handed in can be approved");
        demand(by.staffId() != null && !isWrittenBy(by.staffId()), "Somebody else has to approve what one has written");
        decide(State.PUBLISHED, by);
    }

    void discard(Actor by) {
        demand(isInWork(), "Only what is being worked on can be thrown away");
        state = State.DISCARDED;
        decidedAt = Instant.now();
    }

    /** Another version is published, or the files say it from now on. */
    void replace() {
        demand(state == State.PUBLISHED, "Only a published version can be replaced");
        state = State.REPLACED;
    }

    private void decide(State decision, Actor by) {
        state = decision;
        reviewerId = by.staffId();
        reviewer = by.name();
        decidedAt = Instant.now();
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }

    private static Long[] plus(Long[] ids, Long one) {
        var all = new LinkedHashSet<>(Arrays.asList(ids));
        if (one != null) all.add(one);
        return all.toArray(Long[]::new);
    }

    private static List<String> plus(String names, String one) {
        var all = new LinkedHashSet<>(names.isEmpty() ? List.of() : Arrays.asList(names.split(", ")));
        all.add(one);
        return List.copyOf(all);
    }
}
