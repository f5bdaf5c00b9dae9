package org.rightdoor.desk.inquiry;

import java.util.Locale;
import org.rightdoor.inquiry.Deed;

/** What can be done to several cases at once. */
enum Bulk {
    ASSIGN("Assign", "assigned", Deed.Kind.ASSIGNED),
    HAND_OVER("Hand over", "handed over", Deed.Kind.HANDED_OVER),
    SNOOZE("Snooze", "snoozed", Deed.Kind.SNOOZED),
    RESOLVE("Resolve", "resolved", Deed.Kind.RESOLVED),
    REPLY("Reply", "answered", null);

    final String title;

    /** As in "12 cases resolved". */
    final String done;

    /** Null for what leaves the house. */
    final Deed.Kind kind;

    Bulk(String title, String done, Deed.Kind kind) {
        this.title = title;
        this.done = done;
        this.kind = kind;
    }

    /** The deed of that name, or null. */
    static Bulk named(String key) {
        for (var bulk : values()) if (bulk.key().equals(key)) return bulk;
        return null;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }
}
