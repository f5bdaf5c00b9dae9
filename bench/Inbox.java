import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills the database with cases, or asks for the pages of the desk. */
class Inbox {

    private static final int WARM_UP = Integer.parseInt(System.getenv("WARM_UP"));
    private static final int ROUNDS = Integer.parseInt(System.getenv("ROUNDS"));
    private static final int SECONDS_OF_LOAD = Integer.parseInt(System.getenv("SECONDS_OF_LOAD"));
    private static final int CLIENTS = 8;
    private static final int CHANGES_A_SECOND = 20;

    private final HttpClient admin = Desk.logIn("bench0@maple.example");
    private final HttpClient agent = Desk.logIn("bench1@maple.example");
    private final Map<String, Map.Entry<HttpClient, String>> pages = new LinkedHashMap<>();

    private Inbox() throws Exception {
        pages.put("inbox, one department", Map.entry(agent, "/desk"));
        pages.put("inbox, all departments", Map.entry(admin, "/desk"));
        pages.put("open, one has", Map.entry(admin, "/desk?assignee=" + agentsId()));
        pages.put("mine", Map.entry(agent, "/desk?view=mine"));
        pages.put("all I may see", Map.entry(agent, "/desk?view=all"));
        pages.put("narrowed, open", Map.entry(admin, "/desk?language=en&contacts=2"));
        pages.put("narrowed, all", Map.entry(admin, "/desk?view=all&school=maple-elementary&channel=email"));
        pages.put("search, common word", Map.entry(admin, "/desk?q=bus"));
        pages.put("search, one department", Map.entry(agent, "/desk?q=the+bus"));
        pages.put("search, page two", Map.entry(agent, "/desk?q=the+bus&after=" + (newest() - 2_500)));
        pages.put("search, words of few", Map.entry(agent, "/desk?q=child+late"));
        pages.put("search, rare word", Map.entry(admin, "/desk?q=zebrafinch"));
        pages.put("search, telephone", Map.entry(admin, "/desk?q=410+200+1234"));
        pages.put("a case", Map.entry(agent, "/desk/inquiries/" + newest()));
    }

