package org.rightdoor.channel.web;

import java.time.Instant;

/**
 * A question that is held because it looks like spam, until a person has looked at it. It is never deleted.
 *
 * @param visitor a sealed name for the network address it came from: the same for the same address, and no more
 * @param question as it was typed
 * @param decidedBy who let it in or kept it out; null while it waits
 * @param number of the case it became, or null
 */
public record Suspected(
        long id,
        Instant at,
        String externalId,
        String visitor,
        Because because,
        Question question,
        String decidedBy,
        boolean letIn,
        Long number) {

    /** What made it look so. */
    public enum Because {
        /** A field was filled in that people do not see. */
        TRAP,
        /** Very many came from the same network address, and this browser did no work for it. */
        CROWD,
        /** The same words came very often. */
        REPEATED
    }

    /** What made it look so, in words for staff. */
    public String why() {
        return switch (because) {
            case TRAP -> "A field was filled in that people do not see.";
            case CROWD -> "Very much came from the same network at once, and this browser did not show that it is one.";
            case REPEATED -> "The same words came very often.";
        };
    }
}
