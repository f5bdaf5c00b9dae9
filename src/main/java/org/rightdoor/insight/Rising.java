package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.inquiry.Sql;

/** Topics that families suddenly ask about far more often than at this hour of other weeks. */
@ApplicationScoped
class Rising {

    static final int MINUTES = 30;
    static final int WEEKS = 4;

    /** Fewer are no alarm, however rare the topic is. */
    static final int FEWEST = 4;

    /** By chance alone that would happen less often than once in so many half hours. */
    private static final double ONCE_IN = 2_000;

    /** What never came at this hour may still come. */
    private static final double LEAST_EXPECTED = 0.3;

    /** Such as "bus 14" or "room #203". */
    private static final Pattern NAMED = Pattern.compile(
            "(\\p{L}{3,})\\s*(?:(?:number|num|nr|no)\\.?\\s*|#\\s*|n[úu]mero\\s*)?(\\d{1,4})\\b(?!\\s*[:.]\\d|\\s*(?:am|pm|min))");

    private static final String LATELY =
            """
            with weeks as (select generate_series(0, %d) as w),
            counted as (
                select i.topic, :place as place, w.w, count(*) as n, case when w.w = 0 then array_agg(i.number) end as numbers
                from weeks w join inquiry i on i.opened_at > now() - w.w * interval '7 days' - interval '%d minutes'
                    and i.opened_at <= now() - w.w * interval '7 days'
                where i.topic is not null and i.merged_into is null and """
                    .formatted(WEEKS, MINUTES);

    /** Where a topic rises in one department, it is to hear of it; the page shows the district's, whoever has the cases. */
    private static final String EACH_DEPARTMENT = "i.department";

    private static final String TOGETHER = "''";

    @Inject
    Pool pool;

    /**
     * A topic that rises.
     *
     * @param department where it rises; empty where it was looked for in several together
     * @param times cases about it in the last {@link #MINUTES} minutes
     * @param usual cases about it in as many minutes of earlier weeks, on average
     * @param what what most of them name, such as "bus 14", or empty
     * @param timesNamed how many name it
     */
    record Surge(String topic, String department, long times, double usual, String what, long timesNamed) {

        /** Such as {@code six times in 30 minutes}. */
        public String often() {
            return timesInWords(what.isEmpty() ? times : timesNamed) + " in " + MINUTES + " minutes";
        }

        public String usually() {
            return String.format(Locale.US, "%.1f", usual);
        }

        private static String timesInWords(long n) {
            var words = List.of("four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
            return (n >= 4 && n < 4 + words.size() ? words.get((int) n - 4) : Card.number(n)) + " times";
        }
    }

    /** Of all departments, each by itself, without confidential cases. */
    Uni<List<Surge>> byDepartment() {
        return found(new Sql(LATELY.replace(":place", EACH_DEPARTMENT)).add(" not i.confidential"));
    }

    Uni<List<Surge>> topics(Scope scope, Sight sight) {
        var sql = new Sql(LATELY.replace(":place", TOGETHER))
                .add(" " + sight.mayRead())
                .with(sight::bind);
        if (scope.departments() != null) {
            sql.add(" and i.department = any(:departments)")
                    .with("departments", scope.departments().toArray(String[]::new));
        }
        return found(sql);
    }

    private Uni<List<Surge>> found(Sql sql) {
        sql.add(
                """
                 group by 1, 2, 3),
                lately as (select topic, place, n, numbers from counted where w = 0 and n >= 4)
                select l.topic, l.place, l.n,
                       (select coalesce(sum(c.n), 0) from counted c
                        where c.topic = l.topic and c.place = l.place and c.w > 0)::float8 / 4,
                       (select array_agg(c.text) from contact c where c.inquiry_number = any(l.numbers))
                from lately l order by l.n desc""");
        return sql.on(pool).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> surge(
                        row.getString(0),
                        row.getString(1),
                        row.getLong(2),
                        row.getDouble(3),
                        row.getArrayOfStrings(4) == null ? List.of() : List.of(row.getArrayOfStrings(4))))
                .filter(surge -> isAlarming(surge.times(), surge.usual()))
                .toList());
    }

    static Surge surge(String topic, String department, long times, double usual, List<String> texts) {
        Map<String, Integer> named = new HashMap<>();
        for (var text : texts) {
            Set<String> names = new HashSet<>();
            var found = NAMED.matcher(text.toLowerCase(Locale.ROOT));
            while (found.find()) names.add(found.group(1) + " " + Integer.parseInt(found.group(2)));
            names.forEach(name -> named.merge(name, 1, Integer::sum));
        }
        var most = named.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST)
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        return new Surge(
                topic,
                department,
                times,
                usual,
                most.map(Map.Entry::getKey).orElse(""),
                most.map(Map.Entry::getValue).orElse(0));
    }

    /** True when so many are hardly chance where so many are usual (the tail of a Poisson distribution). */
    static boolean isAlarming(long times, double usual) {
        if (times < FEWEST) return false;
        var expected = Math.max(usual, LEAST_EXPECTED);
        var each = Math.exp(-expected);
        var below = 0.0;
        for (var k = 0; k < times; k++) {
            below += each;
            each *= expected / (k + 1);
        }
        return 1 - below < 1 / ONCE_IN;
    }
}
