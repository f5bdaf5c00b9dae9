import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Fills the database with made-up years, or asks for the insight page. */
class Insight {

    private static final int ROUNDS = Integer.parseInt(System.getenv("ROUNDS"));
    private static final int WARM_UP = Integer.parseInt(System.getenv("WARM_UP"));
    private static final int DAYS = 1095;
    private static final int AT_ONCE = 20_000;

    private static final String QUESTION_GROUPS =
            """
            insert into question_group (id, topic, of_staff, middle, weight)
            select row_number() over (), topic, n = 0, '{}', count(*)
            from (select topic, number % 10 as n from inquiry) i group by topic, n order by topic, n""";
    private static final String QUESTIONS =
            """
            insert into question (inquiry_number, group_id, likeness, answer_id, given)
            select i.number, g.id, 0.8, case when i.number % 8 = 1 then 'about-' || i.topic end, i.number % 16 = 1
            from inquiry i join (select *, row_number() over (partition by topic order by id) - 1 as n from question_group) g
                on g.topic = i.topic and g.n = i.number % 10""";

    /** Arguments: {@code fill SIZE}, or {@code measure}. */
    public static void main(String... arguments) throws Exception {
        if (arguments[0].equals("fill")) fill(Integer.parseInt(arguments[1]));
        else measure();
    }

    private static void fill(int size) throws Exception {
        var since = System.nanoTime();
        try (var connection = Desk.connect()) {
            Desk.addStaff(connection, "admin@maple.example", "Morgan Ellis", "admin", "{}");
            Desk.addStaff(connection, "agent@maple.example", "Robin Lee", "agent", "{transportation}");
            Desk.run(connection, "set session_replication_role = replica");
            // As if each had been looked at when it came; said first, for the application looks while they are made.
            Desk.run(connection, "update question_mark set up_to = " + size);
            Desk.script(connection, "insight.sql",
                    ":topics", array(Desk.topics().stream().map(topic -> topic.group(1)).collect(Collectors.joining("','"))),
                    ":departments", array(Desk.topics().stream().map(topic -> topic.group(2)).collect(Collectors.joining("','"))),
                    ":schools", array(String.join("','", Desk.schools())),
                    ":from", "0",
                    ":to", Integer.toString(size),
                    ":days", Integer.toString(DAYS),
                    ":until", "current_date",
                    ":staff", "(select min(id) from staff)");
            // As if each tenth question of a topic meant the same, and every eighth had an approved answer.
            Desk.run(connection, QUESTION_GROUPS);
            Desk.run(connection, QUESTIONS);
            Desk.run(connection, "set session_replication_role = origin");
            Desk.run(connection, "select setval(pg_get_serial_sequence('inquiry', 'number'), (select max(number) from inquiry))");
            Desk.run(connection, "analyze");
            System.out.printf("%,d cases, made in %d s,", size, (System.nanoTime() - since) / 1_000_000_000);
            since = System.nanoTime();
            for (var at = 0; at < size; at += AT_ONCE) {
                Desk.run(connection, "select measure_case(number) from inquiry where number > %d and number <= %d".formatted(at, at + AT_ONCE));
            }
            var nanos = System.nanoTime() - since;
            System.out.printf(" measured in %d s (%.2f ms a case),", nanos / 1_000_000_000, nanos / 1e6 / size);
            since = System.nanoTime();
            while (Desk.number(connection, "select count(*) from (select from measure_change limit 1) c") > 0) Thread.sleep(200);
            System.out.printf(" taken in after %d s; %,d contacts, %,d sums by day%n", (System.nanoTime() - since) / 1_000_000_000,
                    Desk.number(connection, "select sum(contacts) from case_measure"), Desk.number(connection, "select count(*) from measure_day"));
            Desk.run(connection, "vacuum analyze");
            Desk.run(connection, "checkpoint");
        }
    }

    private static String array(String elements) {
        return "array['" + elements + "']";
    }

    private static void measure() throws Exception {
        try (var connection = Desk.connect()) {
            // As a job does within ten minutes.
            var since = System.nanoTime();
            Desk.run(connection, "select sum_weeks(1000)");
            System.out.printf("%,d weeks summed in %d ms%n", Desk.number(connection, "select count(*) from week_summed"), (System.nanoTime() - since) / 1_000_000);
        }
        var admin = Desk.logIn("admin@maple.example");
        var agent = Desk.logIn("agent@maple.example");
        var pages = new LinkedHashMap<String, String>();
        pages.put("last 4 weeks", "/desk/insight");
        pages.put("last 13 weeks", "/desk/insight?period=91");
        pages.put("this school year", "/desk/insight?period=year");
        pages.put("two years", "/desk/insight?from=" + LocalDate.now().minusYears(2) + "&to=" + LocalDate.now());
        pages.put("two years, by topic", pages.get("two years") + "&by=topic");
        pages.put("one topic, 13 weeks", "/desk/insight?period=91&topic=bus-late");
        pages.put("one topic, two years", pages.get("two years") + "&topic=bus-late");
        pages.put("one school, 4 weeks", "/desk/insight?school=maple-elementary");
        pages.put("one school, two years", pages.get("two years") + "&school=maple-elementary");
        pages.put("one channel, 4 weeks", "/desk/insight?channel=WEB");
        pages.put("one channel, two years", pages.get("two years") + "&channel=WEB");
        pages.put("language and channel, two years", pages.get("two years") + "&language=en&channel=WEB");
        pages.put("cases behind, 4 weeks", "/desk/insight/cases?measure=rerouted");
        for (var page : pages.entrySet()) print(page.getKey() + ", all", admin, page.getValue());
        print("last 4 weeks, one dept", agent, "/desk/insight");
        print("one language, two years, one dept", agent, pages.get("two years") + "&language=en");
        if (System.getenv("ALSO") == null) return;
        print("questions that come again, 13 weeks", admin, "/desk/insight/questions");
        print("questions that come again, a year", admin, "/desk/insight/questions?days=365");
    }

    private static void print(String name, HttpClient http, String path) throws Exception {
        Desk.time(http, path, WARM_UP, () -> {});
        var times = Desk.time(http, path, ROUNDS, () -> {});
        System.out.printf("%-38s p50 %7.1f ms   p95 %7.1f ms%n", name, times.p50(), times.p95());
    }
}
