package org.rightdoor.channel.sms;

/**
 * One thing that was looked at in the set-up of text messages.
 *
 * @param found what is there
 * @param remedy what to do about it; empty when all is well
 */
public record Finding(State state, String about, String found, String remedy) {

    public enum State {
        GOOD,
        /** It works, though not as well as it might. */
        FAIR,
        WRONG
    }

    static Finding good(String about, String found) {
        return new Finding(State.GOOD, about, found, "");
    }

    static Finding fair(String about, String found, String remedy) {
        return new Finding(State.FAIR, about, found, remedy);
    }

    static Finding wrong(String about, String found, String remedy) {
        return new Finding(State.WRONG, about, found, remedy);
    }
}
