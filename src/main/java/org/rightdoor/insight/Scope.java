package org.rightdoor.insight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rightdoor.inquiry.Sql;

/**
 * Whose cases are counted, and of which days.
 *
 * @param departments keys; null for every department there is
 * @param topic a key, empty for cases without a topic, null for all; likewise the others
 */
record Scope(Period period, List<String> departments, String topic, String school, String language, String channel) {

    /** False where nobody keeps the sums of such a scope. */
    boolean isKept() {
        return topic == null && school == null;
    }

    /**
     * True for departments, and for all of them. The sums of a language, a channel or both are kept by week only; but how many contacts came, by day.
     */
    boolean isKeptByDay() {
        return isKept() && language == null && channel == null;
    }

    /** Under which names the sums of a kept scope are found, as {@code whose_sums} gives them: {@code nutrition language:es}. */
    String[] whose() {
        return (departments == null ? Stream.of((String) null) : departments.stream())
                .map(department -> joined(department, named("language:", language), named("channel:", channel)))
                .map(name -> name.isEmpty() ? "*" : name)
                .toArray(String[]::new);
    }

    /** The dimensions in which all of its cases have one key, with that key. */
    Map<String, String> fixed() {
        var fixed = new TreeMap<String, String>();
        if (departments != null && departments.size() == 1) fixed.put("department", departments.get(0));
        if (topic != null) fixed.put("topic", topic);
        if (school != null) fixed.put("school", school);
        if (language != null) fixed.put("language", language);
        if (channel != null) fixed.put("channel", channel);
        return fixed;
    }

    private static String named(String what, String chosen) {
        return chosen == null ? null : what + chosen;
    }

    private static String joined(String... names) {
        return Stream.of(names).filter(name -> name != null).collect(Collectors.joining(" "));
    }

    /** Adds the condition on the departments of {@code case_measure m}. */
    void narrowToDepartments(Sql sql) {
        if (departments == null) return;
        sql.add(" and m.department = any(:departments)").with("departments", departments.toArray(String[]::new));
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
