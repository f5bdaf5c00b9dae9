package org.rightdoor.reply;

/** A message could not be handed over. The message says why, for staff. */
public class DeliveryFailed extends Exception {

    private enum Kind {
        FOR_GOOD,
        FOR_NOW,
        OPTED_OUT,
        UNSURE
    }

    private final Kind kind;

    private DeliveryFailed(String message, Kind kind, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Trying again is useless: the number is wrong, the address does not exist, the channel is not set up. */
    public static DeliveryFailed forGood(String why) {
        return new DeliveryFailed(why, Kind.FOR_GOOD, null);
    }

    /** The carrier refuses because the owner of the address has opted out; that is written down. */
    public static DeliveryFailed optedOut(String why) {
        return new DeliveryFailed(why, Kind.OPTED_OUT, null);
    }

    /** It may work later: the other side is down or busy. */
    public static DeliveryFailed forNow(String why, Throwable cause) {
        return new DeliveryFailed(why, Kind.FOR_NOW, cause);
    }

    /** It may have left or not; the message is looked for later, see {@link Transport#trace}. */
    public static DeliveryFailed unsure(String why, Throwable cause) {
        return new DeliveryFailed(why, Kind.UNSURE, cause);
    }

    public boolean permanent() {
        return kind == Kind.FOR_GOOD || kind == Kind.OPTED_OUT;
    }

    public boolean optedOut() {
        return kind == Kind.OPTED_OUT;
    }

    public boolean unsure() {
        return kind == Kind.UNSURE;
    }
}
