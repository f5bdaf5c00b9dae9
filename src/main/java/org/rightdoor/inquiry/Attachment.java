package org.rightdoor.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A file that came with a contact. */
@Entity
public class Attachment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long contactId;
    public String name;

    /** Judged from the content, see {@link FileType}. */
    public String mediaType;

    /** In bytes. */
    public long size;

    public byte[] content;

    public static Attachment of(String name, String mediaType, byte[] content) {
        var attachment = new Attachment();
        attachment.name = name;
        attachment.mediaType = FileType.of(content, mediaType);
        attachment.size = content.length;
        attachment.content = content;
        return attachment;
    }
}
