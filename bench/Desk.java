import io.quarkus.elytron.security.common.BcryptUtil;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The application and the database that lib.sh has started, seen from the desk: what measurements of its pages share. */
final class Desk {

    private static final String PASSWORD = "three plain words";
    private static final URI ADDRESS = URI.create(System.getenv("ADDRESS"));
    private static final Path BENCH = Path.of(System.getenv("BENCH"));

    private Desk() {}

    /** Nearly: what a page takes, in milliseconds. */
    record Times(double p50, double p95) {}

    /** What happens before each request, outside its time. */
    interface Before {
        void happen() throws Exception;
    }

    static HttpClient logIn(String email) throws Exception {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
        var form = "j_username=" + email + "&j_password=" + PASSWORD.replace(" ", "+");
        var request = HttpRequest.newBuilder(uri("/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        expect(302, http.send(request, BodyHandlers.ofString()));
        return http;
    }

    /** The page. */
    static String get(HttpClient http, String path) throws Exception {
        var response = http.send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build(), BodyHandlers.ofString());
        expect(200, response);
        return response.body();
    }

    static Times time(HttpClient http, String path, int rounds, Before before) throws Exception {
        var nanos = new long[rounds];
        for (var i = 0; i < rounds; i++) {
            before.happen();
            var since = System.nanoTime();
            get(http, path);
            nanos[i] = System.nanoTime() - since;
        }
        Arrays.sort(nanos);
        return new Times(nanos[rounds / 2] / 1e6, nanos[rounds * 95 / 100] / 1e6);
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() == status) return;
        throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
    }

    static URI uri(String path) {
        return ADDRESS.resolve(path);
    }

    static void addStaff(Connection connection, String email, String name, String role, String departments) throws SQLException {
        run(connection, "insert into staff (email, name, password, roles, departments) values ('%s', '%s', '%s', '%s', '%s')"
                .formatted(email, name, BcryptUtil.bcryptHash(PASSWORD), role, departments));
    }

    /** Topics of the district and their departments, as groups 1 and 2. */
    static List<MatchResult> topics() throws IOException {
        var line = Pattern.compile("(?m)^([\\w-]+):\\s*\\{department: ([\\w-]+),");
        return line.matcher(Files.readString(rules().resolve("topics.yml"))).results().toList();
    }

    static List<String> schools() throws IOException {
        var line = Pattern.compile("(?m)^([\\w-]+):$");
        return line.matcher(Files.readString(rules().resolve("schools.yml"))).results().map(found -> found.group(1)).toList();
    }

    static Path rules() {
        return BENCH.resolveSibling("routing-rules");
    }

    /** Runs a script of this directory, statement by statement; the names in it are put in before. */
    static void script(Connection connection, String file, String... names) throws Exception {
        var script = Files.readString(BENCH.resolve(file)).replaceAll("(?m)^--.*$", "");
        for (var i = 0; i < names.length; i += 2) script = script.replace(names[i], names[i + 1]);
        for (var statement : script.split(";\\s*\n")) if (!statement.isBlank()) run(connection, statement);
    }

    /** To the database that psql would ask, too. */
    static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + System.getenv("PGPORT") + "/postgres", "postgres", "postgres");
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (var one = connection.createStatement(); var rows = one.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
