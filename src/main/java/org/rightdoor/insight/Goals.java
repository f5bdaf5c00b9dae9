package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What the district wants to reach, by measure and school year; it is drawn as a line. */
@ApplicationScoped
class Goals {

    @Inject
    Pool pool;

    /** The goals of one school year. */
    record OfYear(int year, Map<Measure, Double> targets) {

        OptionalDouble of(Measure measure) {
            var target = targets.get(measure);
            return target == null ? OptionalDouble.empty() : OptionalDouble.of(target);
        }
    }

    /** Those of every school year that has one, the first first. */
    Uni<List<OfYear>> all() {
        return pool.query("select school_year, measure, target from goal order by school_year")
                .execute()
                .map(rows -> {
                    var years = new TreeMap<Integer, OfYear>();
                    rows.forEach(
                            row -> Measure.named(row.getString("measure")).ifPresent(measure -> years.computeIfAbsent(
                                            row.getInteger("school_year"),
                                            year -> new OfYear(year, new EnumMap<>(Measure.class)))
                                    .targets()
                                    .put(measure, row.getDouble("target"))));
                    return List.copyOf(years.values());
                });
    }

    Uni<OfYear> of(LocalDate day) {
        var year = Period.startOfSchoolYear(day);
        return pool.preparedQuery("select measure, target from goal where school_year = $1")
                .execute(Tuple.of(year))
                .map(rows -> {
                    var targets = new EnumMap<Measure, Double>(Measure.class);
                    rows.forEach(row -> Measure.named(row.getString("measure"))
                            .ifPresent(measure -> targets.put(measure, row.getDouble("target"))));
                    return new OfYear(year, targets);
                });
    }

    /** @param target in the measure's own unit, a share from 0 to 1; null to have none */
    Uni<Void> set(int year, Measure measure, Double target, String by) {
        var statement = target == null
                ? pool.preparedQuery("delete from goal where school_year = $1 and measure = $2")
                        .execute(Tuple.of(year, measure.key()))
                : pool.preparedQuery(
                                """
                                insert into goal (school_year, measure, target, set_by) values ($1, $2, $3, $4)
                                on conflict (school_year, measure) do update
                                set target = excluded.target, set_by = excluded.set_by, set_at = now()""")
                        .execute(Tuple.of(year, measure.key(), target, by));
        return statement.replaceWithVoid();
    }
}
