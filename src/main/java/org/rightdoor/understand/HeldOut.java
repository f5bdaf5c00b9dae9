package org.rightdoor.understand;

import java.util.OptionalDouble;

/** How a model did on texts that were kept back while it rehearsed; of none where there were too few to keep any back. */
record HeldOut(int right, int texts) {

    static final HeldOut NONE = new HeldOut(0, 0);

    OptionalDouble accuracy() {
        return texts == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / texts);
    }
}
