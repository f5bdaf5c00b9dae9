package org.rightdoor.desk.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Edited rules as a browser hands them in: a ZIP of the directory, single files of it, or one file pasted. */
final class Uploaded {

    private Uploaded() {}

    /** @throws EditedFiles.Unfit when there is nothing, or something that is no file of the rules */
    static EditedFiles of(List<FileUpload> files, String name, String text) throws IOException {
        EditedFiles all = null;
        for (var upload : files == null ? List.<FileUpload>of() : files) {
            if (upload.size() == 0) continue;
            EditedFiles one;
            if (upload.fileName().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                try (var packed = Files.newInputStream(upload.uploadedFile())) {
                    one = EditedFiles.zip(packed);
                }
            } else {
                one = EditedFiles.one(folder(upload.fileName()), Files.readAllBytes(upload.uploadedFile()));
            }
            all = all == null ? one : all.and(one);
        }
        if (text != null && !text.isBlank()) {
            var pasted = EditedFiles.one(
                    name == null ? "" : name.strip(), text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            all = all == null ? pasted : all.and(pasted);
        }
        if (all == null) throw new EditedFiles.Unfit("Choose files, or paste one.");
        return all;
    }

    /** A browser tells no folder; a training file is known by its name. */
    private static String folder(String name) {
        return name.endsWith(".tsv") && !name.contains("/") ? "training/" + name : name;
    }
}
