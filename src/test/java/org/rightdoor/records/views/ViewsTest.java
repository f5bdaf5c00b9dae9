package org.rightdoor.records.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.number;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ViewsTest {

    @Inject
    Views views;

    @Test
    void What_was_seen_just_before_an_orderly_end_is_written_down() {
        var viewer = UUID.randomUUID().toString();
        views.add(new View(1L, null, Instant.now(), Road.PAGE, null, viewer, ""));
        views.add(new View(2L, null, Instant.now(), Road.PAGE, null, viewer, "asked by the principal"));
        views.stop(new ShutdownEvent());
        assertThat(number("select count(*) from case_view where viewer = ?", viewer))
                .isEqualTo(2);
    }

    @Test
    void The_same_within_five_minutes_is_one_line_and_later_it_is_another() {
        var viewer = UUID.randomUUID().toString();
        var now = Instant.now();
        for (var minutes : new int[] {0, 2, 4, 9}) {
            views.add(new View(3L, null, now.plusSeconds(minutes * 60L), Road.PAGE, null, viewer, ""));
            views.write();
        }
        assertThat(number("select count(*) from case_view where viewer = ?", viewer))
                .isEqualTo(2);
    }

    @Test
    void What_a_search_a_few_letters_and_a_programs_list_showed_is_seen_with_what_was_looked_for() {
        var word = "zebra" + UUID.randomUUID().toString().substring(0, 8);
        var asked = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("text", "The late bus " + word + " never came to the stop"))
                .post("/api/inquiries")
                .jsonPath()
                .getLong("number");
        var admin = TestStaff.admin();
        admin.queryParam("q", word).get("/desk").then().statusCode(200);
        TestStaff.admin()
                .accept("application/json")
                .queryParam("q", Long.toString(asked))
                .get("/desk/go/found")
                .then()
                .statusCode(200);
        RestAssured.given()
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .queryParam("q", word)
                .get("/api/inquiries")
                .then()
                .statusCode(200);
        views.write();
        assertThat(number(
                        """
                        select count(*) from case_view where inquiry_number = ? and (road, reason) in
                            (('SEARCH', ?), ('SEARCH', 'In the command bar'), ('API_LIST', ?))""",
                        asked,
                        word,
                        word))
                .isEqualTo(3);
    }

    @Test
    void The_reason_for_a_look_into_a_confidential_case_stands_in_its_line() {
        var asked = number(
                """
                with who as (insert into person (name) values ('Ana Ruiz') returning id)
                insert into inquiry (person_id, subject, department, confidential, opened_at, last_contact_at)
                select id, 'A complaint about a colleague', 'transportation', true, now(), now() from who returning number""");
        var admin = number("select id from staff where email = ?", TestStaff.hire(Staff.ADMIN));
        TestStaff.sql(
                """
                insert into named_on_case (inquiry_number, staff_id, named_by, until, reason)
                values (?, ?, 'Kim', now() + interval '1 hour', 'Asked by counsel')""",
                asked,
                admin);
        views.add(new View(asked, null, Instant.now(), Road.PAGE, admin, "Kim", ""));
        views.write();
        assertThat(number(
                        "select count(*) from case_view where inquiry_number = ? and reason = 'Asked by counsel'",
                        asked))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/desk/inquiries/1042, PAGE",
                "/desk/inquiries/1042/files/7, FILE",
                "/desk/inquiries/1042/letters/7, MAIL",
                "/desk/inquiries/1042/print, PRINT",
                "/desk/inquiries/1042/anything/new, PAGE",
                "/api/inquiries/1042, API",
                "/api/inquiries, -",
                "/cases/abc, FAMILY",
                "/cases/abc/files/3, FAMILY",
                "/desk, -"
            })
    void A_path_that_leads_to_a_case_is_a_road(String path, Road road) {
        assertThat(Road.of(path)).isEqualTo(road);
    }
}
