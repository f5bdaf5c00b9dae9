package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A file that came with a contact or goes with a reply. */
@Entity
public class Attachment {

    /** What the virus scanner says; without one, files wait for it forever and are handed out. */
    public enum Scan {
        WAITING,
        CLEAN,
        INFECTED
    }

    /** In bytes; a mail cannot bring more. */
    private static final int LARGEST = 30 * 1024 * 1024;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** The contact it came with; null for what staff send. */
    public Long contactId;

    /** The reply it goes with, or null. */
    public Long replyId;

    public String name;

    /** Judged from the content, see {@link FileType}. */
    public String mediaType;

    /** In bytes. */
    public long size;

    public byte[] content;

    @Enumerated(EnumType.STRING)
    public Scan scan = Scan.WAITING;

    /** What the virus scanner found, or null. */
    public String found;

    /** How often the scanner could not judge it. */
    public int scanAttempts;

    /** When it is tried again at the earliest. */
    public Instant scanNextAt = Instant.now();

    /** Why it could not, or null. */
    public String scanError;

    /**
     * The one place that all files pass, whatever channel brings them: the type is judged from the content, and a photograph
     * loses the place where it was taken.
     *
     * @param mediaType as the sender declares it, or null
     * @throws IllegalArgumentException above 30 MB
     */
    public static Attachment of(String name, String mediaType, byte[] content) {
        if (content.length > LARGEST)
            throw new IllegalArgumentException("A file may have 30 MB, not " + content.length);
        var attachment = new Attachment();
        attachment.name = name;
        attachment.mediaType = FileType.of(content, mediaType);
        attachment.content = Photograph.is(attachment.mediaType) ? Photograph.withoutPlace(content) : content;
        attachment.size = content.length;
        return attachment;
    }

    /** True for what a browser may show or play by itself: it can neither run anything nor load more. */
    public boolean isShown() {
        return FileType.isPicture(mediaType) || FileType.isSound(mediaType);
    }

    /** Why nobody gets it, in words for staff; null when it may be handed out. */
    public String withheld(boolean scanned) {
        if (scan == Scan.INFECTED) return "The virus scanner found " + found + " in this file.";
        if (scanned && scan == Scan.WAITING && scanError != null)
            return "The virus scanner cannot judge this file: " + scanError + " Ask an administrator if you need it.";
        if (scanned && scan == Scan.WAITING)
            return "The virus scanner has not looked at this file yet. Try again in a moment.";
        return FileType.isProgram(mediaType)
                ? "This file is a program, whatever its name says. Ask an administrator if you need it."
                : null;
    }
}