    /** Arguments: {@code fill SIZE}, or {@code measure SIZE PLANS LOG PROCESS}. */
    public static void main(String... arguments) throws Exception {
        var size = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("fill")) {
            fill(size);
            return;
        }
        var inbox = new Inbox();
        inbox.warmUp();
        inbox.measure();
        inbox.load(Long.parseLong(arguments[4]));
        inbox.explain(size, Path.of(arguments[2]), Path.of(arguments[3]));
    }

    private static void fill(int size) throws Exception {
        try (var connection = Desk.connect()) {
            addTexts(connection);
            for (var key : Desk.schools()) Desk.run(connection, "insert into sample_school (key) values ('" + key + "')");
            for (var i = 0; i < 20; i++) {
                Desk.addStaff(connection, "bench" + i + "@maple.example", "Bench " + i, i == 0 ? "admin" : "agent", "{transportation}");
            }
            Desk.run(connection, "analyze");
            Desk.run(connection, "set session_replication_role = replica");
            Desk.run(connection, "drop index if exists case_words_found");
            Desk.run(connection, "truncate inquiry, person cascade");
            Desk.script(connection, "inbox.sql", ":from", "0", ":to", Integer.toString(size));
            Desk.run(connection, "create index case_words_found on case_words using gin (departments, words)");
            Desk.run(connection, "select setval(pg_get_serial_sequence('inquiry', 'number'), (select max(number) from inquiry))");
            // As if each had been looked at when it came.
            Desk.run(connection, "update question_mark set up_to = (select max(number) from inquiry)");
            Desk.run(connection, "vacuum analyze");
            Desk.run(connection, "checkpoint");
        }
    }

    private static void addTexts(Connection connection) throws SQLException, IOException {
        Desk.run(connection, "create table sample_text (id integer generated always as identity, topic text, department text, language text, text text, words tsvector)");
        Desk.run(connection, "create table sample_school (id integer generated always as identity, key text)");
        var departments = Desk.topics().stream().collect(Collectors.toMap(topic -> topic.group(1), topic -> topic.group(2)));
        try (var files = Files.list(Desk.rules().resolve("training"));
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
    }

    /** All pages in turn, so that each finds the application as warm as the others do. */
    private void warmUp() throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP);
        try (var connection = Desk.connect()) {
            while (System.nanoTime() < end) {
                for (var page : pages.values()) {
                    Desk.run(connection, "select nextval('list_change')");
                    Desk.get(page.getKey(), page.getValue());
                }
            }
        }
    }

    /** Each time something has changed, so that the page is made anew. */
    private void measure() throws Exception {
        try (var connection = Desk.connect()) {
            for (var page : pages.entrySet()) {
                var times = Desk.time(page.getValue().getKey(), page.getValue().getValue(), ROUNDS,
                        () -> Desk.run(connection, "select nextval('list_change')"));
                System.out.printf("%-28s p50 %7.2f ms   p95 %7.2f ms   %2d rows%n", page.getKey(), times.p50(), times.p95(), rows(page.getValue()));
            }
        }
    }

    private static int rows(Map.Entry<HttpClient, String> page) throws Exception {
        return Desk.get(page.getKey(), page.getValue()).split("<li class=\"row ", -1).length - 1;
    }

    private void load(long application) throws Exception {
        wrk("nothing changes", application);
        var changing = new Thread(Inbox::changeSomething);
        changing.start();
        wrk(CHANGES_A_SECOND + " changes a second", application);
        changing.interrupt();
        changing.join();
    }

    private static void changeSomething() {
        try (var connection = Desk.connect()) {
            while (true) {
                Desk.run(connection, "update inquiry set language = language where number = " + newest());
                Thread.sleep(1_000 / CHANGES_A_SECOND);
            }
        } catch (SQLException | InterruptedException end) {
            return;
        }
    }

    /** With wrk, because a client in Java would take as much of the processors as the server. */
    private void wrk(String what, long application) throws Exception {
        var cookies = ((CookieManager) agent.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        for (var packing : List.of("identity", "gzip")) {
            wrk(packing, cookies, 3); // not counted
            var before = cpu(application);
            var change = change();
            var said = wrk(packing, cookies, SECONDS_OF_LOAD);
            var pages = found("([\\d.]+)$", line(said, "Requests/sec"));
            System.out.printf("%-28s %8s pages/s with %d clients (%s), p50 %s, p99 %s, %.2f ms of processor a page in the application, %d changes%s%n", what, pages, CLIENTS,
                    packing, found("(\\S+)$", line(said, "50%")), found("(\\S+)$", line(said, "99%")),
                    (cpu(application) - before) * 1000 / SECONDS_OF_LOAD / Double.parseDouble(pages), change() - change, line(said, "Non-2xx"));
        }
    }

    private static String wrk(String packing, String cookies, int seconds) throws IOException {
        var wrk = new ProcessBuilder("wrk", "-t", "2", "-c", Integer.toString(CLIENTS), "-d", seconds + "s", "--latency",
                "-H", "Cookie: " + cookies, "-H", "Accept-Encoding: " + packing, Desk.uri("/desk").toString()).redirectErrorStream(true).start();
        return new String(wrk.getInputStream().readAllBytes());
    }

    private static long change() throws SQLException {
        try (var connection = Desk.connect()) {
            return Desk.number(connection, "select last_value from list_change");
        }
    }

    private static double cpu(long process) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + process + "/stat")).split(" ");
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
    private void explain(int size, Path plans, Path log) throws Exception {
        explain(true);
        for (var page : pages.entrySet()) {
            var before = Files.size(log);
            Desk.get(page.getValue().getKey(), page.getValue().getValue());
            Thread.sleep(200);
            var bytes = Files.readAllBytes(log);
            var name = size + " " + page.getKey().replace(",", "") + ".txt";
            Files.write(plans.resolve(name.replace(' ', '-')), Arrays.copyOfRange(bytes, (int) before, bytes.length));
        }
        explain(false);
    }

    private static void explain(boolean on) throws Exception {
        try (var connection = Desk.connect()) {
            Desk.run(connection, "alter system set auto_explain.log_analyze = " + on);
            Desk.run(connection, "alter system set auto_explain.log_buffers = " + on);
            Desk.run(connection, "alter system set auto_explain.log_min_duration = " + (on ? 0 : -1));
            Desk.run(connection, "select pg_reload_conf()");
        }
        Thread.sleep(500);
    }

    private static long agentsId() throws SQLException {
        try (var connection = Desk.connect()) {
            return Desk.number(connection, "select id from staff where email = 'bench1@maple.example'");
        }
    }

    private static long newest() throws SQLException {
        try (var connection = Desk.connect()) {
            return Desk.number(connection, "select max(number) from inquiry where department = 'transportation'");
        }
    }
}
