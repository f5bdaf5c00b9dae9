package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.List;
import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Tone;

/**
 * One line of the inbox.
 *
 * @param person name, or null when nobody has given one
 * @param also keys of other departments that have an open part of it
 * @param channels the family used, in alphabetical order
 * @param contacts how many times the family had to make contact
 * @param dueAt by when something is owed; null where nothing is
 * @param waitingSince since when the family waits; null while it does not
 */
public record InboxRow(
        long number,
        String subject,
        String person,
        String department,
        List<String> also,
        String topic,
        Priority priority,
        Tone.Urgency urgency,
        boolean distress,
        Status status,
        List<Channel> channels,
        int contacts,
        Instant openedAt,
        Instant lastContactAt,
        Instant waitingSince,
        Instant dueAt) {}
