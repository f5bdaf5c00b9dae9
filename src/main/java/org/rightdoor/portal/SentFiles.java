package org.rightdoor.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.rightdoor.inquiry.Attachment;

/** Files that a family sends from the page of its case. */
record SentFiles(List<FileUpload> files) {

    static final int MOST = 5;

    /** Together, as much as a mail may bring. */
    static final int MOST_MEGABYTES = 30;

    private static final long MOST_BYTES = MOST_MEGABYTES * 1024L * 1024;

    /** A form without a chosen file sends one without a name. */
    static SentFiles of(List<FileUpload> uploads) {
        return new SentFiles(
                uploads == null
                        ? List.of()
                        : uploads.stream()
                                .filter(file -> file.fileName() != null
                                        && !file.fileName().isBlank())
                                .toList());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    boolean areTooMuch() {
        return files.size() > MOST || files.stream().mapToLong(FileUpload::size).sum() > MOST_BYTES;
    }

    /** Reads them; not on the event loop. */
    List<Attachment> read() {
        return files.stream().map(SentFiles::read).toList();
    }

    private static Attachment read(FileUpload file) {
        try {
            return Attachment.of(file.fileName(), file.contentType(), Files.readAllBytes(file.uploadedFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
