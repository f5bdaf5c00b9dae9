package org.rightdoor.answers;

/** One way to ask the question of an answer. */
record Phrasing(Answer answer, String text) {}
