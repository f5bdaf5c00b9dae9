package org.rightdoor.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One line of a case's history, whatever its source.
 *
 * @param kind CONTACT, REPLY, or the name of an {@link Event.Kind}
 * @param channel null for events
 * @param who a person's or staff member's name, as people read it
 * @param address where it came from or went to, or null
 * @param text what was written; for events the detail
 * @param automatic true for a reply that no person wrote
 * @param state of a reply, see {@code reply.Reply.State}, or HELD while it can be taken back; null otherwise
 * @param error why a reply did not leave, or null
 * @param id of the contact, reply or event
 * @param letter what a mail brought beside words and files; null for everything else
 * @param undone true for what staff took back
 * @param number of the case it came to, which may have become part of another
 * @param counts true for a contact that the family had to make
 * @param leftOut why a contact does not count, or did not before staff said otherwise; null otherwise
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
        List<File> files,
        Letter letter,
        boolean undone,
        long number,
        boolean counts,
        LeftOut leftOut) {

    public enum Direction {
        IN,
        OUT,
        INSIDE
    }

    /**
     * A file that came with a contact or went with a reply.
     *
     * @param size in bytes
     * @param found what the virus scanner found in it, or null
     */
    public record File(long id, String name, long size, String mediaType, String found) {

        /** Such as {@code 340 KB}. */
        public String readableSize() {
            if (size < 1_000) return size + " bytes";
            return size < 1_000_000
                    ? Math.round(size / 1e3) + " KB"
                    : String.format(Locale.ROOT, "%.1f MB", size / 1e6);
        }

        public boolean isSound() {
            return found == null && FileType.isSound(mediaType);
        }

        public boolean isPicture() {
            return found == null && FileType.isPicture(mediaType);
        }
    }

    /** True when the writer had no part in the case before: nothing of it goes to that address by itself. */
    public boolean byStranger() {
        return letter != null && letter.stranger;
    }

    public boolean isContact() {
        return kind.equals("CONTACT");
    }

    public boolean isReply() {
        return kind.equals("REPLY");
    }

    /** True for a reply that its writer can still take back: nobody outside sees it. */
    public boolean isHeld() {
        return "HELD".equals(state);
    }
}
