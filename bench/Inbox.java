import io.quarkus.elytron.security.common.BcryptUtil;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills a throw-away PostgreSQL with cases, size by size, and asks the packaged application for the pages of the desk. */
class Inbox {

    private static final int WARM_UP = 100;
    private static final int CLIENTS = 8;
    private static final int CHANGES_A_SECOND = 20;
    private static final String PASSWORD = "three plain words";

    private final Path work;
    private final Path rules;
    private final Path plans;
    private final int rounds;
    private final int secondsOfLoad;
    private final EmbeddedPostgres postgres;
    private final int port;
    private Process application;

    private Inbox(String... arguments) throws IOException {
        work = Path.of(arguments[0]);
        rules = Path.of(arguments[1]);
        plans = Path.of(arguments[3]);
        rounds = Integer.parseInt(arguments[4]);
        secondsOfLoad = Integer.parseInt(arguments[5]);
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(work.resolve("postgres"))
                .setOverrideWorkingDirectory(work.toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "60")
                .setServerConfig("session_preload_libraries", "auto_explain")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", work.toString())
                .setServerConfig("log_filename", "queries.log")
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        port = freePort();
    }

    public static void main(String... arguments) throws Exception {
        var bench = new Inbox(arguments);
        try {
            bench.startApplication(Path.of(arguments[2]));
            bench.prepare();
            var first = new LinkedHashMap<String, double[]>();
            var made = 0;
            for (var size : Arrays.copyOfRange(arguments, 6, arguments.length)) {
                bench.grow(made, made = Integer.parseInt(size));
                bench.measure(made, first);
            }
        } finally {
            if (bench.application != null) {
                bench.application.destroy();
                if (!bench.application.waitFor(20, TimeUnit.SECONDS)) bench.application.destroyForcibly().waitFor();
            }
            bench.postgres.close();
        }
    }

    private void startApplication(Path jar) throws Exception {
        var command = new ArrayList<>(List.of("java", "-XX:+UseSerialGC", "-Xmx512m"));
        var profile = System.getenv("PROFILE");
        if (profile != null) command.add("-XX:StartFlightRecording=filename=" + profile + ",settings=profile");
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command);
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

