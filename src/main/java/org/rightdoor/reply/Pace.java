package org.rightdoor.reply;

import java.time.Duration;

/**
 * How a channel may be used just now.
 *
 * @param mostPerSecond over all replicas together
 * @param resting true in the hours in which a family is sent only what it has just asked for
 * @param answersWithin a claim that is older than this has lost its sender
 */
public record Pace(int mostPerSecond, boolean resting, Duration answersWithin) {

    public static final Pace FREE = new Pace(Integer.MAX_VALUE, false, Duration.ofMinutes(3));

    boolean isLimited() {
        return mostPerSecond < Integer.MAX_VALUE;
    }
}
