package org.rightdoor.understand;

import java.time.Duration;

/** What can wait is learnt later: a start on a small machine has better use for its processors at first. */
final class AfterTheStart {

    private static final Duration PAUSE = Duration.ofSeconds(12);

    private AfterTheStart() {}

    /** Waits; false when the process is being stopped meanwhile. */
    static boolean hasCome() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
