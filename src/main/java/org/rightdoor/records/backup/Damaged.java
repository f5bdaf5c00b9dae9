package org.rightdoor.records.backup;

import java.io.IOException;

/** A backup that is not as it was written, or was written with another key; the message says which, for people. */
public final class Damaged extends IOException {

    Damaged(String message) {
        super(message);
    }
}
