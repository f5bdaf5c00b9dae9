package org.rightdoor.desk;

import java.util.List;
import org.rightdoor.people.Staff;

/**
 * Somebody has searched, or a program has read a list, and was shown names and words of these cases: whoever keeps the view log
 * observes it.
 *
 * @param words what was looked for; empty for a list without words
 */
public record CasesFound(Staff by, List<Long> numbers, String words, boolean byProgram) {}
