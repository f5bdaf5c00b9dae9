package org.rightdoor.reply;

/** A message could not be handed over. The message says why, for staff. */
public class DeliveryFailed extends Exception {

    private final boolean permanent;

    private DeliveryFailed(String message, boolean permanent, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
    }

    /** Trying again is useless: the number is wrong, the address does not exist, the channel is not set up. */
    public static DeliveryFailed forGood(String why) {
        return new DeliveryFailed(why, true, null);
    }

    /** It may work later: the other side is down or busy. */
    public static DeliveryFailed forNow(String why, Throwable cause) {
        return new DeliveryFailed(why, false, cause);
    }

    public boolean permanent() {
        return permanent;
    }
}
