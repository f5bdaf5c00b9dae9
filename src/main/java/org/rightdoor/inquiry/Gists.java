package org.rightdoor.inquiry;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.rightdoor.Database;
import org.rightdoor.understand.Embedding;

/**
 * What cases are about, for those that are alike. The intake has read the words already and only leaves it here: once a second
 * all that came is written in one batch, so that no family waits for it and a flood costs little. What a crash takes is not
 * missed: such a case is compared by its letters.
 */
@ApplicationScoped
public class Gists {

    /** More than arrives in a second; what is above it is let go. */
    private static final int MOST = 5_000;

    private static final String WRITE =
            """
            insert into gist (inquiry_number, direction)
            select $1, $2 where exists (select from inquiry where number = $1)
            on conflict do nothing""";

    private record Waiting(long number, Gist gist) {}

    private final Queue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);

    @Inject
    Pool pool;

    /** Keeps where the first words of a stored case lie; nothing where they were read without their meaning. */
    public void keep(long number, Embedding embedding) {
        if (embedding != null) waiting.offer(new Waiting(number, Gist.of(embedding)));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> write() {
        var batch = taken();
        if (batch.isEmpty()) return Uni.createFrom().voidItem();
        return pool.preparedQuery(WRITE)
                .executeBatch(batch)
                .onFailure()
                .invoke(failure -> Log.warnf(failure, "What %d cases mean is not kept", batch.size()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private List<Tuple> taken() {
        var batch = new ArrayList<Tuple>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(Tuple.of(next.number(), Buffer.buffer(next.gist().direction())));
        }
        return batch;
    }
}
