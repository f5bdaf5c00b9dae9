package org.rightdoor.desk.notices;

import java.time.Instant;

/** One thing that somebody is told: of which case, and no word of it. */
public record Notice(Kind kind, long number, boolean urgent, Instant at) {

    public String words() {
        return "Case #" + number + ": " + kind.told + (urgent ? " (urgent)" : "");
    }

    public String href() {
        return "/desk/inquiries/" + number;
    }
}
