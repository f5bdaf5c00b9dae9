package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several cases of one matter become one. */
record Merge(Inquiry into, List<Inquiry> others) {

    static Merge of(Inquiry into, List<Inquiry> others) {
        if (into.mergedInto != null) {
            throw new IllegalStateException(
                    "This case has become part of case #" + into.mergedInto + ". Open that one.");
        }
        for (var other : others) {
            if (other.mergedInto != null) {
                throw new IllegalStateException("Case #" + other.number + " is part of case #" + other.mergedInto
                        + " already. Merge with that one.");
            }
            if (other.openParts > 0) {
                throw new IllegalStateException(
                        "Another department has an open part of case #" + other.number + ". It has to be done first.");
            }
        }
        if (Stream.concat(Stream.of(into), others.stream()).anyMatch(one -> one.confidential)) {
            throw new IllegalStateException(
                    "A confidential case is not merged: those who are named on it may not be on the other.");
        }
        return new Merge(into, others);
    }

    Event join(Inquiry other, Actor by) {
        other.mergedInto = into.number;
        return Event.of(Event.Kind.MERGED, by, "Became part of case #" + into.number);
    }

    /** What the list shows of the surviving case is what all of them together are. */
    Event takeIn(Inquiry survivor, Actor by) {
        for (var other : others) {
            survivor.contacts += other.contacts;
            survivor.distress |= other.distress;
            survivor.safety |= other.safety;
            if (other.urgency.compareTo(survivor.urgency) > 0) survivor.urgency = other.urgency;
            survivor.priority = survivor.priority.atLeast(other.priority);
            if (other.lastContactAt.isAfter(survivor.lastContactAt)) survivor.lastContactAt = other.lastContactAt;
        }
        survivor.waitingSince = waitingSince();
        survivor.status = status();
        if (survivor.status != Status.RESOLVED) survivor.resolvedAt = null;
        if (others.stream().anyMatch(other -> other.waitingSince != null && other.snoozedUntil == null)) {
            survivor.snoozedUntil = null;
        }
        return Event.of(Event.Kind.MERGED, by, "Took in " + names());
    }

    private Instant waitingSince() {
        return all().map(one -> one.waitingSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Open when any of them is, and settled only when all are. */
    private Status status() {
        return all().map(one -> one.status).min(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<Inquiry> all() {
        return Stream.concat(Stream.of(into), others.stream());
    }

    private String names() {
        return others.stream().map(other -> "case #" + other.number).collect(Collectors.joining(", "));
    }
}
