package org.rightdoor.answers;

import java.util.List;

/**
 * A text calls a person at once.
 *
 * @param category key in {@code safety.yml}
 * @param evidence the words of the text, or of the district's rule, that say so
 * @param confidence 0 to 1; 1 where the district's own words were found
 */
public record Signal(String category, List<String> evidence, double confidence) {}
