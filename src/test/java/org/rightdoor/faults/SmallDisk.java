package org.rightdoor.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system that is soon full, where this machine lets us make one (root on Linux); otherwise a directory. */
record SmallDisk(Path path, boolean mounted) implements AutoCloseable {

    private static final String SIZE = "700m";

    static SmallDisk at(Path path, boolean limited) throws Exception {
        Files.createDirectories(path);
        if (!limited) return new SmallDisk(path, false);
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", path.toString())
                .inheritIO()
                .start();
        if (mount.waitFor() != 0) throw new IOException("No small disk can be made here; run it as root.");
        Files.createFile(path.resolve("limited"));
        return new SmallDisk(path, true);
    }

    @Override
    public void close() throws Exception {
        if (mounted) new ProcessBuilder("umount", "-l", path.toString()).start().waitFor();
    }
}
