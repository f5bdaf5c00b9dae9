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

    /** What an administrator should know; null where all is well. */
    public String notice() {
        return switch (state) {
            case READ -> null;
            case BEING_LEARNED ->
                "Messages are read by their words only for the moment, because " + why
                        + ". That takes a minute or two; there is nothing to do.";
            case MISSING ->
                "Messages are read by their words only, because " + why
                        + ". They are answered and routed all the same, but a little less surely.";
        };
    }

    public boolean isRead() {
        return state == State.READ;
    }
}
