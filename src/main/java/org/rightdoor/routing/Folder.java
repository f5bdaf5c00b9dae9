package org.rightdoor.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of the district's files. */
public final class Folder {

    private Folder() {}

    /** The files in the folder by name, without hidden ones, such as an editor or a Kubernetes volume leaves behind. */
    public static List<Path> files(Path folder, Faults faults) {
        if (!Files.isDirectory(folder)) {
            faults.add(folder, 1, "the folder is missing");
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.add(folder, 1, "the folder cannot be read: " + e.getMessage());
            return List.of();
        }
    }
}
