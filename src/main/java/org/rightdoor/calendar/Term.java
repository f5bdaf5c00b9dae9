package org.rightdoor.calendar;

import org.rightdoor.routing.LocalText;

/**
 * A part of a school year in which there are lessons.
 *
 * @param schoolYear as people call it, such as {@code 2026-27}
 */
public record Term(String schoolYear, String key, LocalText name, Dates dates) {}
