package org.rightdoor.routing;

import java.nio.file.Path;

/** A line (from 1) of a file of the district. */
public record Place(Path file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
