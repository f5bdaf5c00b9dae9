package org.rightdoor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A PgBouncer (Debian's package {@code pgbouncer}) before PostgreSQL, as {@code k8s/overlays/district} has one. */
public final class Pooler implements AutoCloseable {

    /** {@code session} or {@code transaction}, for whoever wants to run the tests through a pooler; empty without one. */
    public static final String WANTED =
            System.getenv().getOrDefault("POOLER", "").strip();

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final Process process;
    public final int port;

    private Pooler(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Passes on what comes to the database's port.
     *
     * @param mode {@code session} or {@code transaction}
     */
    public static Pooler before(int database, String mode) throws IOException {
        var port = RunningApplication.freePort();
        var settings = Files.createTempFile("pgbouncer", ".ini");
        Files.writeString(
                settings,
                """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                auth_type = trust
                auth_file = %s
                unix_socket_dir =
                pool_mode = %s
                max_client_conn = 400
                default_pool_size = 60
                server_login_retry = 1
                ignore_startup_parameters = %s,extra_float_digits,search_path
                """
                        .formatted(database, port, users(), mode, String.join(",", asked())));
        settings.toFile().setReadable(true, false);
        var command = new ArrayList<String>();
        // It refuses to run as root, who is nobody in a name space of users of its own.
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(PROGRAM.toString(), settings.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/pgbouncer.log").toFile())
                .start();
        await().atMost(10, SECONDS).until(() -> answers(port));
        return new Pooler(process, port);
    }

    /** What PgBouncer is to leave out, or it refuses the connection. */
    static Set<String> asked() {
        return Connections.asked(Duration.ZERO, Duration.ZERO).keySet();
    }

    private static Path users() throws IOException {
        var users = Files.createTempFile("pgbouncer", ".users");
        Files.writeString(users, "\"postgres\" \"postgres\"\n\"" + TestDistrict.ROLE + "\" \"any\"\n");
        users.toFile().setReadable(true, false);
        return users;
    }

    private static boolean answers(int port) {
        try (var tried = new Socket("127.0.0.1", port)) {
            return tried.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
