package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of a case's history, whatever its source.
 *
 * @param kind CONTACT, REPLY, or the name of an {@link Event.Kind}
 * @param channel null for events
 * @param who a person's or staff member's name, as people read it
 * @param address where it came from or went to, or null
 * @param text what was written; for events the detail
 * @param automatic true for a reply that no person wrote
 * @param state of a reply, see {@code reply.Reply.State}; null otherwise
 * @param error why a reply did not leave, or null
 * @param id of the contact, reply or event
 */
public record TimelineEntry(
        Instant at,
        String kind,
        Channel channel,
        Direction direction,
        String who,
        String address,
        String text,
        boolean automatic,
        String state,
        String error,
        long id,
        List<File> files) {

    public enum Direction {
        IN,
        OUT,
        INSIDE
    }

    /** A file that came with a contact; size in bytes. */
    public record File(long id, String name, long size) {

        private static final Pattern SOUND = Pattern.compile("(?i).*\\.(mp3|wav|ogg|oga|m4a)");

        /** True when it may be played; what it really is decides who plays it. */
        public boolean isSound() {
            return name != null && SOUND.matcher(name).matches();
        }
    }

    public boolean isContact() {
        return kind.equals("CONTACT");
    }

    public boolean isReply() {
        return kind.equals("REPLY");
    }
}
