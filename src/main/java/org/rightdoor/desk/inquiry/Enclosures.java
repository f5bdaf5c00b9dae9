package org.rightdoor.desk.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.rightdoor.inquiry.Attachment;

/**
 * The files that staff send with an answer.
 *
 * @param fault why they cannot be sent, or null
 */
record Enclosures(List<Attachment> files, String fault) {

    static final Enclosures NONE = new Enclosures(List.of(), null);

    /** In bytes, all together: many mail servers take no mail above 25 MB, and base64 adds a third. */
    private static final long LARGEST = 15 * 1024 * 1024;

    /** None of them where one cannot be sent. */
    List<Attachment> sendable() {
        return fault == null ? files : List.of();
    }

    /** Reads them from disk: not for the event loop. */
    static Enclosures of(List<FileUpload> uploads) {
        // A browser sends one nameless empty file where none was chosen.
        var chosen = uploads == null
                ? List.<FileUpload>of()
                : uploads.stream().filter(each -> each.size() > 0).toList();
        if (chosen.stream().mapToLong(FileUpload::size).sum() > LARGEST) {
            return new Enclosures(List.of(), "The files have more than 15 MB; many mailboxes would refuse them.");
        }
        var files = chosen.stream().map(Enclosures::read).toList();
        var withheld = files.stream()
                .map(file -> file.withheld(false))
                .filter(why -> why != null)
                .findFirst();
        return new Enclosures(files, withheld.orElse(null));
    }

    private static Attachment read(FileUpload upload) {
        try {
            var name = upload.fileName() == null ? "file" : upload.fileName().replaceAll(".*[/\\\\]|\\p{Cc}", "");
            return Attachment.of(
                    name.isBlank() ? "file" : name, upload.contentType(), Files.readAllBytes(upload.uploadedFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
