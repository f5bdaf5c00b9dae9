package org.rightdoor.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Collectors;

/** Which files a directory holds, how large they are and when they were written: different after any change. */
record DirectoryState(Map<Path, Written> files) {

    private record Written(long bytes, FileTime at) {}

    /** The state now; empty where the directory cannot be read, which is a change too. */
    static DirectoryState of(Path directory) {
        try (var paths = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            return new DirectoryState(paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file, DirectoryState::written)));
        } catch (IOException | UncheckedIOException e) {
            return new DirectoryState(Map.of());
        }
    }

    private static Written written(Path file) {
        try {
            return new Written(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
