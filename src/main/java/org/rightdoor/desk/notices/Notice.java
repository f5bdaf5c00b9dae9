package org.rightdoor.desk.notices;

import java.time.Instant;

/**
 * One thing that somebody is told: of which case, and no word of it; or of a topic, by its name.
 *
 * @param number of the case
 * @param said of a topic; null for what is told of a case
 * @param href where to look
 */
public record Notice(Kind kind, long number, boolean urgent, Instant at, String said, String href) {

    public String words() {
        return said != null ? said : "Case #" + number + ": " + kind.told + (urgent ? " (urgent)" : "");
    }
}
