package org.rightdoor.portal;

import org.rightdoor.reply.Destination;

/**
 * An address of a case to which a code can go.
 *
 * @param masked as its owner knows it and nobody else learns it
 */
record CodeWay(Destination destination, String masked) {

    /** The channel's name, as the form sends it. */
    public String by() {
        return destination.channel().name();
    }
}
