package org.rightdoor.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after each attempt that failed: two days in all, then the message is given up. */
final class Waits {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20));

    private Waits() {}

    /**
     * @param attempts how many there were, 1 or more
     * @param chance 0 to 1: up to a tenth longer, so that what failed together does not come back together
     * @return empty when there were enough
     */
    static Optional<Duration> after(int attempts, double chance) {
        if (attempts > WAITS.size()) return Optional.empty();
        var wait = WAITS.get(attempts - 1);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * chance / 10)));
    }
}
