package org.rightdoor.intake;

import java.util.List;
import org.rightdoor.answers.Signal;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;

/**
 * A message as it was read: the whole of it, and its passages each on its own.
 *
 * @param signals what in it calls a person at once
 */
record Heard(Reading whole, List<Passage> passages, List<Signal> signals) {

    boolean callsPerson() {
        return !signals.isEmpty();
    }
}
