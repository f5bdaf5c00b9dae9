package org.rightdoor.routing;

import org.rightdoor.understand.Tone;

/** How soon a person should look; the inbox shows urgent before high before normal. */
public enum Priority {
    NORMAL,
    HIGH,
    URGENT;

    /** What the writer's own words ask for: pressing or in distress comes before calm, both at once before all else. */
    public static Priority of(Tone tone) {
        var pressing = tone.urgency() == Tone.Urgency.NOW;
        if (pressing && tone.distress()) return URGENT;
        return pressing || tone.distress() ? HIGH : NORMAL;
    }

    public Priority atLeast(Priority other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
