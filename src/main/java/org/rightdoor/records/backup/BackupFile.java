package org.rightdoor.records.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The file around a backup's ZIP: sealed where there is a key, otherwise the ZIP as it is with its SHA-256 after it (which
 * programs for ZIP files read over).
 */
final class BackupFile {

    private static final int DIGEST = 32;

    private BackupFile() {}

    interface Writer {
        void write(OutputStream out) throws Exception;
    }

    /** Writes beside the file first, so that what stands there under its name is always whole; only its owner may read it. */
    static void write(Path file, BackupKey key, Writer writer) throws Exception {
        var begun = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(begun);
        try {
            Files.createFile(begun);
            if (Files.getFileStore(begun).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(begun, PosixFilePermissions.fromString("rw-------"));
            }
            try (var out = new BufferedOutputStream(Files.newOutputStream(begun))) {
                if (key == null) writeOpenly(out, writer);
                else
                    try (var sealed = new SealedOutput(out, key)) {
                        writer.write(staysOpen(sealed));
                    }
            }
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    /**
     * Opens the ZIP inside.
     *
     * @throws Damaged where there is no backup, or it is not as it was written; a sealed one tells while it is read
     */
    static InputStream open(Path file, BackupKey key) throws IOException {
        var sealed = isSealed(file);
        if (sealed && key == null) throw new Damaged("This backup is encrypted: set RIGHTDOOR_BACKUP_KEY to its key.");
        if (!sealed) demandUnchanged(file);
        var in = new BufferedInputStream(Files.newInputStream(file));
        return sealed ? new SealedInput(in, key) : in;
    }

    private static boolean isSealed(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(Seal.MAGIC.length), Seal.MAGIC);
        }
    }

    private static void writeOpenly(OutputStream out, Writer writer) throws Exception {
        var digest = sha256();
        writer.write(staysOpen(new DigestOutputStream(out, digest)));
        out.write(digest.digest());
    }

    private static void demandUnchanged(Path file) throws IOException {
        var digest = sha256();
        var left = Files.size(file) - DIGEST;
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var buffer = new byte[Seal.CHUNK];
            while (left > 0) {
                var read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (read == 0) break;
                digest.update(buffer, 0, read);
                left -= read;
            }
            if (left == 0 && MessageDigest.isEqual(in.readAllBytes(), digest.digest())) return;
        }
        throw new Damaged("This is not a whole backup: the file was changed or cut off, or is something else.");
    }

    private static OutputStream staysOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
