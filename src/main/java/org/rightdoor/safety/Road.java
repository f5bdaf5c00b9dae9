package org.rightdoor.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The way of an alert from one person to the next: in open hours those named for its category in their order; else first who
 * is on call. After them comes the fallback, and then it goes round until somebody says to have it.
 *
 * @param people ids of active staff, each once
 * @param each how long one has before the next is called
 */
record Road(List<Long> people, Duration each) {

    /** Whoever has not seen it by then finds it on the desk; a telephone that goes on for days is switched off. */
    private static final Duration LONGEST = Duration.ofHours(24);

    static Road of(List<Long> named, List<Long> onCall, Long fallback, boolean open, int minutes) {
        var order = new LinkedHashSet<Long>();
        if (!open) order.addAll(onCall);
        order.addAll(named);
        if (fallback != null) order.add(fallback);
        return new Road(List.copyOf(order), Duration.ofMinutes(minutes));
    }

    /**
     * Who is called next: the first who was not called in this round yet, for the doors may have closed or opened since it began.
     *
     * @param called id of who was called, once for each call, in that order
     * @return null where nobody is named
     */
    Long next(List<Long> called) {
        var round = new HashSet<Long>();
        for (var person : called) {
            round.add(person);
            if (round.containsAll(people)) round.clear();
        }
        var last = called.isEmpty() ? null : called.get(called.size() - 1);
        return people.stream()
                .filter(person -> !round.contains(person))
                .filter(person -> !person.equals(last) || people.size() == 1)
                .findFirst()
                .orElse(null);
    }

    /** When the next one is called; null when it has gone on for long enough. */
    Instant next(Instant raised, Instant now) {
        var next = now.plus(each);
        return people.isEmpty() || next.isAfter(raised.plus(LONGEST)) ? null : next;
    }
}