    /** Texts, schools and staff, from which the cases are made. */
    private void prepare() throws Exception {
        var departments = new HashMap<String, String>();
        var topic = Pattern.compile("(?m)^([\\w-]+):\\s*\\{department: ([\\w-]+),");
        topic.matcher(Files.readString(rules.resolve("topics.yml")))
                .results()
                .forEach(found -> departments.put(found.group(1), found.group(2)));
        try (var connection = connect()) {
            run(connection, "create table sample_text (id integer generated always as identity, topic text, department text, language text, text text, words tsvector)");
            run(connection, "create table sample_school (id integer generated always as identity, key text)");
            try (var files = Files.list(rules.resolve("training"));
                    var insert = connection.prepareStatement(
                            "insert into sample_text (topic, department, language, text, words) values (?, ?, ?, ?, words_of(?))")) {
                for (var file : files.sorted().toList()) {
                    var language = file.getFileName().toString().replaceAll(".*\\.(\\w+)\\.tsv", "$1");
                    for (var line : Files.readAllLines(file)) {
                        var columns = line.split("\t");
                        if (columns.length != 2 || !departments.containsKey(columns[0])) continue;
                        insert.setString(1, columns[0]);
                        insert.setString(2, departments.get(columns[0]));
                        insert.setString(3, language);
                        insert.setString(4, columns[1]);
                        insert.setString(5, columns[1]);
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            var school = Pattern.compile("(?m)^([\\w-]+):$");
            for (var key : school.matcher(Files.readString(rules.resolve("schools.yml"))).results().map(found -> found.group(1)).toList()) {
                run(connection, "insert into sample_school (key) values ('" + key + "')");
            }
            var hash = BcryptUtil.bcryptHash(PASSWORD);
            for (var i = 0; i < 20; i++) {
                run(connection, ("insert into staff (email, name, password, roles, departments) values ('bench%d@maple.example', 'Bench %d', '%s', '%s', '{transportation}')")
                        .formatted(i, i, hash, i == 0 ? "admin" : "agent"));
            }
            run(connection, "analyze");
        }
    }

    private void grow(int from, int to) throws Exception {
        var since = System.nanoTime();
        var script = Files.readString(Path.of(sourceFile("inbox.sql")))
                .replace(":from", Integer.toString(from))
                .replace(":to", Integer.toString(to));
        try (var connection = connect()) {
            run(connection, "set session_replication_role = replica");
            run(connection, "drop index if exists case_words_found");
            if (from == 0) run(connection, "truncate inquiry, person cascade");
            for (var statement : script.replaceAll("(?m)^--.*$", "").split(";\\s*\n")) {
                if (!statement.isBlank()) run(connection, statement);
            }
            run(connection, "create index case_words_found on case_words using gin (departments, words)");
            run(connection, "select setval(pg_get_serial_sequence('inquiry', 'number'), (select max(number) from inquiry))");
            run(connection, "vacuum analyze");
            run(connection, "checkpoint");
        }
        System.out.printf("%n%,d cases, made in %d s%n", to, (System.nanoTime() - since) / 1_000_000_000);
    }

    private String sourceFile(String name) {
        return rules.resolveSibling("bench").resolve(name).toString();
    }

    private void measure(int size, Map<String, double[]> first) throws Exception {
        var admin = logIn("bench0@maple.example");
        var agent = logIn("bench1@maple.example");
        var newest = newest();
        var pages = new LinkedHashMap<String, Map.Entry<HttpClient, String>>();
        pages.put("inbox, one department", Map.entry(agent, "/desk"));
        pages.put("inbox, all departments", Map.entry(admin, "/desk"));
        pages.put("mine", Map.entry(agent, "/desk?view=mine"));
        pages.put("all I may see", Map.entry(agent, "/desk?view=all"));
        pages.put("narrowed, open", Map.entry(agent, "/desk?topic=bus-late&language=en&contacts=2"));
        pages.put("narrowed, all", Map.entry(admin, "/desk?view=all&school=maple-elementary&channel=sms&kind=complaint"));
        pages.put("search, common word", Map.entry(admin, "/desk?q=bus"));
        pages.put("search, one department", Map.entry(agent, "/desk?q=child+late"));
        pages.put("search, rare word", Map.entry(admin, "/desk?q=zebrafinch"));
        pages.put("search, telephone", Map.entry(admin, "/desk?q=410+200+1234"));
        pages.put("a case", Map.entry(agent, "/desk/inquiries/" + newest));
        for (var page : pages.entrySet()) {
            var millis = time(page.getValue().getKey(), page.getValue().getValue());
            var base = first.computeIfAbsent(page.getKey(), name -> millis);
            System.out.printf("%-28s p50 %7.2f ms   p95 %7.2f ms   times the first size %.2f%n", page.getKey(), millis[0], millis[1], millis[0] / base[0]);
        }
        load(agent, "/desk");
        explain(size, pages);
    }

    /** Each time something has changed, so that the page is made anew. */
    private double[] time(HttpClient http, String path) throws Exception {
        var nanos = new long[rounds];
        try (var connection = connect()) {
            for (var i = -WARM_UP; i < rounds; i++) {
                run(connection, "select nextval('list_change')");
                var since = System.nanoTime();
                expect(200, http.send(get(path), BodyHandlers.ofString()));
                if (i >= 0) nanos[i] = System.nanoTime() - since;
            }
        }
        Arrays.sort(nanos);
        return new double[] {nanos[rounds / 2] / 1e6, nanos[rounds * 95 / 100] / 1e6};
    }

    /** With wrk, because a client in Java would take as much of the processors as the server. */
    private void load(HttpClient http, String path) throws Exception {
        wrk("inbox, nothing changes", http, path);
        var changing = new Thread(() -> {
            try (var connection = connect()) {
                while (true) {
                    run(connection, "update inquiry set language = language where number = " + newest());
                    Thread.sleep(1_000 / CHANGES_A_SECOND);
                }
            } catch (SQLException | InterruptedException end) {
                return;
            }
        });
        changing.start();
        wrk("inbox, " + CHANGES_A_SECOND + " changes a second", http, path);
        changing.interrupt();
        changing.join();
    }

    private void wrk(String what, HttpClient http, String path) throws Exception {
        var cookies = ((CookieManager) http.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        for (var packing : List.of("identity", "gzip")) {
            var before = cpu();
            var wrk = new ProcessBuilder("wrk", "-t", "2", "-c", Integer.toString(CLIENTS), "-d", secondsOfLoad + "s", "--latency",
                    "-H", "Cookie: " + cookies, "-H", "Accept-Encoding: " + packing, address(path).toString()).redirectErrorStream(true).start();
            var said = new String(wrk.getInputStream().readAllBytes());
            var pages = found("([\\d.]+)$", line(said, "Requests/sec"));
            System.out.printf("%-28s %8s pages/s with %d clients (%s), p50 %s, p99 %s, %.2f ms of processor a page in the application%s%n", what, pages, CLIENTS,
                    packing, found("(\\S+)$", line(said, "50%")), found("(\\S+)$", line(said, "99%")),
                    (cpu() - before) * 1000 / secondsOfLoad / Double.parseDouble(pages), line(said, "Non-2xx"));
        }
    }

    private double cpu() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + application.pid() + "/stat")).split(" ");
        return (Double.parseDouble(stat[13]) + Double.parseDouble(stat[14])) / 100;
    }

    private static String line(String said, String with) {
        return said.lines().map(String::strip).filter(line -> line.startsWith(with)).findFirst().orElse("");
    }

    private static String found(String pattern, String in) {
        var found = Pattern.compile(pattern).matcher(in);
        return found.find() ? found.group(1) : "?";
    }

    /** Asks for each page once more while PostgreSQL writes down how it goes about it. */
    private void explain(int size, Map<String, Map.Entry<HttpClient, String>> pages) throws Exception {
        explain(true);
        for (var page : pages.entrySet()) {
            var log = work.resolve("queries.log");
            var before = Files.size(log);
            expect(200, page.getValue().getKey().send(get(page.getValue().getValue()), BodyHandlers.ofString()));
            Thread.sleep(200);
            var bytes = Files.readAllBytes(log);
            var name = size + " " + page.getKey().replace(",", "") + ".txt";
            Files.write(plans.resolve(name.replace(' ', '-')), Arrays.copyOfRange(bytes, (int) before, bytes.length));
        }
        explain(false);
    }

    private void explain(boolean on) throws Exception {
        try (var connection = connect()) {
            run(connection, "alter system set auto_explain.log_analyze = " + on);
            run(connection, "alter system set auto_explain.log_buffers = " + on);
            run(connection, "alter system set auto_explain.log_min_duration = " + (on ? 0 : -1));
            run(connection, "select pg_reload_conf()");
        }
        Thread.sleep(500);
    }

    private long newest() throws SQLException {
        try (var connection = connect();
                var row = connection.createStatement().executeQuery("select max(number) from inquiry where department = 'transportation'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private HttpClient logIn(String email) throws Exception {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
        var form = "j_username=" + email + "&j_password=" + PASSWORD.replace(" ", "+");
        var request = HttpRequest.newBuilder(address("/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        expect(302, http.send(request, BodyHandlers.ofString()));
        return http;
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(address(path)).build();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() == status) return;
        throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
    }

    private Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
