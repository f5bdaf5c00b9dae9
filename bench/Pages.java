import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Loads cases through the JSON interface, one after another, then asks for each page, one after another. */
class Pages {

    private static final int WARM_UP = 100;
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(Redirect.NEVER).build();
    private final String address;

    private Pages(String address) {
        this.address = address;
    }

    public static void main(String... arguments) throws Exception {
        var pages = new Pages(arguments[0]);
        var cases = Integer.parseInt(arguments[1]);
        var rounds = Integer.parseInt(arguments[2]);
        var last = pages.load(cases, texts(Path.of(arguments[5])));
        pages.logIn(arguments[3], arguments[4]);
        pages.time("the portal", "/", rounds);
        pages.time("inbox, all departments", "/desk", rounds);
        pages.time("inbox, one department", "/desk?department=transportation", rounds);
        pages.time("inbox, search", "/desk?q=bus", rounds);
        pages.time("a case", "/desk/inquiries/" + last, rounds);
    }

    private static List<String> texts(Path training) throws IOException {
        try (var files = Files.list(training)) {
            var texts = new java.util.ArrayList<String>();
            for (var file : files.sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    var columns = line.split("\t");
                    if (columns.length > 1 && !line.startsWith("#")) texts.add(columns[columns.length - 1]);
                }
            }
            Collections.shuffle(texts, new Random(1));
            return texts;
        }
    }

    /** The number of the last case. */
    private String load(int cases, List<String> texts) throws Exception {
        var nanos = new long[cases];
        var last = "";
        for (var i = 0; i < cases; i++) {
            var question = "{\"name\":\"Family %d\",\"email\":\"family%d@example.org\",\"text\":\"%s\"}"
                    .formatted(i, System.nanoTime(), escaped(texts.get(i % texts.size())));
            var since = System.nanoTime();
            var response = send(post("/api/inquiries", "application/json", question));
            nanos[i] = System.nanoTime() - since;
            expect(201, response);
            var number = NUMBER.matcher(response.body());
            if (number.find()) last = number.group(1);
        }
        report("POST /api/inquiries", nanos);
        return last;
    }

    private void logIn(String staff, String password) throws Exception {
        var form = "j_username=" + encoded(staff) + "&j_password=" + encoded(password);
        expect(302, send(post("/j_security_check", "application/x-www-form-urlencoded", form)));
    }

    private void time(String name, String path, int rounds) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + path)).build();
        var nanos = new long[rounds];
        for (var i = -WARM_UP; i < rounds; i++) {
            var since = System.nanoTime();
            var response = send(request);
            if (i >= 0) nanos[i] = System.nanoTime() - since;
            expect(200, response);
        }
        report(name, nanos);
    }

    private HttpRequest post(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() == status) return;
        throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
    }

    private static void report(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("%-44s p50 %6.1f ms   p95 %6.1f ms   (%d)%n",
                name, millis(nanos, 0.50), millis(nanos, 0.95), nanos.length);
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
