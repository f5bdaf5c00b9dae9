package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rightdoor.insight.Figures.Line;
import org.rightdoor.records.OwnDatabase;

/** The figures find in made-up years what was planted there: within four standard errors of the planted value. */
class KnownTruthTest {

    private static final int CASES = 20_000;
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    private static final Period ALL = Period.upTo(UNTIL, 300);

    private static Pool pool;
    private static List<Line> lines;
    private static Sums total;

    @BeforeAll
    static void write() throws Exception {
        var database = OwnDatabase.withTables();
        try (var connection = database.getConnection()) {
            MadeUpYears.write(connection, CASES, 290, UNTIL.toString());
            OwnDatabase.run(connection, "select fold_measures(15000)");
            var address = connection.getMetaData().getURL().replaceAll("^jdbc:|\\?.*", "");
            pool = Pool.newInstance(PgBuilder.pool()
                    .connectingTo(PgConnectOptions.fromUri(address)
                            .setUser("postgres")
                            .setPassword("postgres"))
                    .build());
        }
        var figures = new Figures();
        figures.pool = pool;
        lines = figures.counted(new Scope(ALL, null, null, null, null, null), Breakdown.TOPIC)
                .await()
                .indefinitely()
                .lines();
        total = lines.stream()
                .filter(line -> line.dimension().equals("department") && line.now())
                .map(Line::sums)
                .reduce(Sums.NONE, Sums::plus);
    }

    @AfterAll
    static void close() {
        pool.close().await().indefinitely();
    }

    @Test
    void All_cases_are_counted_once_and_thanks_are_not() {
        assertThat(total.cases()).isEqualTo(CASES);
        assertThat(value(Measure.CONTACTS_PER_CASE, total)).isCloseTo(2.01 * 0.95 + 0.05, within(0.04));
    }

    @Test
    void The_share_of_misrouted_cases_and_the_time_that_it_costs() {
        assertThat(value(Measure.REROUTED, total)).isCloseTo(0.08, within(0.008));
        assertThat(value(Measure.REROUTE_TIME, total)).isEqualTo(60);
    }

    @Test
    void The_slope_of_courtesy_on_contacts() {
        var points = lines.stream()
                .filter(line -> line.dimension().equals("contacts") && line.now())
                .toList();
        assertThat(Courtesy.of(points).slope()).hasValueCloseTo(-0.3, within(0.05));
    }

    @Test
    void The_days_on_which_one_topic_rose() {
        var figures = new Figures();
        figures.pool = pool;
        var days = new Period(UNTIL.minusDays(14), UNTIL.minusDays(12));
        var surge = figures.counted(new Scope(days, null, null, null, null, null), Breakdown.TOPIC)
                .await()
                .indefinitely()
                .lines();
        assertThat(share(surge)).as("a tenth, and a fourteenth of the rest").isCloseTo(0.1 + 0.9 / 14, within(0.07));
        assertThat(share(lines)).isCloseTo(1.0 / 14, within(0.008));
        var narrow = figures.counted(new Scope(days, null, "bus-late", null, null, null), Breakdown.TOPIC)
                .await()
                .indefinitely()
                .lines();
        assertThat(sum(narrow, "department"))
                .as("read from the cases themselves")
                .isEqualTo(sum(ofTopic(surge), "topic"));
    }

    @Test
    void Where_misrouted_cases_went_first() {
        var extras = new Extras();
        extras.pool = pool;
        var moves = extras.moves(new Scope(ALL, null, null, null, null, null))
                .await()
                .indefinitely();
        assertThat(moves.stream().mapToLong(Extras.Move::now).sum()).isEqualTo(total.of("reroutes"));
        assertThat(moves).allSatisfy(move -> assertThat(move.minutes()).isEqualTo(60));
        assertThat(moves).anySatisfy(move -> {
            assertThat(move.from()).as("the department after transportation").isEqualTo("enrollment");
            assertThat(move.to()).isEqualTo("transportation");
        });
    }

    @Test
    void How_much_came_is_counted_in_the_hour_and_week_in_which_it_came() {
        var month = Period.upTo(UNTIL, 28);
        var figures = new Figures();
        figures.pool = pool;
        for (var topic : new String[] {null, "bus-late"}) {
            var heard = figures.heard(new Scope(month, null, topic, null, null, null))
                    .await()
                    .indefinitely();
            for (var now : List.of(true, false)) {
                var days = now ? month : month.before();
                assertThat(heard.stream()
                                .filter(one -> one.isOfWeek() && one.now() == now)
                                .mapToLong(Figures.Heard::contacts)
                                .sum())
                        .isPositive()
                        .isEqualTo(contacts(days, topic, ""));
                assertThat(heard.stream()
                                .filter(one -> !one.isOfWeek() && one.now() == now && one.day() == 2 && one.hour() == 9)
                                .mapToLong(Figures.Heard::contacts)
                                .sum())
                        .isEqualTo(
                                contacts(days, topic, "and extract(isodow from at) = 2 and extract(hour from at) = 9"));
            }
        }
    }

    /** Counted one by one, on the clocks of UTC, as there is no district. */
    private static long contacts(Period days, String topic, String more) {
        return pool.preparedQuery(
                        """
                        select count(*) from (
                            select c.at at time zone 'UTC' as at from contact c join inquiry i on i.number = c.inquiry_number
                            where c.counts and ($3::text is null or i.topic = $3)) c
                        where at::date between $1 and $2\s"""
                                + more)
                .execute(Tuple.of(days.first(), days.last(), topic))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private static double share(List<Line> all) {
        return (double) sum(ofTopic(all), "topic") / sum(all, "topic");
    }

    private static List<Line> ofTopic(List<Line> all) {
        return all.stream().filter(line -> line.key().equals("bus-late")).toList();
    }

    private static long sum(List<Line> all, String dimension) {
        return all.stream()
                .filter(line -> line.dimension().equals(dimension) && line.now())
                .mapToLong(line -> line.sums().cases())
                .sum();
    }

    @Test
    void Open_time_to_the_first_answer() {
        assertThat(value(Measure.FIRST_ANSWER, total)).isEqualTo(120);
    }

    @Test
    void Promises_and_approved_answers() {
        assertThat(value(Measure.PROMISES_KEPT, total)).isCloseTo(0.9, within(0.01));
        assertThat(value(Measure.ANSWERS_HELPED, total)).isCloseTo(0.75, within(0.06));
        assertThat(total.of("by_answer")).isCloseTo(Math.round(CASES * 0.05), within(150L));
    }

    private static double value(Measure measure, Sums sums) {
        return measure.of(sums).orElseThrow();
    }
}
