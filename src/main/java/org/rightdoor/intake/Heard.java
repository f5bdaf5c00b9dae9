package org.rightdoor.intake;

import java.util.List;
import org.rightdoor.answers.Signal;
import org.rightdoor.people.Person;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;

/**
 * A message as it was read.
 *
 * @param passages each read on its own; none where it cannot hold the matter of a second department
 * @param signals what in it calls a person at once
 */
record Heard(Reading whole, List<Passage> passages, List<Signal> signals) {

    boolean callsPerson() {
        return !signals.isEmpty();
    }

    /** What it is written in; the writer's own language where that cannot be told. */
    String language(Person writer) {
        return whole.language().equals(Reading.UNKNOWN_LANGUAGE) ? writer.language : whole.language();
    }
}
