package org.rightdoor.desk.writing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.rightdoor.inquiry.Attachment;

/** A file that is to go with an answer which has not been sent yet. */
@Entity
class DraftFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long inquiryNumber;
    public long staffId;

    /** The answer with which it waits for approval; null for what its writer is writing. */
    public Long proposalId;

    public String name;
    public String mediaType;

    /** In bytes. */
    public long size;

    public byte[] content;
    public Instant keptAt;

    static DraftFile of(long number, long staff, Attachment attachment) {
        var file = new DraftFile();
        file.inquiryNumber = number;
        file.staffId = staff;
        file.name = attachment.name;
        file.mediaType = attachment.mediaType;
        file.content = attachment.content;
        file.size = attachment.content.length;
        file.keptAt = Instant.now();
        return file;
    }

    Attachment attachment() {
        return Attachment.of(name, mediaType, content);
    }
}
