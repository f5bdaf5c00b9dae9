package org.rightdoor.insight;

import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.rightdoor.desk.Seat;
import org.rightdoor.routing.Department;

/** What somebody wants to look at, as the address of the page says it. What it says wrongly is as if it were not said. */
record Asked(Seat seat, LocalDate today, Map<String, String> chosen) {

    static final String WEEK = "7";
    static final String MONTH = "28";
    static final String QUARTER = "91";
    static final String YEAR = "year";

    /** Ten years: what comes before has been deleted. */
    private static final int MOST_DAYS = 3660;

    private static final List<String> NAMES =
            List.of("period", "from", "to", "department", "topic", "school", "language", "channel", "measure", "by");

    static Asked of(Seat seat, LocalDate today, UnaryOperator<String> parameters) {
        var chosen = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var value = parameters.apply(name);
            if (value != null && !value.isEmpty()) chosen.put(name, value);
        }
        return new Asked(seat, today, chosen);
    }

    public String get(String name) {
        return chosen.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return get(name).equals(value);
    }

    Period period() {
        var from = day("from");
        var to = day("to");
        if (from != null
                && to != null
                && !to.isBefore(from)
                && from.plusDays(MOST_DAYS).isAfter(to)) {
            return new Period(from, to);
        }
        return switch (get("period")) {
            case WEEK -> Period.upTo(today, 7);
            case QUARTER -> Period.upTo(today, 91);
            case YEAR -> Period.schoolYear(today);
            default -> Period.upTo(today, 28);
        };
    }

    /** True when the days were typed. */
    public boolean isTyped() {
        return day("from") != null && day("to") != null;
    }

    private LocalDate day(String name) {
        try {
            return chosen.containsKey(name) ? LocalDate.parse(get(name)) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    Scope scope() {
        return new Scope(
                period(),
                departments(),
                narrowed("topic"),
                narrowed("school"),
                narrowed("language"),
                narrowed("channel"));
    }

    private List<String> departments() {
        var own = seat.departments().stream().map(Department::key).toList();
        if (own.contains(get("department"))) return List.of(get("department"));
        return seat.sight().everywhere() ? null : own;
    }

    // What has no topic or school is asked for by a dash: an empty field of a form means all.
    private String narrowed(String name) {
        return !chosen.containsKey(name) ? null : is(name, "-") ? "" : get(name);
    }

    Measure measure() {
        return Measure.named(get("measure")).orElse(Measure.CONTACTS_PER_CASE);
    }

    Breakdown by() {
        return Breakdown.named(get("by"));
    }

    /** The same question at another address, with something else beside it. */
    String href(String path, String... pairs) {
        var asked = new LinkedHashMap<>(chosen);
        for (var i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] == null) asked.remove(pairs[i]);
            else asked.put(pairs[i], pairs[i + 1]);
        }
        var address = UriBuilder.fromPath(path);
        asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromEncodedMap(encoded(asked)).toString();
    }

    private static Map<String, String> encoded(Map<String, String> values) {
        var encoded = new LinkedHashMap<String, String>();
        values.forEach((name, value) ->
                encoded.put(name, java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return encoded;
    }

    public String here(String... pairs) {
        return href("/desk/insight", pairs);
    }

    public String withMeasure(String key) {
        return here("measure", key) + "#breakdown";
    }

    public String withBreakdown(String key) {
        return here("by", key) + "#breakdown";
    }

    /** The cases behind a figure; what the page shows beside it, such as the measure chosen, does not narrow them. */
    String cases(String... pairs) {
        var narrowed = new LinkedHashMap<>(chosen);
        narrowed.keySet().removeAll(List.of("measure", "by"));
        return new Asked(seat, today, narrowed).href("/desk/insight/cases", pairs);
    }

    /** Those of other days. */
    String casesOf(Period days, String... pairs) {
        return dated(days).cases(pairs);
    }

    /** Those of the equal past period. */
    String casesBefore(String... pairs) {
        return casesOf(period().before(), pairs);
    }

    private Asked dated(Period days) {
        var dated = new LinkedHashMap<>(chosen);
        dated.remove("period");
        dated.put("from", days.first().toString());
        dated.put("to", days.last().toString());
        return new Asked(seat, today, dated);
    }

    public String csv(String chart) {
        return href("/desk/insight/" + chart + ".csv");
    }
}
