package org.rightdoor.intake;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rightdoor.inquiry.CaseLink;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.InquiryClock;
import org.rightdoor.people.Person;
import org.rightdoor.reply.Replies;

/**
 * Stores the questions of families that never wrote before, and those without a name, several in one transaction where
 * several wait: each is acknowledged when that is committed. This is what nearly all come by on a morning when all ask at once. Two
 * round trips to the database serve all of them, where {@link Intake} needs some twenty for each, and Hibernate's entities
 * twice the processor time. Whatever turns out to be more than that takes Intake's road instead.
 */
@ApplicationScoped
class Newcomers {

    private static final int MOST_TOGETHER = 64;

    /** While one waits for the disk another is being prepared; with more, fewer come together. */
    private static final int TRANSACTIONS = 2;

    /** So many are worth a transaction beside one that runs; fewer wait until it ends, or until they are as many ... */
    private static final int ENOUGH = 3;

    /** ... but no longer than this, for it may be held up. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(50);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * What is stored at once is made findable by the same statement (V145). Plans are kept whatever the arrays hold, for to plan
     * who is new took seven times as long as to find it; and as tables grow under a kept plan, it goes by their indexes.
     */
    private static final String BEGIN =
            """
            begin; select set_config('rightdoor.words', 'brought', true),
                          set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                          set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)""";

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    InquiryClock clock;

    @Inject
    FirstResponse firstResponse;

    @Inject
    Replies replies;

    private final Deque<Newcomer> waiting = new ArrayDeque<>();
    private int running;

    /** True for a message that brings nothing but words, and does not say what it belongs to. */
    static boolean mayBring(Inbound message) {
        var reference = message.reference();
        return message.channel() == Channel.WEB
                && message.attachments().isEmpty()
                && message.mail() == null
                && message.writtenDown() == null
                && !message.automatic()
                && reference.token() == null
                && reference.number() == null
                && reference.messageIds().isEmpty();
    }

    /**
     * Stores it, where it opens a case of somebody new that only one department answers and that calls nobody.
     *
     * @return when it is committed; null when nothing is stored, because it is another matter
     */
    Uni<Receipt> open(Opening opening, Person person) {
        if (!isPlain(opening)) return Uni.createFrom().nullItem();
        var sure = firstResponse.sureAnswer(opening, person.role);
        if (sure.isEmpty() && opening.doubt().isPresent())
            return Uni.createFrom().nullItem();
        var here = Vertx.currentContext();
        return Uni.createFrom()
                .<Receipt>emitter(told -> {
                    synchronized (waiting) {
                        waiting.add(new Newcomer(opening, person, sure, told));
                    }
                    if (!begin(ENOUGH)) vertx.setTimer(LONGEST_WAIT.toMillis(), late -> begin(1));
                })
                .emitOn(then -> on(here, then));
    }

    private static void on(Context here, Runnable then) {
        if (here == null) then.run();
        else here.runOnContext(now -> then.run());
    }

    private static boolean isPlain(Opening opening) {
        return !opening.heard().callsPerson()
                && !opening.inquiry().confidential
                && opening.given().isEmpty();
    }

    private boolean begin(int enough) {
        List<Newcomer> together;
        synchronized (waiting) {
            if (running == TRANSACTIONS || waiting.size() < (running == 0 ? 1 : enough)) return false;
            running++;
            together = take();
        }
        // Never cancelled, for that would lose the connection's place in the pool; whoever waits too long goes on
        // alone.
        var over = new AtomicBoolean();
        var timer = vertx.setTimer(PATIENCE.toMillis(), late -> end(together, Set.of(), over));
        pool.withConnection(connection -> store(connection, together))
                .onFailure()
                .invoke(failure ->
                        Log.debugf("%d questions are stored one by one: %s", together.size(), failure.getMessage()))
                .onFailure()
                .recoverWithItem(Set.of())
                .invoke(any -> vertx.cancelTimer(timer))
                .subscribe()
                .with(stored -> end(together, stored, over));
        return true;
    }

    private void end(List<Newcomer> together, Set<Newcomer> stored, AtomicBoolean over) {
        if (over.getAndSet(true)) return;
        synchronized (waiting) {
            running--;
        }
        begin(ENOUGH);
        together.forEach(one -> one.told.complete(stored.contains(one) ? one.receipt() : null));
    }

    // Of one family one at a time: the second is to see what the first has stored.
    private List<Newcomer> take() {
        var together = new ArrayList<Newcomer>();
        var marks = new HashSet<String>();
        for (var next = waiting.iterator(); next.hasNext() && together.size() < MOST_TOGETHER; ) {
            var one = next.next();
            if (one.marks().anyMatch(marks::contains)) continue;
            one.marks().forEach(marks::add);
            together.add(one);
            next.remove();
        }
        return together;
    }

    // What needs no answer of what went before goes out with it: two round trips for all.
    private Uni<Set<Newcomer>> store(SqlConnection connection, List<Newcomer> together) {
        var begun = connection.query(BEGIN).execute();
        var locked = connection.preparedQuery(NewcomerRows.LOCK).execute(NewcomerRows.addresses(together));
        var found = connection.preparedQuery(NewcomerRows.WHO_IS_NEW).execute(NewcomerRows.whoIsNew(together));
        return Uni.join()
                .all(begun, locked, found)
                .andFailFast()
                .chain(answers -> {
                    var free = new HashSet<String>();
                    answers.get(1).forEach(row -> free.add(row.getString("address")));
                    var opened = NewcomerRows.read(answers.get(2), together).stream()
                            .filter(one -> one.opening.message().address() == null
                                    || free.contains(one.opening.message().address()))
                            .filter(this::prepare)
                            .toList();
                    return opened.isEmpty() ? commit(connection) : store(opened, connection);
                })
                .onFailure()
                .call(() -> connection.query("rollback").execute().onFailure().recoverWithNull());
    }

    private static Uni<Set<Newcomer>> commit(SqlConnection connection) {
        return connection.query("commit").execute().replaceWith(Set.of());
    }

    private static Uni<Set<Newcomer>> store(List<Newcomer> opened, SqlConnection connection) {
        var stored = connection.preparedQuery(NewcomerRows.STORE).execute(NewcomerRows.values(opened));
        var measured = connection.preparedQuery(NewcomerRows.MEASURE).execute(NewcomerRows.numbers(opened));
        var committed = connection.query("commit").execute();
        return Uni.join().all(stored, measured, committed).andFailFast().map(done -> {
            Set<Newcomer> all = Collections.newSetFromMap(new IdentityHashMap<>());
            all.addAll(opened);
            return all;
        });
    }

    /** What a case has that is stored by Hibernate. False when it needs what only {@link Intake} does. */
    private boolean prepare(Newcomer one) {
        var opening = one.opening;
        var inquiry = opening.inquiry();
        if (one.sure.isEmpty() && opening.doubt().isPresent()) return false;
        one.link = CaseLink.to(inquiry, true);
        opening.contact().linkToken = one.link.token;
        one.sure.ifPresent(answer -> opening.events().add(inquiry.answered(answer.id())));
        opening.events().forEach(event -> event.inquiryNumber = inquiry.number);
        clock.keepTime(inquiry);
        one.reply = firstResponse.reply(opening, one.link.token, one.sure);
        return one.reply
                .filter(reply ->
                        replies.isHeldBack(reply, inquiry, opening.message().readable()))
                .isEmpty();
    }
}
