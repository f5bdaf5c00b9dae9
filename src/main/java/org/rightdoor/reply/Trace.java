package org.rightdoor.reply;

/**
 * What a channel knows about a message whose sender died while handing it over.
 *
 * @param externalId the channel's own name for it when it left, else null
 */
public record Trace(Found found, String externalId) {

    public enum Found {
        LEFT,
        NEVER_LEFT,
        /** The channel cannot say. */
        UNKNOWN
    }

    public static final Trace UNKNOWN = new Trace(Found.UNKNOWN, null);
    public static final Trace NEVER_LEFT = new Trace(Found.NEVER_LEFT, null);

    public static Trace left(String externalId) {
        return new Trace(Found.LEFT, externalId);
    }
}
