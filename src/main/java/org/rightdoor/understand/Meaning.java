package org.rightdoor.understand;

/**
 * Whether messages are read by their meaning, or by their words alone.
 *
 * @param why they are read by their words alone, as the end of a sentence that begins with "because"; null when not
 */
public record Meaning(State state, String why) {

    public enum State {
        READ,
        /** For about half a minute after the first start, and after the training texts have changed. */
        BEING_LEARNED,
        /** Until somebody does something about it. */
        MISSING
    }

    static final Meaning READ = new Meaning(State.READ, null);
    static final Meaning BEING_LEARNED = new Meaning(State.BEING_LEARNED, "their meaning is still being learned");

    static Meaning missing(String why) {
        return new Meaning(State.MISSING, why);
    }

    public boolean isRead() {
        return state == State.READ;
    }

    public boolean isMissing() {
        return state == State.MISSING;
    }
}
