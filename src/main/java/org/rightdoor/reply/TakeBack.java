package org.rightdoor.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.rightdoor.Config;

/** How long an answer of staff is held, in which it can be taken back. */
@ApplicationScoped
public class TakeBack {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Inject
    Config config;

    public Duration pause() {
        var wished = config.takeBack();
        return wished.isNegative() ? Duration.ZERO : wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    }
}
