package org.rightdoor.records.retention;

/** Something is not deleted, and why, in words for whoever wanted to delete it. */
public final class Held extends RuntimeException {

    Held(String message) {
        super(message);
    }
}
