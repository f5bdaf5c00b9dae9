package org.rightdoor.desk.rules;

import io.quarkus.logging.Log;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.RulesTrial;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.Staff;
import org.rightdoor.routing.Facts;
import org.rightdoor.routing.FaultyRules;

/** Tries edited rules out on the cases of the last 30 days, one set at a time on each replica, while pages are served. */
@ApplicationScoped
class Trials {

    static final int DAYS = 30;

    /** The newest so many cases; a reading takes some milliseconds each. */
    static final int MOST_CASES = 5_000;

    private static final int AT_ONCE = 100;
    private static final int LATEST = 5;

    private static final String LATELY =
            "from inquiry i where i.opened_at > now() - interval '" + DAYS + " days' and i.merged_into is null and ";

    private record Heard(long number, String text, String channel, String school) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Config config;

    @Inject
    Vertx vertx;

    private final Semaphore turn = new Semaphore(1);

    Uni<Trial> find(String id) {
        return sessions.withSession(session -> session.find(Trial.class, id));
    }

    Uni<List<Trial>> latest() {
        return sessions.withSession(
                session -> session.createSelectionQuery("from Trial order by madeAt desc", Trial.class)
                        .setMaxResults(LATEST)
                        .getResultList());
    }

    /** Checks the files and tries them out over those in force; returns at once, and how far it is stands in the trial. */
    Uni<Trial> tryOut(EditedFiles edited, Staff by) {
        return vertx.executeBlocking(() -> check(edited, by), false)
                .chain(checked -> sessions.withTransaction(session -> session.persist(checked.trial))
                        .invoke(() -> {
                            if (checked.rules != null) replay(checked.trial, checked.rules, by);
                        })
                        .replaceWith(checked.trial));
    }

    /** @param rules null where they are faulty */
    private record Checked(Trial trial, RulesTrial rules) {}

    private Checked check(EditedFiles edited, Staff by) throws IOException {
        var trial = Trial.of(edited.zipped(), EditedFiles.fingerprint(config.rules()), by);
        var directory = edited.over(config.rules());
        try {
            var rules = RulesTrial.of(directory);
            trial.retrains = rules.retrains(knowledge.now());
            return new Checked(trial, rules);
        } catch (FaultyRules faulty) {
            trial.found(faulty.faults().stream()
                    .map(fault -> directory.relativize(fault.file()) + ":" + fault.line() + ": " + fault.reason())
                    .toList());
            return new Checked(trial, null);
        } finally {
            EditedFiles.delete(directory);
        }
    }

    Uni<Void> takenOver(String id) {
        return change(id, trial -> trial.state = Trial.State.TAKEN_OVER);
    }

    /** Those of the cases that this person may read. */
    Uni<Set<Long>> readable(Collection<Long> numbers, Sight sight) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(
                            "select i.number from inquiry i where i.number = any(cast(string_to_array(:numbers, ',') as bigint[])) and "
                                    + sight.mayRead(),
                            Long.class)
                    .setParameter(
                            "numbers",
                            String.join(
                                    ",", numbers.stream().map(String::valueOf).toList()));
            sight.bind(query::setParameter);
            return query.getResultList().map(HashSet::new);
        });
    }

    private void replay(Trial trial, RulesTrial edited, Staff by) {
        var thread = new Thread(() -> replayInTurn(trial, edited, Sight.of(by)), "replay-of-edited-rules");
        thread.setDaemon(true);
        thread.start();
    }

    private void replayInTurn(Trial trial, RulesTrial edited, Sight sight) {
        try {
            turn.acquire();
            try {
                replay(trial, edited, sight);
            } finally {
                turn.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            Log.error("Edited rules could not be tried out", failure);
            await(change(trial.id, kept -> kept.state = Trial.State.FAILED));
        }
    }

    private void replay(Trial trial, RulesTrial edited, Sight sight) {
        var total = Math.min(MOST_CASES, await(count(sight)));
        var changes = new ArrayList<Trial.Change>();
        var done = 0;
        var before = Long.MAX_VALUE;
        while (done < total) {
            var page = await(page(sight, before));
            if (page.isEmpty()) break;
            page.forEach(heard -> look(heard, edited, changes));
            done += page.size();
            before = page.get(page.size() - 1).number;
            var progress = Math.min(done, total);
            await(change(trial.id, kept -> {
                kept.total = total;
                kept.replayed(progress, changes);
            }));
        }
        await(change(trial.id, kept -> {
            kept.total = total;
            kept.state = Trial.State.DONE;
        }));
    }

    private void look(Heard heard, RulesTrial edited, List<Trial.Change> changes) {
        var known = knowledge.now();
        var reading = known.classifier().read(heard.text);
        var facts = new Facts(heard.text, reading, heard.channel.toLowerCase(Locale.ROOT), heard.school, null);
        var inForce = known.rules().route(facts);
        var other = edited.route(facts);
        if (Trial.Change.isOne(inForce, other)) changes.add(Trial.Change.of(heard.number, inForce, other));
    }

    private Uni<Integer> count(Sight sight) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery("select count(*) " + LATELY + sight.mayRead(), Long.class);
            sight.bind(query::setParameter);
            return query.getSingleResult().map(Math::toIntExact);
        });
    }

    private Uni<List<Heard>> page(Sight sight, long before) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(
                            """
                            select i.number as number, i.school as school, c.channel as channel,
                                   case when c.channel = 'PHONE' or coalesce(c.subject, '') = '' then c.text
                                        else c.subject || chr(10) || c.text end as text
                            from (select i.number, i.school %s%s and i.number < :before
                                  order by i.number desc limit %d) i
                            join lateral (select * from contact c where c.inquiry_number = i.number
                                          order by c.at limit 1) c on true
                            order by i.number desc"""
                                    .formatted(LATELY, sight.mayRead(), AT_ONCE),
                            Tuple.class)
                    .setParameter("before", before);
            sight.bind(query::setParameter);
            return query.getResultList().map(rows -> rows.stream()
                    .map(row -> new Heard(
                            row.get("number", Long.class),
                            row.get("text", String.class),
                            row.get("channel", String.class),
                            row.get("school", String.class)))
                    .toList());
        });
    }

    private Uni<Void> change(String id, Consumer<Trial> change) {
        return sessions.withTransaction(
                session -> session.find(Trial.class, id).invoke(change).replaceWithVoid());
    }

    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
