package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a case is without those that it took in: as before, but for what has happened to itself since.
 *
 * @param before all that it was when it took them in
 * @param after all that it was then
 * @param theirs how many contacts the others have now
 * @param own messages that came into this case itself since, oldest first
 * @param decided true when somebody has answered, resolved or reopened it since
 */
record Unmerge(Standing before, Standing after, int theirs, List<Contact> own, boolean decided) {

    void of(Inquiry survivor) {
        var now = Standing.of(survivor);
        survivor.contacts = now.contacts() - theirs;
        survivor.lastContactAt = own.stream().map(contact -> contact.at).reduce(before.lastContactAt(), Unmerge::later);
        if (now.urgency() == after.urgency()) survivor.urgency = before.urgency();
        if (now.distress() == after.distress()) survivor.distress = before.distress();
        if (now.priority() == after.priority()) survivor.priority = before.priority();
        if (!decided) turnBack(survivor, now);
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
