package org.rightdoor.inquiry;

import java.time.Instant;

/**
 * Somebody who sees a confidential case.
 *
 * @param by who named this person, in words
 * @param until when it ends, for an administrator who had to look; null for those who are named on it
 * @param reason why that administrator had to look; null for the others
 */
public record Named(long staffId, String name, String by, Instant at, Instant until, String reason) {

    public boolean isLooking() {
        return until != null;
    }
}
