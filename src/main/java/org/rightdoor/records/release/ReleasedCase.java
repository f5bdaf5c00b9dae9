package org.rightdoor.records.release;

import java.time.Instant;
import java.util.List;

/** A case as it leaves the house: without what is others'. */
record ReleasedCase(
        long number,
        String department,
        String topic,
        String status,
        Instant opened,
        List<Line> lines,
        List<File> files,
        List<Taken> takenOut) {

    /** @param who null where it is the case itself */
    record Line(Instant at, String what, String who, String text) {}

    /** @param path in the ZIP; null for one that is withheld, where {@code why} says why */
    record File(long id, String name, String path, String why) {}

    /** How many passages were taken out on one ground. */
    record Taken(String ground, long passages) {}
}
