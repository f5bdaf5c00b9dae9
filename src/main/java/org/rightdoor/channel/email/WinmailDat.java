package org.rightdoor.channel.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.HMEFMessage;
import org.rightdoor.inquiry.Attachment;

/** The files inside a winmail.dat, in which Outlook wraps them (Microsoft's TNEF, MS-OXTNEF). */
final class WinmailDat {

    private WinmailDat() {}

    /** Empty when it cannot be read or holds no file; then it is kept as it came. */
    static Optional<List<Attachment>> files(byte[] content) {
        try {
            var files = new ArrayList<Attachment>();
            for (var inside : new HMEFMessage(new ByteArrayInputStream(content)).getAttachments()) {
                var name = inside.getLongFilename() == null ? inside.getFilename() : inside.getLongFilename();
                var plain = PartType.fileName(name == null ? "" : name);
                files.add(Attachment.of(
                        plain.isEmpty() ? "attachment.bin" : plain, "application/octet-stream", inside.getContents()));
            }
            return files.isEmpty() ? Optional.empty() : Optional.of(files);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
