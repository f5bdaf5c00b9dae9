package org.rightdoor.inquiry;

import java.util.List;

/**
 * What an inbox shows.
 *
 * @param sight of the person who looks
 * @param departments keys of those looked at; empty means all that the person sees
 * @param status null for any
 * @param words to look for in subject, name and texts, or a case's number; null for all
 * @param after cursor of the page before ({@link InboxPage#next}), or null for the first page
 */
public record InboxQuery(Sight sight, List<String> departments, Status status, String words, String after) {}
