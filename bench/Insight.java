import io.quarkus.elytron.security.common.BcryptUtil;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills a throw-away PostgreSQL with made-up years, size by size, and asks the packaged application for the insight page. */
class Insight {

    private static final int WARM_UP = 30;
    private static final int DAYS = 1095;
    private static final int AT_ONCE = 20_000;
    private static final String PASSWORD = "three plain words";

    private final Path work;
    private final Path rules;
    private final int rounds;
    private final EmbeddedPostgres postgres;
    private final int port;
    private Process application;

    private Insight(String... arguments) throws IOException {
        work = Path.of(arguments[0]);
        rules = Path.of(arguments[1]);
        rounds = Integer.parseInt(arguments[3]);
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(work.resolve("postgres"))
                .setOverrideWorkingDirectory(work.toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "60")
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    public static void main(String... arguments) throws Exception {
        var bench = new Insight(arguments);
        try {
            bench.startApplication(Path.of(arguments[2]));
            bench.prepare();
            var made = 0;
            for (var size : Arrays.copyOfRange(arguments, 4, arguments.length)) {
                bench.grow(made, made = Integer.parseInt(size));
                bench.measure();
            }
        } finally {
            if (bench.application != null) bench.application.destroyForcibly().waitFor();
            bench.postgres.close();
        }
    }

    private void startApplication(Path jar) throws Exception {
        var builder = new ProcessBuilder("java", "-XX:+UseSerialGC", "-Xmx384m", "-jar", jar.toString());
        builder.redirectErrorStream(true).redirectOutput(work.resolve("application.log").toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("RIGHTDOOR_DATA", work.resolve("data").toString());
        builder.environment().put("RIGHTDOOR_RULES", rules.toString());
        builder.environment().put("RIGHTDOOR_SECOND_FACTOR", "optional");
        builder.environment()
                .put("RIGHTDOOR_DATABASE_URL", "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres");
        application = builder.start();
        var http = HttpClient.newHttpClient();
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready")).build();
        while (application.isAlive()) {
            try {
                if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // asked again
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(Files.readString(work.resolve("application.log")));
    }

    private void prepare() throws Exception {
        var hash = BcryptUtil.bcryptHash(PASSWORD);
        try (var connection = connect()) {
            run(connection, ("insert into staff (email, name, password, roles, departments) values "
                            + "('admin@maple.example', 'Morgan Ellis', '%1$s', 'admin', '{}'), "
                            + "('agent@maple.example', 'Robin Lee', '%1$s', 'agent', '{transportation}')")
                    .formatted(hash));
        }
    }

    private void grow(int from, int to) throws Exception {
        var since = System.nanoTime();
        var topics = Pattern.compile("(?m)^([\\w-]+):\\s*\\{department: ([\\w-]+),")
                .matcher(Files.readString(rules.resolve("topics.yml")))
                .results()
                .toList();
        var schools = Pattern.compile("(?m)^([\\w-]+):$")
                .matcher(Files.readString(rules.resolve("schools.yml")))
                .results()
                .map(found -> "'" + found.group(1) + "'")
                .collect(Collectors.joining(",", "array[", "]"));
        try (var connection = connect()) {
            run(connection, "set session_replication_role = replica");
            var script = Files.readString(rules.resolveSibling("bench").resolve("insight.sql"))
                    .replaceAll("(?m)^--.*$", "")
                    .replace(":topics", topics.stream().map(found -> "'" + found.group(1) + "'").collect(Collectors.joining(",", "array[", "]")))
                    .replace(":departments", topics.stream().map(found -> "'" + found.group(2) + "'").collect(Collectors.joining(",", "array[", "]")))
                    .replace(":schools", schools)
                    .replace(":from", Integer.toString(from))
                    .replace(":to", Integer.toString(to))
                    .replace(":days", Integer.toString(DAYS))
                    .replace(":until", "current_date")
                    .replace(":staff", "(select min(id) from staff)");
            for (var statement : script.split(";\\s*\n")) if (!statement.isBlank()) run(connection, statement);
            run(connection, "set session_replication_role = origin");
            run(connection, "analyze");
            System.out.printf("%n%,d cases, made in %d s,", to, (System.nanoTime() - since) / 1_000_000_000);
            since = System.nanoTime();
            for (var at = from; at < to; at += AT_ONCE) {
                run(connection, "select measure_case(number) from inquiry where number > %d and number <= %d".formatted(at, at + AT_ONCE));
            }
            System.out.printf(" measured in %d s (%.2f ms a case),", (System.nanoTime() - since) / 1_000_000_000, (System.nanoTime() - since) / 1e6 / (to - from));
            since = System.nanoTime();
            while (number(connection, "select count(*) from (select from measure_change limit 1) c") > 0) Thread.sleep(200);
            System.out.printf(" taken in after %d s; %,d contacts, %,d sums by day%n", (System.nanoTime() - since) / 1_000_000_000,
                    number(connection, "select sum(contacts) from case_measure"), number(connection, "select count(*) from measure_day"));
            run(connection, "vacuum analyze");
            run(connection, "checkpoint");
        }
    }

    private void measure() throws Exception {
        var admin = logIn("admin@maple.example");
        var agent = logIn("agent@maple.example");
        var pages = new LinkedHashMap<String, String>();
        pages.put("last 4 weeks", "/desk/insight");
        pages.put("last 13 weeks", "/desk/insight?period=91");
        pages.put("this school year", "/desk/insight?period=year");
        pages.put("two years", "/desk/insight?from=" + java.time.LocalDate.now().minusYears(2) + "&to=" + java.time.LocalDate.now());
        pages.put("one topic, 13 weeks", "/desk/insight?period=91&topic=bus-late");
        pages.put("one school, 4 weeks", "/desk/insight?school=maple-elementary");
        pages.put("cases behind, 4 weeks", "/desk/insight/cases?measure=rerouted");
        for (var page : pages.entrySet()) print(page.getKey() + ", all", time(admin, page.getValue()));
        print("last 4 weeks, one dept", time(agent, "/desk/insight"));
    }

    private static void print(String name, double[] millis) {
        System.out.printf("%-28s p50 %7.1f ms   p95 %7.1f ms%n", name, millis[0], millis[1]);
    }

    private double[] time(HttpClient http, String path) throws Exception {
        var nanos = new long[rounds];
        for (var i = -WARM_UP; i < rounds; i++) {
            var since = System.nanoTime();
            var answer = http.send(get(path), BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(path + ": " + answer.statusCode());
            if (i >= 0) nanos[i] = System.nanoTime() - since;
        }
        Arrays.sort(nanos);
        return new double[] {nanos[rounds / 2] / 1e6, nanos[rounds * 95 / 100] / 1e6};
    }

    private HttpClient logIn(String email) throws Exception {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        http.send(
                HttpRequest.newBuilder(uri("/j_security_check"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", uri("").toString())
                        .POST(BodyPublishers.ofString("j_username=" + email.replace("@", "%40") + "&j_password=" + PASSWORD.replace(" ", "+")))
                        .build(),
                BodyHandlers.discarding());
        return http;
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var one = connection.createStatement(); var rows = one.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
