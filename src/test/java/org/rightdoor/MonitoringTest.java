package org.rightdoor;

import static io.restassured.RestAssured.when;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rightdoor.PromQl.Series;

/** What the dashboard and the alarms look at is told by the application, and each alarm says what to do. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MonitoringTest {

    private static final Path ALERTS = Path.of("k8s/monitoring/alerts.yaml");
    private static final Path DASHBOARD = Path.of("k8s/monitoring/dashboard.json");
    private static final Path OPERATIONS = Path.of("docs/operations.md");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    @Test
    void Everything_that_the_dashboard_and_the_alarms_name_is_told_by_the_application() throws IOException {
        new TextingFamily().texts("Bus 12 has not come to Oak Street today, where is it?");
        var named = new ArrayList<Series>();
        for (var expression : expressions()) named.addAll(PromQl.series(expression));

        await().atMost(60, SECONDS).untilAsserted(() -> {
            var told = told();
            assertThat(named)
                    .allSatisfy(series -> assertThat(told).as(series.name()).containsKey(series.name()));
            assertThat(named).allSatisfy(series -> assertThat(told.get(series.name()))
                    .as("labels of " + series.name())
                    .containsAll(series.labels()));
        });
        assertThat(named).extracting(Series::name).contains("rightdoor_intake_seconds_count", "sql_pool_queue_size");
    }

    @Test
    void Every_alarm_has_its_words_in_the_handbook() throws IOException {
        var handbook = Files.readString(OPERATIONS);
        for (var rule : rules()) {
            assertThat(handbook).contains("| `" + rule.get("alert").asText() + "` |");
        }
    }

    @Test
    void An_expression_is_taken_apart_into_the_series_it_reads() {
        assertThat(
                        PromQl.series(
                                "histogram_quantile(0.9, sum by (le) (rate(a_bucket{x=\"y\",z!~\"b|c\"}[5m]))) > 2 * b unless on (x) c offset 1d"))
                .containsExactly(
                        new Series("a_bucket", List.of("x", "z")),
                        new Series("b", List.of()),
                        new Series("c", List.of()));
    }

    private static List<String> expressions() throws IOException {
        var expressions = new ArrayList<String>();
        for (var rule : rules()) expressions.add(rule.get("expr").asText());
        for (var panel : new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels")) {
            for (var target : panel.get("targets"))
                expressions.add(target.get("expr").asText());
        }
        assertThat(expressions).hasSizeGreaterThan(30);
        return expressions;
    }

    private static List<JsonNode> rules() {
        var rules = new ArrayList<JsonNode>();
        var document = Manifests.documents(ALERTS).findFirst().orElseThrow();
        for (var group : new ObjectMapper().valueToTree(document).get("spec").get("groups"))
            group.get("rules").forEach(rules::add);
        return rules;
    }

    /** Names of series with all labels that they carry. */
    private static Map<String, Set<String>> told() {
        var told = new HashMap<String, Set<String>>();
        var matcher = SAMPLE.matcher(when().get("/q/metrics").asString());
        while (matcher.find()) {
            var labels = told.computeIfAbsent(matcher.group(1), name -> new HashSet<>());
            if (matcher.group(2) == null) continue;
            var label = LABEL.matcher(matcher.group(2));
            while (label.find()) labels.add(label.group(1));
        }
        return told;
    }
}
