package org.rightdoor.routing;

import java.nio.file.Path;

/** Something wrong in a file of the district, with the line (from 1) where to look. */
public record Fault(Path file, int line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
