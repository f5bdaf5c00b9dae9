package org.rightdoor.calendar;

import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Reading;

/**
 * What decides by when a case is due.
 *
 * @param topic key, or null when nobody could tell
 * @param school key, or null
 */
public record Matter(String department, String topic, Reading.Kind kind, Priority priority, String school) {}
