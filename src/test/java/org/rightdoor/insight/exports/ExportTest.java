package org.rightdoor.insight.exports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestFamily.asks;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.sql;
import static org.rightdoor.TextingFamily.one;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.access.TestKeys;
import org.rightdoor.people.Staff;
import org.rightdoor.records.Work;

/** Tables leave the house whole, harmless, and only with what their taker may see. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ExportTest {

    private static final String EXPORTS = "/desk/insight/exports";
    private static final String FORMULA = "=HYPERLINK(\"https://evil.example\",\"bus 14\"), he said \"late\"";

    @Inject
    Work work;

    @Test
    void A_formula_a_comma_and_a_quote_in_a_familys_text_do_no_harm() throws Exception {
        var number = asks(FORMULA);
        var lead = as(hire(Staff.LEAD, "transportation"));
        sql("update inquiry set department = 'transportation' where number = ?", number);

        var csv = lead.get(EXPORTS + "/contacts.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("contact_id,case_number,at,channel,counts,person_id,address,subject,text\r\n")
                .contains(",\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"bus 14\"\"), he said \"\"late\"\"\"\r\n");
        assertThat(csv).doesNotContain(",=").doesNotContain(",\"=");

        var json = new ObjectMapper()
                .readTree(as(hire(Staff.LEAD, "transportation"))
                        .get(EXPORTS + "/contacts.json")
                        .asString());
        var mine = StreamSupport.stream(json.spliterator(), false)
                .filter(row -> row.get("case_number").asLong() == number)
                .findFirst()
                .orElseThrow();
        assertThat(mine.get("text").asText()).isEqualTo(FORMULA);
        assertThat(mine.get("counts").isBoolean()).isTrue();
        assertThat(mine.get("subject").isNull()).isTrue();
        assertThat(mine.get("at").asText()).endsWith("Z");
    }

    @Test
    void A_file_holds_what_its_taker_may_see_and_each_case_in_it_says_who_took_it() {
        var number = asks("Where is bus 14 this morning?");
        sql("update inquiry set department = 'transportation' where number = ?", number);
        var seen = "\n" + number + ",";

        as(hire(Staff.LEAD, "nutrition")).get(EXPORTS + "/cases.csv").then().body(not(containsString(seen)));
        assertThat(views(number)).isEqualTo("0");
        as(hire(Staff.LEAD, "transportation"))
                .get(EXPORTS + "/cases.csv")
                .then()
                .body(containsString(seen));
        assertThat(views(number)).isEqualTo("1");
        as(hire(Staff.LEAD, "transportation"))
                .get(EXPORTS + "/cases.csv?until=2020-01-01")
                .then()
                .body(not(containsString(seen)));
        as(hire(Staff.AGENT, "transportation"))
                .get(EXPORTS + "/cases.csv")
                .then()
                .statusCode(403);
        as(hire(Staff.LEAD, "transportation"))
                .get(EXPORTS + "/pg_class.csv")
                .then()
                .statusCode(404);

        sql("update inquiry set confidential = true where number = ?", number);
        as(hire(Staff.ADMIN)).get(EXPORTS + "/cases.csv").then().body(not(containsString(seen)));
        assertThat(one("select count(*) from reporting.cases where case_number = " + number))
                .isEqualTo("0");
    }

    @Test
    void A_program_takes_the_same_files_of_its_departments_and_the_view_log_names_it() {
        var number = asks("Where is bus 14 this morning?");
        sql("update inquiry set department = 'transportation' where number = ?", number);
        var seen = "\n" + number + ",";

        with("tables:export", "nutrition").get("/api/exports/cases.csv").then().body(not(containsString(seen)));
        with("tables:export", "transportation")
                .get("/api/exports/cases.csv?from=2020-01-01")
                .then()
                .statusCode(200)
                .body(containsString(seen));
        assertThat(one("select viewer from case_view where road = 'EXPORT' and inquiry_number = " + number))
                .isEqualTo("A program");
        with("tables:export", "")
                .get("/api/exports/contacts.json")
                .then()
                .body("findAll { it.case_number == " + number + " }.size()", is(1));
        with("tables:export", "")
                .get("/api/exports")
                .then()
                .body("find { it.name == 'cases' }.columns[0].name", is("case_number"));
        with("tables:export", "")
                .get("/api/exports/cases.csv?from=yesterday")
                .then()
                .statusCode(400)
                .body("detail", containsString("2026-08-31"));
        with("inquiries:read", "").get("/api/exports/cases.csv").then().statusCode(403);
    }

    private static RequestSpecification with(String scope, String departments) {
        return given().header("Authorization", "Bearer " + TestKeys.key(scope, departments));
    }

    @Test
    void Every_table_can_be_taken_out_and_is_documented_as_it_is() throws Exception {
        var tables = work.in(Table::all);
        var reported = work.in(connection -> Table.of("reporting", connection)).stream()
                .collect(Collectors.toMap(Table::name, Table::columns));
        var document = Files.readString(Path.of("docs/exports.md"));
        for (var table : tables) {
            var lines = table.columns().stream()
                    .map(column -> "| `%s` | %s | %s |"
                            .formatted(
                                    column.name(),
                                    column.meaning(),
                                    reported.getOrDefault(table.name(), List.of())
                                                    .contains(column)
                                            ? "yes"
                                            : ""))
                    .collect(Collectors.joining("\n"));
            assertThat(document)
                    .contains("### " + table.name() + "\n\n" + table.about() + "\n")
                    .contains(lines);
            as(hire(Staff.ADMIN))
                    .get(EXPORTS + "/" + table.name() + ".csv")
                    .then()
                    .statusCode(200);
        }
        assertThat(tables).extracting(Table::name).contains("cases", "contacts", "surveys", "staff", "measures");
        as(hire(Staff.LEAD, "board")).get(EXPORTS).then().statusCode(200).body(containsString("answer_verdicts"));
    }

    @Test
    void A_role_for_reports_reads_the_views_and_nothing_else() throws Exception {
        var role = "reports_" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        sql("create role " + role + " login password 'x'");
        one("select grant_reporting_role('" + role + "')");
        var database = TestDistrict.database().getJdbcUrl(role, "postgres");
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from reporting.cases").close();
            for (var forbidden : Arrays.asList(
                    "select text from contact", "select * from export.contacts", "delete from reporting.cases")) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static String views(long number) {
        return one("select count(*) from case_view where road = 'EXPORT' and inquiry_number = " + number);
    }
}
