package org.rightdoor.learning;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A model by what was learned on top of the texts in {@code routing-rules/}. What is in a version never changes, so two
 * replicas that are at the same number read alike.
 */
@Entity
public class ModelVersion {

    public enum State {
        CANDIDATE,
        IN_FORCE,
        REPLACED,
        REFUSED,
        ROLLED_BACK
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    @Enumerated(EnumType.STRING)
    public State state;

    /** Ids of the learned texts it is made of, ascending. */
    public Long[] texts = {};

    /** The version that this one brings back, or null. */
    public Long asOf;

    /** Names of those whose corrections led to it. */
    public String author;

    public Instant madeAt;

    /** When it was taken into force or refused; null for a candidate. */
    public Instant decidedAt;

    /** Fingerprint of the rules' own texts with which the figures were measured. */
    public String rules;

    /** Share, 0 to 1, of the texts kept back that the version in force before it read rightly; null when too few. */
    public Double accuracyBefore;

    /** The same share for this version. */
    public Double accuracy;

    /** Of how many texts kept back the figures are shares. */
    public Integer heldOut;

    /** The replica that trains it, and since when. */
    public String claimedBy;

    public Instant claimedAt;

    static ModelVersion bringingBack(ModelVersion earlier, List<Long> texts, String author) {
        var version = new ModelVersion();
        version.state = State.IN_FORCE;
        version.texts = texts.toArray(Long[]::new);
        version.asOf = earlier.number;
        version.author = author;
        version.madeAt = Instant.now();
        version.decidedAt = version.madeAt;
        version.rules = earlier.rules;
        version.accuracy = earlier.accuracy;
        version.heldOut = earlier.heldOut;
        return version;
    }

    public List<Long> contents() {
        return List.of(texts);
    }

    /** What is in it and not in the other. */
    public List<Long> contentsWithout(ModelVersion other) {
        var rest = new ArrayList<>(contents());
        rest.removeAll(other.contents());
        return rest;
    }

    public boolean isInForce() {
        return state == State.IN_FORCE;
    }

    /** One may go back to what was in force once. */
    public boolean wasInForce() {
        return state == State.REPLACED || state == State.ROLLED_BACK;
    }

    boolean isClaimedBy(String claimant) {
        return state == State.CANDIDATE && claimant.equals(claimedBy);
    }

    void decide(State decision, Outcome outcome) {
        state = decision;
        decidedAt = Instant.now();
        rules = outcome.rules();
        accuracyBefore = outcome.before();
        accuracy = outcome.after();
        heldOut = outcome.heldOut();
    }
}
