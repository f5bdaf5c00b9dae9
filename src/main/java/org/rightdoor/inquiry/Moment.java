package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.List;

/**
 * What changed within a fraction of a second, over all cases and replicas, each change once.
 *
 * @param missed true when changes before it may not have been heard, because the database could not be reached
 */
public record Moment(Instant at, List<Change> changes, boolean missed) {}
