package org.rightdoor;

import org.rightdoor.channel.web.Crowd;

/** A crowd as large as a test wants it. */
public final class BusyDistrict extends Crowd {

    private final Press press;

    public BusyDistrict(Press press) {
        this.press = press;
    }

    @Override
    public Press from(String address) {
        return press;
    }
}
