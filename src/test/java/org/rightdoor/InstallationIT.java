package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installation lives through, with the packaged application. */
class InstallationIT {

    @TempDir
    Path data;

    @BeforeEach
    void takeTheModelThatOtherTestsTrained() throws IOException {
        var trained = Path.of("target/test-data/model");
        if (!Files.isDirectory(trained)) return;
        Files.createDirectories(data.resolve("model"));
        try (var files = Files.list(trained)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, data.resolve("model").resolve(file.getFileName()));
            }
        }
    }

    @Test
    void A_kill_in_the_middle_of_intake_loses_no_acknowledged_message_and_leaves_the_next_start_clean()
            throws Exception {
        var acknowledged = new CopyOnWriteArrayList<String>();
        try (var application = RunningApplication.start(data, Map.of()).untilReady()) {
            var families = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) families.add(keepAsking(application, i, acknowledged));
            while (acknowledged.size() < 60) Thread.sleep(20);
            application.kill();
            for (var family : families) family.join();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60);
        try (var application = RunningApplication.start(data, Map.of()).untilReady()) {
            for (var number : acknowledged) {
                assertThat(application.get("/api/inquiries/" + number).statusCode())
                        .as("case %s", number)
                        .isEqualTo(200);
            }
            assertThat(application
                            .post("/api/inquiries", "application/json", question("after", 1))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void A_port_in_use_is_named_with_what_to_do() throws Exception {
        try (var other = new ServerSocket(0);
                var application = RunningApplication.start(other.getLocalPort(), data, Map.of())) {
            assertThat(application.untilEnded()).isEqualTo(1);
            assertThat(application.output())
                    .contains("port " + other.getLocalPort() + " is in use", "QUARKUS_HTTP_PORT");
        }
    }

    @Test
    void A_faulty_rules_file_stops_the_start_with_file_and_line() throws Exception {
        var rules = data.resolve("rules");
        copy(Path.of("routing-rules"), rules);
        Files.writeString(
                rules.resolve("topics.yml"),
                "\nbroken: {department: nowhere, title: {en: x}}\n",
                java.nio.file.StandardOpenOption.APPEND);
        var line = Files.readAllLines(rules.resolve("topics.yml")).size();
        try (var application = RunningApplication.start(data, Map.of("RIGHTDOOR_RULES", rules.toString()))) {
            assertThat(application.untilEnded()).isEqualTo(1);
            assertThat(application.output())
                    .contains("topics.yml:" + line + ":")
                    .contains("nowhere", "RightDoor cannot start")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void A_second_start_in_the_same_directory_is_refused_while_the_first_runs() throws Exception {
        try (var first = RunningApplication.start(data, Map.of()).untilReady();
                var second = RunningApplication.start(data, Map.of())) {
            assertThat(second.untilEnded()).isEqualTo(1);
            assertThat(second.output()).contains("in use by another RightDoor");
            assertThat(first.status("/q/health/ready")).isEqualTo(200);
        }
    }

    @Test
    void A_database_that_is_down_at_start_is_waited_for_and_families_are_told() throws Exception {
        var port = RunningApplication.freePort();
        var url = "postgresql://postgres:postgres@127.0.0.1:" + port + "/postgres";
        try (var application = RunningApplication.start(data, Map.of("RIGHTDOOR_DATABASE_URL", url))) {
            while (application.status("/q/health/live") != 200) Thread.sleep(200);
            assertThat(application.status("/q/health/ready")).isEqualTo(503);
            var typed = "The bus 14 is late & my son is waiting";
            var refused = application.post(
                    "/", "application/x-www-form-urlencoded", "text=" + java.net.URLEncoder.encode(typed, "UTF-8"));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("The bus 14 is late &amp; my son is waiting");
            try (var database = EmbeddedPostgres.builder().setPort(port).start()) {
                application.untilReady();
                assertThat(application
                                .post("/api/inquiries", "application/json", question("late", 1))
                                .statusCode())
                        .isEqualTo(201);
            }
            var gone = application.post("/api/inquiries", "application/json", question("gone", 1));
            assertThat(gone.statusCode()).isEqualTo(503);
            assertThat(gone.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static Thread keepAsking(RunningApplication application, int family, List<String> acknowledged) {
        var thread = new Thread(() -> {
            try {
                for (int i = 0; i < 2_000; i++) {
                    var answer = application.post("/api/inquiries", "application/json", question("f" + family, i));
                    if (answer.statusCode() != 201) continue;
                    acknowledged.add(answer.body().replaceAll("(?s).*\"number\"\\s*:\\s*(\\d+).*", "$1"));
                }
            } catch (IOException killed) {
                // as wanted: this one was not acknowledged
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private static String question(String family, int i) {
        return "{\"name\":\"Family %s-%d\",\"email\":\"%s-%d@family.example\",\"text\":\"bus %d is late again\"}"
                .formatted(family, i, family, i, i);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }
}
