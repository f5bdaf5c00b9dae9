package org.rightdoor.answers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rightdoor.Database;

/** What is published at the desk is in force on every replica some seconds later. */
@ApplicationScoped
class TakeOverWrittenAnswers {

    @Inject
    WrittenAnswers written;

    @Inject
    CurrentKnowledge knowledge;

    private List<Long> taken = List.of();

    /** Published versions never change: their numbers say whether anything is new. */
    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Database.NotReady.class)
    void look() throws Throwable {
        if (knowledge.now() == null) return;
        var published = VertxContextSupport.subscribeAndAwait(written::published);
        var numbers = published.stream().map(version -> version.id).toList();
        if (numbers.equals(taken)) return;
        knowledge.takeOverAnswers(published);
        taken = numbers;
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tryOut() {
        if (knowledge.now() != null) knowledge.tryOutWhatWasPublished();
    }
}
