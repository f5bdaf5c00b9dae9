package org.rightdoor.understand;

import java.util.List;
import org.rightdoor.understand.Reading.Guess;

/**
 * One text put to the test.
 *
 * @param label what a person says it is
 * @param guesses what was made of it, best first; empty when nothing could be read
 * @param confidence 0 to 1: how sure the best guess is
 * @param belonging 0 to 1: how sure it is that the text is about one of the labels at all
 * @param nanos time for the reading
 */
record Trial(String label, String text, List<Guess> guesses, double confidence, double belonging, long nanos) {

    static final String NOTHING = "(nothing)";

    boolean right() {
        return best().equals(label);
    }

    boolean rightAmongFirst(int count) {
        return guesses.stream().limit(count).anyMatch(guess -> guess.topic().equals(label));
    }

    String best() {
        return guesses.isEmpty() ? NOTHING : guesses.get(0).topic();
    }
}
