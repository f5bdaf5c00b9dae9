package org.rightdoor.insight;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;

/**
 * What some cases come to together: the columns of {@code case_measure}, added up. docs/measures.md says what each means.
 *
 * @param values in the order of {@link #COLUMNS}
 */
record Sums(long[] values) {

    static final List<String> COLUMNS = List.of(
            "cases",
            "contacts",
            "settled",
            "first_contact",
            "by_answer",
            "rerouted",
            "reroutes",
            "reroute_minutes",
            "handovers",
            "reopened",
            "answered",
            "answer_minutes",
            "settle_minutes",
            "kept",
            "broken",
            "rated",
            "courtesy",
            "courtesy_squares",
            "helped",
            "not_helped");

    static final Sums NONE = new Sums(new long[COLUMNS.size()]);

    /** From a row whose columns bear these names. */
    static Sums of(Row row) {
        return new Sums(COLUMNS.stream().mapToLong(row::getLong).toArray());
    }

    Sums plus(Sums other) {
        var sum = Arrays.copyOf(values, values.length);
        for (var i = 0; i < sum.length; i++) sum[i] += other.values[i];
        return new Sums(sum);
    }

    long of(String column) {
        return values[COLUMNS.indexOf(column)];
    }

    public long cases() {
        return values[0];
    }

    public long contacts() {
        return values[1];
    }
}
