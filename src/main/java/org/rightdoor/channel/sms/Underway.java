package org.rightdoor.channel.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Work that goes on when the one who asked for it does not wait any longer. Whoever asks for the same again meanwhile,
 * as Twilio does when it tries again, waits for the work that is under way.
 */
@ApplicationScoped
class Underway {

    private final Map<String, Uni<Void>> byName = new ConcurrentHashMap<>();

    /** Fails with {@link io.smallrye.mutiny.TimeoutException} when it takes longer; it is done all the same. */
    Uni<Void> within(Duration patience, String name, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> detached(join(name, work)))
                .ifNoItem()
                .after(patience)
                .fail();
    }

    private Uni<Void> join(String name, Supplier<Uni<Void>> work) {
        return byName.computeIfAbsent(name, started -> Uni.createFrom()
                .deferred(() -> work.get())
                .onTermination()
                .invoke(() -> byName.remove(name))
                .memoize()
                .indefinitely());
    }

    // A waiter that gives up would cancel the work with it.
    private static Uni<Void> detached(Uni<Void> work) {
        return Uni.createFrom().emitter(waiter -> work.subscribe().with(waiter::complete, waiter::fail));
    }
}
