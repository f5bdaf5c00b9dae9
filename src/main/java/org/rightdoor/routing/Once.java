package org.rightdoor.routing;

import java.util.HashMap;
import java.util.Map;

/** Sees to it that something stands only once, and says where it stood first. */
public final class Once {

    private final String noun;
    private final Faults faults;
    private final Map<String, Place> first = new HashMap<>();

    public Once(String noun, Faults faults) {
        this.noun = noun;
        this.faults = faults;
    }

    public void claim(String what, Place place) {
        var earlier = first.putIfAbsent(what, place);
        if (earlier != null) {
            faults.add(place, noun + " " + what + " is already at " + earlier);
        }
    }
}
