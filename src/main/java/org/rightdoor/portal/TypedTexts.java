package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.CurrentCalendar;

/** Reads what families are typing; few at a time, for a hint may be left out, and a question never waits for one. */
@ApplicationScoped
class TypedTexts {

    private static final int SHORTEST = 4;
    private static final int AT_ONCE = 4;

    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @Inject
    Vertx vertx;

    /** What that text will meet; null where there is too little of it to say, or too many are being read. */
    Uni<Likely> read(String text, String school, Visit visit) {
        var typed = text == null ? "" : text.strip();
        if (typed.length() < SHORTEST || !free.tryAcquire()) {
            return Uni.createFrom().nullItem();
        }
        var known = knowledge.now();
        // Reading takes milliseconds: off the event loop.
        return vertx.executeBlocking(() -> Likely.of(typed, school, known, calendar.now(), visit), false)
                .onTermination()
                .invoke(free::release);
    }
}
