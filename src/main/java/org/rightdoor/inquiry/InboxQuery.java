package org.rightdoor.inquiry;

import java.util.List;

/**
 * What an inbox shows.
 *
 * @param departments keys; empty means every department
 * @param status null for any
 * @param words to look for in subject, name and texts, or a case's number; null for all
 * @param after cursor of the page before ({@link InboxPage#next}), or null for the first page
 */
public record InboxQuery(List<String> departments, Status status, String words, String after) {

    public static InboxQuery waiting(List<String> departments) {
        return new InboxQuery(departments, Status.OPEN, null, null);
    }
}
