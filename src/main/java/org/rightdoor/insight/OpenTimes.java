package org.rightdoor.insight;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rightdoor.Database;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.OpenHours;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.routing.RoutingRules;

/**
 * Lets the database know when whose doors are open, and has the cases worked out anew that another calendar touches: an hour
 * that turns out to have been closed was no hour of waiting.
 */
@ApplicationScoped
class OpenTimes {

    private static final int YEARS_BACK = 4;
    private static final int DAYS_AHEAD = 400;

    // Another order of the same tables would be a deadlock: this is the only one that writes them.
    private static final String LOCK = "select pg_advisory_xact_lock(7201081)";

    private static final String KNOWN = "select calendar from district_clock";

    private static final String REPLACE =
            """
            with fresh as (
                select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::bigint[])
                    as f(place, opens_at, closes_at, seconds_before)),
            gone as (
                delete from open_span s where not exists (
                    select from fresh f where (f.place, f.opens_at, f.closes_at, f.seconds_before)
                        = (s.place, s.opens_at, s.closes_at, s.seconds_before))
                returning s.opens_at)
            select min(opens_at) from gone""";

    private static final String ADD =
            """
            with added as (
                insert into open_span
                select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::bigint[]) on conflict do nothing
                returning opens_at)
            select min(opens_at) from added""";

    // A span that begins later has another sum of seconds, so everything after the first difference is different; what
    // is in the future concerns no case yet.
    private static final String QUEUE =
            """
            insert into measure_due select m.inquiry_number from case_measure m
            where $1 <= now() and coalesce(m.settled_at, 'infinity') >= $1
            union select i.number from inquiry i where $2 and not exists (
                select from case_measure m where m.inquiry_number = i.number)
            on conflict do nothing""";

    private static final String REMEMBER =
            """
            insert into district_clock (zone, calendar) values ($1, $2)
            on conflict (only_one) do update set zone = excluded.zone, calendar = excluded.calendar""";

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    CurrentCalendar calendar;

    @Inject
    CurrentKnowledge knowledge;

    private volatile Instant seen;
    private volatile LocalDate seenOn;

    // Each replica sees the change; whoever is first writes, and the others find it written.
    @Scheduled(every = "3s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> writeAfterChange() {
        var change = calendar.changedAt();
        var now = calendar.now();
        if (now == null) return Uni.createFrom().voidItem();
        var today = LocalDate.now(now.zone());
        if (Objects.equals(change, seen) && today.getMonth() == month())
            return Uni.createFrom().voidItem();
        var rules = knowledge.now().rules();
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> Spans.of(now, rules, today), false)
                        .toCompletionStage())
                .chain(spans -> pool.withTransaction(connection -> write(connection, now, spans)))
                .invoke(() -> {
                    seen = change;
                    seenOn = today;
                });
    }

    private java.time.Month month() {
        return seenOn == null ? null : seenOn.getMonth();
    }

    private static Uni<Void> write(SqlConnection connection, SchoolCalendar calendar, Spans spans) {
        return connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.query(KNOWN).execute())
                .chain(rows -> {
                    var known = rows.size() == 0 ? "" : rows.iterator().next().getString(0);
                    if (known.equals(spans.fingerprint()))
                        return Uni.createFrom().voidItem();
                    return earliest(connection, REPLACE, spans)
                            .chain(gone -> earliest(connection, ADD, spans).map(added -> earlier(gone, added)))
                            .call(() -> connection.query("analyze open_span").execute())
                            .call(() -> connection
                                    .preparedQuery(REMEMBER)
                                    .execute(Tuple.of(calendar.zone().getId(), spans.fingerprint())))
                            .chain(from -> connection
                                    .preparedQuery(QUEUE)
                                    .execute(Tuple.of(known.isEmpty() ? OffsetDateTime.MIN : from, known.isEmpty())))
                            .replaceWithVoid();
                });
    }

    private static Uni<OffsetDateTime> earliest(SqlConnection connection, String change, Spans spans) {
        return connection
                .preparedQuery(change)
                .execute(spans.rows())
                .map(rows ->
                        Objects.requireNonNullElse(rows.iterator().next().getOffsetDateTime(0), OffsetDateTime.MAX));
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    /** Stretches of open time of all places, as columns. */
    private record Spans(
            List<String> places, List<OffsetDateTime> opens, List<OffsetDateTime> closes, List<Long> before) {

        static Spans of(SchoolCalendar calendar, RoutingRules rules, LocalDate today) {
            var spans = new Spans(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            // From the beginning of a year, so that what is known of the past does not change from day to day.
            var from = LocalDate.of(today.getYear() - YEARS_BACK, 1, 1);
            var to = today.plusDays(DAYS_AHEAD).withDayOfMonth(1);
            for (var department : rules.departments().keySet()) {
                var own = calendar.openHours(department);
                spans.add(department, own, from, to);
                for (var school : rules.schools().keySet()) {
                    var there = calendar.openHours(department, school);
                    if (there != own) spans.add(department + "@" + school, there, from, to);
                }
            }
            return spans;
        }

        private void add(String place, OpenHours hours, LocalDate from, LocalDate to) {
            var sum = 0L;
            for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
                for (var span : hours.stretchesOn(day)) {
                    places.add(place);
                    opens.add(span.from().atOffset(ZoneOffset.UTC));
                    closes.add(span.to().atOffset(ZoneOffset.UTC));
                    before.add(sum);
                    sum += span.to().getEpochSecond() - span.from().getEpochSecond();
                }
            }
        }

        String fingerprint() {
            return Integer.toHexString(Objects.hash(places, opens, closes)) + "-" + places.size();
        }

        Tuple rows() {
            return Tuple.of(
                    places.toArray(String[]::new),
                    opens.toArray(OffsetDateTime[]::new),
                    closes.toArray(OffsetDateTime[]::new),
                    before.toArray(Long[]::new));
        }
    }
}
