package org.rightdoor.answers;

import org.rightdoor.understand.Reading;

/** One way to ask the question of an answer, and what it is read as. */
record Phrasing(Answer answer, String text, Reading reading) {}
