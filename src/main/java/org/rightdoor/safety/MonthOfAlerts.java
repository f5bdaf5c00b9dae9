package org.rightdoor.safety;

import jakarta.persistence.Tuple;

/**
 * How right the net was in a month.
 *
 * @param month such as {@code 2026-11}
 * @param real judged real, those that a person had to raise included
 * @param wrong judged false alarms
 * @param unjudged nobody has said yet
 * @param missed raised by a person because the net was silent
 * @param noticed judged real, and raised by the net
 */
public record MonthOfAlerts(String month, long real, long wrong, long unjudged, long missed, long noticed) {

    static MonthOfAlerts of(Tuple row) {
        return new MonthOfAlerts(
                row.get("month", String.class),
                row.get("real", Long.class),
                row.get("wrong", Long.class),
                row.get("unjudged", Long.class),
                row.get("missed", Long.class),
                row.get("noticed", Long.class));
    }

    /** Share of the net's judged alerts that were real, such as {@code 83 %}; a dash where none is judged. */
    public String precision() {
        return share(noticed, noticed + wrong);
    }

    /** Share of what was real that the net had noticed by itself. */
    public String recall() {
        return share(noticed, real);
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
    }
}
