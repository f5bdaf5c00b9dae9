package org.rightdoor.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.OwnBrowser;

/** What whoever keeps the records does, through the pages. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class RecordsStoriesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static String officer;

    private final String mail = UUID.randomUUID() + "@family.example";

    @Test
    void Whoever_opens_a_case_by_page_by_program_or_by_link_stands_in_the_view_log_once() {
        var asked = ask();
        var robin = agent("transportation");
        robin.get("/desk/inquiries/" + asked.number).then().statusCode(200);
        robin.get("/desk/inquiries/" + asked.number).then().statusCode(200);
        agent("nutrition").get("/desk/inquiries/" + asked.number).then().statusCode(404);
        given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .get("/api/inquiries/" + asked.number)
                .then()
                .statusCode(200);
        OwnBrowser.of(asked.token).get("/cases/" + asked.token).then().statusCode(200);

        await().atMost(SOON).until(() -> views(asked.number, "true") == 3);
        assertThat(views(asked.number, "road = 'PAGE' and staff_id is not null"))
                .isOne();
        assertThat(views(asked.number, "road = 'API' and staff_id is null")).isOne();
        assertThat(views(asked.number, "road = 'FAMILY' and viewer = 'Family link'"))
                .isOne();

        officer()
                .queryParam("number", asked.number)
                .get("/desk/records")
                .then()
                .statusCode(200)
                .body(containsString("Robin of transportation"))
                .body(containsString("Opened the family’s link"));
        officer()
                .queryParam("person", mail)
                .get("/desk/records/views.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("," + asked.number + ",Robin of transportation,Opened the case,"));
        await().atMost(SOON).until(() -> views(asked.number, "road = 'VIEW_LOG'") == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/records",
                "/desk/records/views.csv",
                "/desk/records/disclosures",
                "/desk/records/holds",
                "/desk/records/retention",
                "/desk/records/releases",
                "/desk/records/people?q=ana"
            })
    void Only_who_keeps_records_and_administrators_see_these_pages(String page) {
        agent("transportation").get(page).then().statusCode(403);
        officer().get(page).then().statusCode(200);
        TestStaff.admin().get(page).then().statusCode(200);
    }

    @Test
    void A_disclosure_is_written_down_and_what_was_typed_wrong_is_not_lost() {
        var asked = ask();
        officer()
                .formParam("number", asked.number)
                .formParam("on", "2026-11-02")
                .formParam("recipient", "")
                .formParam("interest", "Court order 26-113")
                .formParam("records", "The whole case")
                .post("/desk/records/disclosures")
                .then()
                .statusCode(422)
                .body(containsString("Say to whom"))
                .body(containsString("Court order 26-113"));
        officer()
                .formParam("number", "#" + asked.number)
                .formParam("on", "2026-11-02")
                .formParam("recipient", "County court <b>")
                .formParam("interest", "Court order 26-113")
                .formParam("records", "The whole case")
                .post("/desk/records/disclosures")
                .then()
                .statusCode(303);
        officer()
                .queryParam("number", asked.number)
                .get("/desk/records/disclosures")
                .then()
                .body(containsString("County court &lt;b&gt;"))
                .body(containsString("Court order 26-113"));
    }

    @Test
    void A_held_case_stays_and_a_released_one_goes_by_decision_and_leaves_its_line() {
        var asked = ask();
        settle(asked.number, "now()");
        officer()
                .formParam("number", asked.number)
                .formParam("reason", "Reyes v. District")
                .post("/desk/records/holds")
                .then()
                .statusCode(303);
        delete(asked.number).then().statusCode(409).body(containsString("A legal hold keeps case"));
        var hold = number("select id from legal_hold where inquiry_number = ?", asked.number);
        officer()
                .formParam("reason", "")
                .post("/desk/records/holds/" + hold + "/released")
                .then()
                .statusCode(422);
        officer()
                .formParam("reason", "Settled in court")
                .post("/desk/records/holds/" + hold + "/released")
                .then()
                .statusCode(303);
        officer()
                .formParam("reason", "By mistake")
                .formParam("again", "12")
                .post("/desk/records/cases/" + asked.number + "/deleted")
                .then()
                .statusCode(422)
                .body(containsString("By mistake"));
        delete(asked.number).then().statusCode(303);

        assertThat(number("select count(*) from contact where inquiry_number = ? and text = ''", asked.number))
                .isOne();
        assertThat(number("select count(*) from address where value = ?", mail)).isZero();
        TestStaff.admin()
                .get("/desk/inquiries/" + asked.number)
                .then()
                .statusCode(200)
                .body(not(containsString("quetzal")));
        OwnBrowser.of(asked.token).get("/cases/" + asked.token).then().statusCode(404);
        officer()
                .get("/desk/records/cases/" + asked.number)
                .then()
                .body(containsString("The parent asked for it"))
                .body(containsString("by decision"));
        officer().get("/desk/records/retention").then().body(containsString("/desk/records/cases/" + asked.number));
    }

    @Test
    void What_is_over_is_listed_approved_as_listed_and_deleted_and_the_rest_stays() {
        var old = ask();
        var reopened = ask(UUID.randomUUID() + "@family.example");
        settle(old.number, "timestamptz '2015-02-03 10:00Z'");
        settle(reopened.number, "timestamptz '2015-02-03 10:00Z'");
        var list = officer()
                .post("/desk/records/retention")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*(/desk)", "$1");
        var page = officer().get(list).then().statusCode(200).extract().asString();
        assertThat(page).contains(">" + old.number + "</a>", ">" + reopened.number + "</a>");
        var digest = page.replaceAll("(?s).*name=\"digest\" value=\"(\\w+)\".*", "$1");
        sql("update inquiry set status = 'OPEN', resolved_at = null where number = ?", reopened.number);
        officer().formParam("digest", "other").post(list + "/approved").then().statusCode(409);
        officer().formParam("digest", digest).post(list + "/approved").then().statusCode(303);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(officer().get(list).asString().replaceAll("(?s).*<tbody>", ""))
                        .contains(old.number + "</a></td><td>transportation</td><td>2017-02-04</td><td>Deleted")
                        .contains("opened again"));
        assertThat(number("select count(*) from deletion where inquiry_number = ?", old.number))
                .isOne();
        assertThat(number("select count(*) from deletion where inquiry_number = ?", reopened.number))
                .isZero();
    }

    @Test
    void A_person_s_own_records_are_looked_through_and_released_and_it_is_written_down() throws IOException {
        var asked = ask();
        var person = number("select person_id from inquiry where number = ?", asked.number);
        officer()
                .queryParam("q", mail)
                .get("/desk/records/people")
                .then()
                .body(containsString("/desk/records/people/" + person));
        var release = officer()
                .formParam("person", person)
                .post("/desk/records/releases/of-person")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst(".*(/desk)", "$1");
        officer().get(release).then().statusCode(200).body(containsString(">" + asked.number + "</a>"));
        officer().get(release + "/release.zip").then().statusCode(404);
        var passages = officer().get(release + "/passages").then().extract().asString();
        assertThat(passages).contains("Omar Haddad").doesNotContain(">Ana Ruiz<");
        officer()
                .formParam("takeOut", "quetzal")
                .formParam("leaveIn", "")
                .post(release + "/words")
                .then()
                .statusCode(303);
        officer().post(release + "/released").then().statusCode(303);
        officer().formParam("takeOut", "more").post(release + "/words").then().statusCode(409);

        var files = unzip(officer()
                .get(release + "/release.zip")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(files.get("cases/" + asked.number + ".html"))
                .contains("[name taken out]", "[passage taken out]")
                .doesNotContain("Omar", "quetzal");
        assertThat(number(
                        "select count(*) from disclosure where inquiry_number = ? and by_export and recipient = 'Ana Ruiz'",
                        asked.number))
                .isOne();
        await().atMost(SOON).until(() -> views(asked.number, "road = 'EXPORT'") == 1);
    }

    @Test
    void A_public_request_that_asks_for_nothing_is_sent_back_with_what_was_typed() {
        officer()
                .formParam("recipient", "The Gazette")
                .post("/desk/records/releases")
                .then()
                .statusCode(422)
                .body(containsString("Say what is asked for"))
                .body(containsString("value=\"The Gazette\""));
    }

    @Test
    void A_person_is_put_right_and_a_statement_goes_with_a_case() {
        var asked = ask();
        var person = number("select person_id from inquiry where number = ?", asked.number);
        officer()
                .formParam("name", "Ana Ruiz-Vega")
                .formParam("addresses", "nobody")
                .formParam("reason", "Misspelt")
                .post("/desk/records/people/" + person + "/corrected")
                .then()
                .statusCode(422)
                .body(containsString("“nobody” is neither"))
                .body(containsString("Ana Ruiz-Vega"));
        officer()
                .formParam("name", "Ana Ruiz-Vega")
                .formParam("addresses", "(410) 555-0142\nANA." + mail)
                .formParam("reason", "Misspelt")
                .post("/desk/records/people/" + person + "/corrected")
                .then()
                .statusCode(303);
        assertThat(number(
                        "select count(*) from address where person_id = ? and value in ('+14105550142', ?)",
                        person,
                        "ana." + mail))
                .isEqualTo(2);
        assertThat(number("select count(*) from correction where person_id = ?", person))
                .isOne();
        officer()
                .formParam("text", "We do not agree that she was late.")
                .post("/desk/records/cases/" + asked.number + "/statements")
                .then()
                .statusCode(303);
        TestStaff.admin()
                .get("/desk/inquiries/" + asked.number)
                .then()
                .body(containsString("We do not agree that she was late."));
    }

    private record Asked(long number, String token) {}

    private Asked ask() {
        return ask(mail);
    }

    private static Asked ask(String mail) {
        var told = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "Ana Ruiz",
                        "email",
                        mail,
                        "topic",
                        "bus-late",
                        "text",
                        "The bus was late again, quetzal " + UUID.randomUUID()
                                + ". My neighbor Omar Haddad saw it too."))
                .post("/api/inquiries")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Asked(told.getLong("number"), told.getString("statusUrl").replaceAll(".*/", ""));
    }

    private static void settle(long number, String at) {
        // The answer that left by itself is no longer on its way.
        sql("update reply set state = 'SENT' where inquiry_number = ?", number);
        sql(
                "update inquiry set status = 'RESOLVED', resolved_at = " + at + ", last_contact_at = " + at
                        + ", waiting_since = null, answer_due_at = null, resolution_due_at = null where number = ?",
                number);
    }

    private static Response delete(long number) {
        return officer()
                .formParam("reason", "The parent asked for it")
                .formParam("again", number)
                .post("/desk/records/cases/" + number + "/deleted");
    }

    private static long views(long number, String condition) {
        return number("select count(*) from case_view where inquiry_number = ? and " + condition, number);
    }

    private static RequestSpecification officer() {
        if (officer == null) officer = hire(Staff.VIEWER + "," + Staff.RECORDS);
        return as(officer);
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
