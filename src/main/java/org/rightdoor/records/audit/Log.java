package org.rightdoor.records.audit;

/** A table of the audit trail, by its name; its lines are only ever added. */
public enum Log {
    EVENT("event"),
    VIEW("case_view"),
    DISCLOSURE("disclosure"),
    DELETION("deletion");

    final String table;

    Log(String table) {
        this.table = table;
    }

    static Log of(String table) throws Anchor.Unusable {
        for (var log : values()) if (log.table.equals(table)) return log;
        throw new Anchor.Unusable("the anchor speaks of " + table + ", which is no log of this version");
    }
}
