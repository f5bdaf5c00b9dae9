package org.rightdoor.understand;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

/** A file with a checksum in front that is either there as a whole or not at all. */
public final class CheckedFile {

    static final String UNFINISHED = ".tmp";
    private static final int CHECKSUM_BYTES = Long.BYTES;

    /** Writes what the file is to hold. */
    public interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private CheckedFile() {}

    public static void write(Path file, Content content) throws IOException {
        var buffer = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(buffer)) {
            content.writeTo(out);
        }
        var bytes = buffer.toByteArray();
        Files.createDirectories(file.getParent());
        var unfinished =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), UNFINISHED);
        try (var out = Files.newOutputStream(unfinished)) {
            out.write(ByteBuffer.allocate(CHECKSUM_BYTES)
                    .putLong(checksum(bytes, 0))
                    .array());
            out.write(bytes);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Throws IOException when the file was cut short, was damaged, or is something else. */
    public static DataInputStream read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes.length < CHECKSUM_BYTES || ByteBuffer.wrap(bytes).getLong() != checksum(bytes, CHECKSUM_BYTES)) {
            throw new IOException("cut short, damaged, or something else");
        }
        return new DataInputStream(new ByteArrayInputStream(bytes, CHECKSUM_BYTES, bytes.length - CHECKSUM_BYTES));
    }

    private static long checksum(byte[] bytes, int from) {
        var checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return checksum.getValue();
    }
}
