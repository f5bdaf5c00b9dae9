import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The PostgreSQL that comes with RightDoor, in a directory of its own where it may have been before, durable, until this process is ended. */
class Postgres {

    /** Arguments: the directory; the file into which the port is written; then settings as {@code name=value}. */
    public static void main(String... arguments) throws Exception {
        var work = Path.of(arguments[0]);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(work.resolve("postgres"))
                .setOverrideWorkingDirectory(work.toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setPGStartupWait(Duration.ofMinutes(1));
        for (var i = 2; i < arguments.length; i++) {
            var setting = arguments[i].split("=", 2);
            builder.setServerConfig(setting[0], setting[1]);
        }
        try (var postgres = builder.start()) {
            Files.writeString(Path.of(arguments[1]), Integer.toString(postgres.getPort()));
            while (System.in.read() >= 0) continue;
        }
    }
}
