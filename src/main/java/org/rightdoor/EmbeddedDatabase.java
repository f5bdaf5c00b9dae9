package org.rightdoor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL inside the application's data directory, for one machine with nothing configured. It keeps what was
 * committed through a power cut, and through a kill of the application.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    /** What {@code postmaster.pid} says on its fourth line (PostgreSQL, utils/pidfile.h). */
    private static final int LINE_OF_PORT = 3;

    private final EmbeddedPostgres postgres;
    private final FileLock lock;
    private final int port;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileLock lock, int port) {
        this.postgres = postgres;
        this.lock = lock;
        this.port = port;
    }

    /** The one that an application runs in this directory now; otherwise starts it. */
    static EmbeddedDatabase reach(Path data) throws IOException {
        var pidFile = data.resolve("postgres").resolve("postmaster.pid");
        if (!isFree(data.resolve("in-use.lock")) && Files.exists(pidFile)) {
            var port = Files.readAllLines(pidFile).get(LINE_OF_PORT).strip();
            return new EmbeddedDatabase(null, null, Integer.parseInt(port));
        }
        if (!Files.exists(data.resolve("postgres-complete"))) {
            throw new IOException(data + " holds no database. Set RIGHTDOOR_DATA or RIGHTDOOR_DATABASE_URL to the one"
                    + " that is meant.");
        }
        return in(data);
    }

    /** Starts it, after stopping one that a killed application left behind in this directory. */
    static EmbeddedDatabase in(Path data) throws IOException {
        Files.createDirectories(data);
        var lock = lock(data.resolve("in-use.lock"));
        var files = data.resolve("postgres");
        stopLeftBehind(files.resolve("postmaster.pid"));
        var complete = data.resolve("postgres-complete");
        if (!Files.exists(complete)) deleteHalfMade(files);
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                // The library switches durability off unless told otherwise.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "64MB")
                .start();
        if (!Files.exists(complete)) Files.createFile(complete);
        return new EmbeddedDatabase(postgres, lock, postgres.getPort());
    }

    /** The settings by which Quarkus finds it. */
    Map<String, String> settings() {
        return address().settings();
    }

    DatabaseAddress address() {
        return new DatabaseAddress("127.0.0.1", port, "postgres", "postgres", "postgres");
    }

    @Override
    public void close() {
        if (postgres == null) return; // another process runs it
        try {
            postgres.close();
            lock.close();
        } catch (IOException failure) {
            System.err.println("The embedded database did not stop cleanly; it recovers at the next start: "
                    + failure.getMessage());
        }
    }

    private static boolean isFree(Path file) throws IOException {
        if (!Files.exists(file)) return true;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static FileLock lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) return lock;
        } catch (OverlappingFileLockException heldByThisProcess) {
            // reported below
        }
        throw new IOException(file.getParent() + " is in use by another RightDoor. Stop that one, or set RIGHTDOOR_DATA"
                + " to another directory.");
    }

    private static void stopLeftBehind(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) return;
        var pid =
                Files.readString(pidFile).lines().findFirst().map(String::strip).orElse("");
        if (!pid.matches("\\d+")) return;
        var process = ProcessHandle.of(Long.parseLong(pid)).filter(EmbeddedDatabase::isPostgres);
        if (process.isEmpty()) return;
        process.get().destroy();
        try {
            process.get().onExit().get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception stillRunning) {
            throw new IOException("A PostgreSQL left behind (process " + pid + ") does not stop; end it by hand.");
        }
    }

    // A kill during the very first start leaves a directory that nobody has ever written a case into.
    private static void deleteHalfMade(Path files) throws IOException {
        if (!Files.exists(files)) return;
        try (var all = Files.walk(files)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }
}
