package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much is in the lists that people work through, counted no further than a hundred and no more often than every few
 * seconds for those who see the same.
 */
@ApplicationScoped
public class InboxCounts {

    /** Above this it is "99+": nobody works differently for knowing how many more. */
    public static final int MOST = 100;

    private static final Duration HOLDS = Duration.ofSeconds(3);
    private static final int REMEMBERED = 500;
    private static final List<InboxList> COUNTED = List.of(
            InboxList.OPEN, InboxList.MINE, InboxList.UNASSIGNED, InboxList.SOON, InboxList.WAITING, InboxList.SNOOZED);

    /** Each count is at most {@link #MOST}; a list that is not counted is missing. */
    public record Counts(Map<InboxList, Integer> lists, Map<String, Integer> openByDepartment) {}

    private record Counted(Counts counts, Instant at) {}

    @Inject
    Pool pool;

    private final Map<Sight, Counted> known = new ConcurrentHashMap<>();

    /** What the reader may see, and the open cases of each of these departments. */
    public Uni<Counts> of(Sight sight, List<String> departments) {
        var counted = known.get(sight);
        var now = Instant.now();
        if (counted != null && counted.at().plus(HOLDS).isAfter(now)) {
            return Uni.createFrom().item(counted.counts());
        }
        if (known.size() > REMEMBERED) known.clear();
        return count(sight, departments).invoke(counts -> known.put(sight, new Counted(counts, now)));
    }

    static Sql counting(Sight sight, List<String> departments) {
        var sql = new Sql("");
        for (var list : COUNTED) {
            sql.add("select '" + list.name() + "' as name, true as list, (select count(*) from (");
            Candidates.add(sql, InboxQuery.of(list), sight, MOST);
            sql.add(") c) as many union all ");
        }
        return sql.add(
                        "select d, false, (select count(*) from (select from inquiry i where i.department = d and not i.confidential and "
                                + InboxList.OPEN.condition + " limit " + MOST
                                + ") c) from unnest(cast(:counted as text[])) d")
                .with("counted", departments.toArray(String[]::new));
    }

    private Uni<Counts> count(Sight sight, List<String> departments) {
        return counting(sight, departments).on(pool).map(rows -> {
            var lists = new EnumMap<InboxList, Integer>(InboxList.class);
            var open = new LinkedHashMap<String, Integer>();
            rows.forEach(row -> {
                var many = row.getLong("many").intValue();
                if (row.getBoolean("list")) lists.put(InboxList.valueOf(row.getString("name")), many);
                else open.put(row.getString("name"), many);
            });
            return new Counts(lists, open);
        });
    }
}
