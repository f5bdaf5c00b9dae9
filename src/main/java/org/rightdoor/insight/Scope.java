package org.rightdoor.insight;

import java.util.List;
import java.util.stream.Stream;
import org.rightdoor.inquiry.Sql;

/**
 * Whose cases are counted, and of which days.
 *
 * @param departments keys; null for every department there is
 * @param topic a key, empty for cases without a topic, null for all; likewise the others
 */
record Scope(Period period, List<String> departments, String topic, String school, String language, String channel) {

    /** True when the sums by day cannot tell: they know one dimension at a time. */
    boolean isNarrow() {
        return Stream.of(topic, school, language, channel).anyMatch(chosen -> chosen != null);
    }

    /** Adds the conditions on {@code case_measure m} but for days and departments. */
    void narrow(Sql sql) {
        narrow(sql, "topic", topic);
        narrow(sql, "school", school);
        narrow(sql, "language", language);
        narrow(sql, "channel", channel);
    }

    private static void narrow(Sql sql, String column, String chosen) {
        if (chosen != null) sql.add(" and m." + column + " = :" + column).with(column, chosen);
    }
}
