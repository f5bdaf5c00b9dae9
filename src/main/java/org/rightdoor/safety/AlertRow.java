package org.rightdoor.safety;

import java.util.List;

/**
 * An alert as the desk shows it.
 *
 * @param acknowledgedBy name of who has it, or null
 * @param closedBy name of who judged it, or null
 * @param called who was called, in order
 */
public record AlertRow(Alert alert, String title, String acknowledgedBy, String closedBy, List<Called> called) {

    /**
     * A message to somebody.
     *
     * @param error why it did not leave, or null
     */
    public record Called(AlertNotice notice, String name) {}
}
