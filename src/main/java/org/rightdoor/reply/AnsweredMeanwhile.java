package org.rightdoor.reply;

/** Somebody else has answered: the writer is asked whether to send this too. */
public class AnsweredMeanwhile extends IllegalStateException {

    AnsweredMeanwhile() {
        super("A colleague has answered meanwhile. Read that answer, and send yours if it is still needed.");
    }
}
