package org.rightdoor.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL that can be killed, paused and followed by a standby. */
final class FragilePostgres implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final String program;
    private final Path data;
    final int port;
    private Process process;

    private FragilePostgres(String program, Path data, int port) {
        this.program = program;
        this.data = data;
        this.port = port;
    }

    /** The library unpacks PostgreSQL and makes the directory; from then on the server is run here. */
    static FragilePostgres in(Path data, int port) throws Exception {
        try (var made = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()) {
            var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            var program = ProcessHandle.of(Long.parseLong(pid))
                    .flatMap(server -> server.info().command())
                    .orElseThrow();
            made.close();
            return new FragilePostgres(program, data, port).start();
        }
    }

    FragilePostgres start() throws Exception {
        launch();
        untilItAnswers();
        return this;
    }

    void launch() throws IOException {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root, who is nobody in a name space of users of its own.
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(program, "-D", data.toString(), "-p", Integer.toString(port)));
        for (var setting : List.of(
                "fsync=on",
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=64MB",
                "max_wal_size=64MB",
                "min_wal_size=32MB",
                "wal_keep_size=0")) command.addAll(List.of("-c", setting));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
    }

    void untilItAnswers() throws Exception {
        var until = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (true) {
            try (var ignored = connect()) {
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > until) throw notYet;
                Thread.sleep(50);
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As a power cut does. */
    void kill() throws InterruptedException {
        var children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        children.forEach(child -> child.onExit().join());
    }

    void pause() throws Exception {
        signal("-STOP");
    }

    void resume() throws Exception {
        signal("-CONT");
    }

    /** A second server that follows this one, statement by statement; this one waits for it at every commit from then on. */
    FragilePostgres followedBy(Path copy, int otherPort) throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copyTo(copy);
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres application_name=standby'\n");
        var standby = new FragilePostgres(program, copy, otherPort).start();
        run("alter system set synchronous_standby_names = 'standby'");
        run("select pg_reload_conf()");
        while (count("select count(*) from pg_stat_replication where sync_state = 'sync'") == 0) Thread.sleep(50);
        return standby;
    }

    void promote() throws SQLException {
        run("select pg_promote()");
    }

    String address(int through) {
        return "postgresql://postgres:postgres@127.0.0.1:" + through + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=5&socketTimeout=30",
                "postgres",
                "postgres");
    }

    void run(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void signal(String signal) throws Exception {
        var command = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .forEach(server -> command.add(Long.toString(server.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    private void copyTo(Path copy) throws IOException {
        try (var all = Files.walk(data)) {
            for (var file : all.toList()) {
                var to = copy.resolve(data.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else if (!file.endsWith("postmaster.pid")) copyIfThere(file, to);
            }
        }
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
    }

    // A running server removes files; what it needs of them is in its log.
    private static void copyIfThere(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (java.nio.file.NoSuchFileException removed) {
            return;
        }
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            resume();
            process.destroy();
            if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) kill();
        }
    }
}
