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
}
