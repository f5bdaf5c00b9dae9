package org.rightdoor.desk.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.rightdoor.inquiry.CaseNow;
import org.rightdoor.inquiry.Change;
import org.rightdoor.inquiry.Changes;
import org.rightdoor.inquiry.Glances;
import org.rightdoor.inquiry.Moment;
import org.rightdoor.inquiry.Sight;

/** The open pages of this replica, and what each of them hears. What somebody may see is asked again for every moment. */
@ApplicationScoped
class Watchers {

    /** Streams that one person may hold open on one replica; a page that is not looked at holds none. */
    static final int OF_ONE_PERSON = 12;

    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration STAFF_ARE_ASKED_EVERY = Duration.ofSeconds(50);

    @Inject
    Changes changes;

    @Inject
    Glances glances;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final Recent recent = new Recent();
    private final Deque<Moment> waiting = new ArrayDeque<>();
    private boolean telling;
    private volatile boolean leaving;

    void start(@Observes StartupEvent start) {
        changes.watch(this::hear);
        vertx.setPeriodic(BEAT.toMillis(), timer -> watchers.forEach(this::beat));
        vertx.setPeriodic(STAFF_ARE_ASKED_EVERY.toMillis(), timer -> askStaff());
    }

    /** Pages come back by themselves, and then to another replica; their streams would hold up the end of this one. */
    void leave(@Observes ShutdownDelayInitiatedEvent leaves) {
        leaving = true;
        watchers.forEach(watcher -> watcher.stream().complete());
    }

    boolean isFull(long staffId) {
        return watchers.stream()
                        .filter(watcher -> watcher.staff().id == staffId)
                        .count()
                >= OF_ONE_PERSON;
    }

    /** Takes the page in until it goes, with what it has missed since that time if it says one. */
    void add(Watcher watcher, Instant since) {
        watchers.add(watcher);
        watcher.stream().onTermination(() -> watchers.remove(watcher));
        watcher.stream()
                .emit(new OutboundSseEventImpl.BuilderImpl()
                        .reconnectDelay(1_000)
                        .comment("here")
                        .build());
        if (leaving) watcher.stream().complete();
        if (since == null) return;
        Multi.createFrom()
                .iterable(recent.after(since))
                .onItem()
                .transformToUniAndConcatenate(moment -> tell(moment, watcher.sight(), List.of(watcher)))
                .subscribe()
                .with(told -> {}, failure -> Log.debug("A page was not told what it missed", failure));
    }

    private void hear(Moment moment) {
        recent.add(moment);
        synchronized (waiting) {
            waiting.add(moment);
            if (telling) return;
            telling = true;
        }
        tellNext();
    }

    // One moment after the other: when there is much to tell, the moments wait and not the database.
    private void tellNext() {
        Moment moment;
        synchronized (waiting) {
            moment = waiting.poll();
            if (moment == null) {
                telling = false;
                return;
            }
        }
        var bySight = watchers.stream().collect(Collectors.groupingBy(Watcher::sight));
        Multi.createFrom()
                .iterable(bySight.entrySet())
                .onItem()
                .transformToUniAndConcatenate(group -> tell(moment, group.getKey(), group.getValue()))
                .collect()
                .last()
                .subscribe()
                .with(told -> tellNext(), failure -> {
                    Log.debug("What changed could not be looked at", failure);
                    watchers.forEach(watcher -> emit(watcher, moment.at(), "missed", "{}"));
                    tellNext();
                });
    }

    private Uni<Void> tell(Moment moment, Sight sight, List<Watcher> readers) {
        var wanted = moment.changes().stream()
                .filter(change -> readers.stream().anyMatch(reader -> reader.wants(change)))
                .toList();
        var numbers = wanted.stream().map(Change::number).collect(Collectors.toSet());
        return glances.at(numbers, sight)
                .invoke(seen -> readers.forEach(reader -> tell(moment, wanted, seen, reader)))
                .replaceWithVoid();
    }

    private void tell(Moment moment, List<Change> wanted, Map<Long, CaseNow> seen, Watcher reader) {
        if (moment.missed()) emit(reader, moment.at(), "missed", "{}");
        var changed = new ArrayList<Change>();
        for (var change : wanted) {
            if (!reader.wants(change)) continue;
            if (change.kind() != Change.Kind.PRESENCE) changed.add(change);
            else if (seen.containsKey(change.number())) emit(reader, moment.at(), "presence", text(change));
        }
        var news = News.of(changed, seen, reader.sight());
        if (!news.isEmpty()) emit(reader, moment.at(), "cases", text(news));
    }

    private void emit(Watcher watcher, Instant at, String name, String data) {
        watcher.stream()
                .emit(new OutboundSseEventImpl.BuilderImpl()
                        .id(Long.toString(at.toEpochMilli()))
                        .name(name)
                        .data(String.class, data)
                        .build());
    }

    // The time is said too, so that a page which comes back knows from when on it has missed something.
    private void beat(Watcher watcher) {
        emit(watcher, Instant.now(), "beat", "{}");
    }

    void askStaff() {
        if (watchers.isEmpty()) return;
        var ids =
                watchers.stream().map(watcher -> watcher.staff().id).distinct().toArray(Long[]::new);
        pool.preparedQuery(
                        """
                        select s.id, s.roles, s.departments, array(select o.id from staff_session o where o.staff_id = s.id) as sessions
                        from staff s where s.id = any($1) and s.active""")
                .execute(Tuple.of(ids))
                .subscribe()
                .with(
                        rows -> {
                            var gone = new HashSet<>(watchers);
                            rows.forEach(row ->
                                    gone.removeIf(watcher -> watcher.staff().id.equals(row.getLong("id"))
                                            && watcher.isStill(
                                                    row.getString("roles"),
                                                    List.of(row.getArrayOfStrings("departments")),
                                                    List.of(row.getArrayOfLongs("sessions")))));
                            gone.forEach(this::end);
                        },
                        failure -> Log.debug("Staff could not be asked for", failure));
    }

    private void end(Watcher watcher) {
        emit(watcher, Instant.now(), "over", "{}");
        watcher.stream().complete();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
