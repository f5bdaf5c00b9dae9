package org.rightdoor.insight.questions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rightdoor.Database;
import org.rightdoor.answers.AnswerFinder.Match;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.records.Sql;
import org.rightdoor.records.Work;
import org.rightdoor.understand.Embedding;

/**
 * Puts new cases beside those that asked the same, a few at a time and away from whoever waits for a page: reading a text takes
 * milliseconds. Where the encoder cannot run there are no groups.
 */
@ApplicationScoped
class PlaceQuestions {

    private static final int AT_ONCE = 40;

    /** Of every ten seconds: where thousands of cases wait, this takes a tenth of one processor until they are read. */
    private static final Duration SPENT = Duration.ofSeconds(1);

    /** Any number that no other part of the application locks: one replica at a time places questions. */
    private static final long LOCK = 7_201_095;

    /** Numbers are given before their cases are committed; those that come late are still found. */
    private static final int LATE = 500;

    private static final String LAST_GIVEN =
            "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('inquiry', 'number')::regclass), 0)";

    private static final String RAISE =
            """
            insert into root_cause (group_id, person_id, department, inquiry_number, times)
            select ?, ?, ?, ?, n from (
                select count(*) as n from question q join inquiry i on i.number = q.inquiry_number
                where q.group_id = ? and i.person_id = ? and i.opened_at > now() - interval '1 year') times
            where n >= 3
            on conflict (group_id, person_id) where done_at is null
            do update set times = excluded.times, inquiry_number = excluded.inquiry_number""";

    @Inject
    Work work;

    @Inject
    CurrentKnowledge knowledge;

    private record Read(Asked asked, Embedding embedding, String answer) {}

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    void place() {
        var end = System.nanoTime() + SPENT.toNanos();
        var next = placeAfter(0);
        while (next.size() == AT_ONCE && System.nanoTime() < end) {
            next = placeAfter(next.get(AT_ONCE - 1).number());
        }
    }

    /** Those it has looked at. Where a text has no meaning that could be read its case is looked at again until the mark has passed it. */
    private List<Asked> placeAfter(long number) {
        var next = work.in(connection -> Asked.after(number, AT_ONCE).list(connection, Asked::read));
        var read = next.stream()
                .map(this::read)
                .filter(one -> one.embedding() != null)
                .toList();
        work.in(connection -> {
            Sql.of("select pg_advisory_xact_lock(?)", LOCK).run(connection);
            placeAll(connection, read);
            moveMark(connection, next);
            return null;
        });
        return next;
    }

    private Read read(Asked asked) {
        var known = knowledge.now();
        var reading = known.classifier().read(asked.text());
        var today = LocalDate.now(known.rules().district().timeZone());
        var answer = asked.given() != null
                ? asked.given()
                : known.answerAtOnce(asked.text(), reading, asked.asker(), today)
                        .map(Match::answer)
                        .map(found -> found.id())
                        .orElse(null);
        return new Read(asked, reading.embedding(), answer);
    }

    private static void placeAll(Connection connection, List<Read> read) throws SQLException {
        Map<String, Groups> byTopic = new HashMap<>();
        for (var one : read) {
            var asked = one.asked();
            if (isPlaced(connection, asked.number())) continue;
            var key = asked.topic() + (asked.isOfStaff() ? " of staff" : "");
            if (!byTopic.containsKey(key)) {
                byTopic.put(key, new Groups(connection, Group.of(connection, asked.topic(), asked.isOfStaff())));
            }
            var placed = byTopic.get(key).place(asked, one.embedding().vector());
            keep(connection, one, placed);
            Sql.of(
                            RAISE,
                            placed.group(),
                            asked.person(),
                            asked.department(),
                            asked.number(),
                            placed.group(),
                            asked.person())
                    .run(connection);
        }
    }

    private static void keep(Connection connection, Read one, Groups.Placed placed) throws SQLException {
        Sql.of(
                        "insert into question (inquiry_number, group_id, likeness, answer_id, given) values (?, ?, ?, ?, ?)",
                        one.asked().number(),
                        placed.group(),
                        (float) placed.likeness(),
                        one.answer(),
                        one.asked().given() != null)
                .run(connection);
    }

    private static boolean isPlaced(Connection connection, long number) throws SQLException {
        return Sql.of("select 1 from question where inquiry_number = ?", number).first(connection, row -> true) != null;
    }

    /** Never past the last number given: rows that were written with numbers of their own stand above those that are still to come. */
    private static void moveMark(Connection connection, List<Asked> next) throws SQLException {
        var given = Sql.of(LAST_GIVEN).first(connection, row -> row.getLong(1));
        var last = next.size() < AT_ONCE
                ? given
                : Math.min(given, next.get(next.size() - 1).number());
        Sql.of("update question_mark set up_to = ? where up_to < ?", last - LATE, last - LATE)
                .run(connection);
    }
}
