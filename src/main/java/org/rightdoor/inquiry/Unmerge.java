package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a case is without those that it took in: as before, but for what has happened to itself since. A message to one of the
 * others may have opened it once more; that one goes with its case.
 *
 * @param before all that it was when it took them in
 * @param after all that it was then
 * @param theirs how many contacts the others have now
 * @param own messages that came into this case itself since, oldest first
 * @param others when the families wrote into the others since
 * @param calledSince true when a person was called to it since
 * @param decision the last time that somebody has answered, resolved or reopened it since, or null
 */
record Unmerge(
        Standing before,
        Standing after,
        int theirs,
        List<Contact> own,
        List<Instant> others,
        boolean calledSince,
        Decision decision) {

    /** What somebody did with the whole of them. */
    record Decision(Instant at, Event.Kind kind) {

        Status status() {
            return kind == Event.Kind.RESOLVED ? Status.RESOLVED : Status.WAITING;
        }
    }

    boolean decided() {
        return decision != null;
    }

    /** True when it is open only since a family wrote into one of the others. */
    boolean openedByOthers(Inquiry survivor) {
        return survivor.status == Status.OPEN
                && survivor.waitingSince != null
                && (decided() || before.waitingSince() == null)
                && others.contains(survivor.waitingSince);
    }

    /** What it is again, unless a message of its own has opened it too. */
    Status statusWithoutThem() {
        return decided() ? decision.status() : before.status();
    }

    /** When its own family wrote again, or null. */
    Instant ownAgain() {
        return own.stream()
                .filter(contact -> contact.counts && (!decided() || contact.at.isAfter(decision.at())))
                .map(contact -> contact.at)
                .findFirst()
                .orElse(null);
    }

    void of(Inquiry survivor) {
        var now = Standing.of(survivor);
        survivor.contacts = now.contacts() - theirs;
        survivor.lastContactAt = own.stream().map(contact -> contact.at).reduce(before.lastContactAt(), Unmerge::later);
        if (now.urgency() == after.urgency()) survivor.urgency = before.urgency();
        if (now.distress() == after.distress()) survivor.distress = before.distress();
        if (now.priority() == after.priority()) survivor.priority = before.priority();
        if (after.safety() && !calledSince) survivor.safety = before.safety();
        if (!decided()) turnBack(survivor, now);
        else if (openedByOthers(survivor)) decideAgain(survivor);
    }

    private void decideAgain(Inquiry survivor) {
        var rests = survivor.rests;
        survivor.rests = IntStream.iterate(1, i -> i < rests.length, i -> i + 2)
                .filter(i -> rests[i - 1] >= decision.at().getEpochSecond())
                .mapToObj(end -> Arrays.copyOf(rests, end))
                .findFirst()
                .orElse(rests);
        survivor.waitingSince = ownAgain();
        if (survivor.waitingSince != null) return;
        survivor.status = decision.status();
        survivor.resolvedAt = survivor.status == Status.RESOLVED ? decision.at() : null;
    }

    private void turnBack(Inquiry survivor, Standing now) {
        survivor.status = before.status();
        survivor.waitingSince = before.waitingSince();
        survivor.resolvedAt = before.resolvedAt();
        survivor.halfAnswered = before.halfAnswered();
        survivor.rests = before.rests().toArray(Long[]::new);
        if (Objects.equals(now.snoozedUntil(), after.snoozedUntil())) survivor.snoozedUntil = before.snoozedUntil();
        own.stream().filter(contact -> contact.counts).findFirst().ifPresent(contact -> {
            survivor.status = Status.OPEN;
            survivor.resolvedAt = null;
            survivor.snoozedUntil = null;
            survivor.halfAnswered = false;
            if (survivor.waitingSince == null) survivor.waitingSince = contact.at;
        });
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
