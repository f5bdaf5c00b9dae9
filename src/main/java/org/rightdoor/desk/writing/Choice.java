package org.rightdoor.desk.writing;

/**
 * Something ready-made that can be put into an answer, with its places filled in for the case.
 *
 * @param key names it among a case's choices
 * @param from whose it is: {@code Yours}, a department, or {@code Approved answer}
 * @param answer id of the approved answer; empty for a snippet
 */
public record Choice(String key, String title, String text, String from, String answer) {}
