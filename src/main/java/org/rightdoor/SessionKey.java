package org.rightdoor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that seals staff's log-ins. Kept in the data directory, so that a restart throws nobody out. */
final class SessionKey {

    private static final int BYTES = 32;

    private SessionKey() {}

    static String in(Path data) throws IOException {
        var file = data.resolve("session-key");
        if (!Files.exists(file)) {
            Files.createDirectories(data);
            var secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            var readableByOwnerOnly =
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, readableByOwnerOnly);
            Files.writeString(file, Base64.getEncoder().encodeToString(secret));
        }
        return Files.readString(file);
    }
}
