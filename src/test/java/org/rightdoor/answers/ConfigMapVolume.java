package org.rightdoor.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Rules as the kubelet mounts ConfigMaps (its AtomicWriter): in each folder the files are links into {@code ..data}, itself a
 * link to a directory with a time in its name, which is replaced in one step when the ConfigMap has changed.
 */
record ConfigMapVolume(Path mounted, int[] version) {

    static ConfigMapVolume of(Path rules, Path mounted) throws IOException {
        var volume = new ConfigMapVolume(mounted, new int[1]);
        volume.switchTo(rules);
        return volume;
    }

    void switchTo(Path rules) throws IOException {
        version[0]++;
        for (var folder : folders(rules)) switchFolder(folder, mounted.resolve(rules.relativize(folder)));
    }

    private void switchFolder(Path folder, Path volume) throws IOException {
        var content = Files.createDirectories(volume.resolve("..2026_11_22_10_00_0" + version[0]));
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, content.resolve(file.getFileName()));
                var link = volume.resolve(file.getFileName());
                if (!Files.isSymbolicLink(link))
                    Files.createSymbolicLink(link, Path.of("..data").resolve(file.getFileName()));
            }
        }
        var data = volume.resolve("..data");
        var before = Files.exists(data) ? data.toRealPath() : null;
        var next = Files.createSymbolicLink(volume.resolve("..data_tmp"), content.getFileName());
        Files.move(next, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        if (before != null) delete(before);
    }

    private static List<Path> folders(Path rules) throws IOException {
        try (var all = Files.walk(rules)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) Files.delete(file);
        }
        Files.delete(directory);
    }
}
