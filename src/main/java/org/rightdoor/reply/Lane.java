package org.rightdoor.reply;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How messages leave: one after another, each claimed only when its turn has come, because a claim that grows old means a
 * sender that died.
 */
@ApplicationScoped
public class Lane {

    private volatile boolean leaving;

    /** What is being sent is still sent; the next one is for another replica, or for the next start. */
    void leave(@Observes ShutdownDelayInitiatedEvent leaves) {
        leaving = true;
    }

    /**
     * Sends until none is due.
     *
     * @param claim gives the next one, or null
     */
    public <T> Uni<Void> empty(Supplier<Uni<T>> claim, Function<T, Uni<Void>> send) {
        if (leaving) return Uni.createFrom().voidItem();
        return Multi.createBy()
                .repeating()
                .uni(() -> claim.get()
                        .call(next -> next == null ? Uni.createFrom().voidItem() : send.apply(next))
                        .map(next -> next != null))
                .whilst(found -> found && !leaving)
                .onItem()
                .ignoreAsUni();
    }
}
