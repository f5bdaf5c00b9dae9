package org.rightdoor.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class WidgetScriptTest {

    private static final String SITE = "https://www.maple.example";
    private static final int MOST_BYTES = 15_000;

    @Test
    void The_script_is_small_and_holds_its_words_in_every_language() throws IOException {
        var script = given().get("/widget.js")
                .then()
                .statusCode(200)
                .contentType(containsString("text/javascript"))
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Set-Cookie", nullValue())
                .extract()
                .asString();
        assertThat(script)
                .contains("How can we help?", "¿En qué podemos ayudar?", "كيف يمكننا")
                .doesNotContain("innerHTML", "eval(", ".style.", "document.cookie");
        assertThat(compressed(script)).isLessThan(MOST_BYTES);
    }

    @Test
    void A_browser_that_has_the_script_is_told_so_and_asks_again_only_after_a_while() {
        var first = given().get("/widget.js").then().header("Cache-Control", "public, max-age=600");
        given().header("If-None-Match", first.extract().header("ETag"))
                .get("/widget.js")
                .then()
                .statusCode(304)
                .body(emptyOrNullString());
    }

    @Test
    void A_page_of_another_site_may_ask_and_read_the_answer_and_no_more() {
        given().header("Origin", SITE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,idempotency-key")
                .options("/api/inquiries")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "content-type, idempotency-key")
                .header("Access-Control-Allow-Credentials", nullValue());
        question().post("/api/inquiries").then().statusCode(201).header("Access-Control-Allow-Origin", "*");
        question()
                .body(Map.of("text", " "))
                .post("/api/inquiries")
                .then()
                .statusCode(422)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void While_somebody_types_the_box_says_who_will_answer_and_what_is_answered_already() {
        typed("Where is my child's bus?", "en")
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-store")
                .body("desk", equalTo("This goes to Transportation."), "answers.size()", greaterThan(0));
        typed("¿Dónde está el autobús?", "es").body("desk", containsString("Transporte"));
        typed("bus", "en").statusCode(204);
        typed("he says he wants to die", "en").body("emergency", containsString("911"), "answers.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/inquiries", "/api/inquiries?q=bus", "/api/inquiries/1"})
    void A_page_of_another_site_reads_no_cases_even_with_a_key(String path) {
        question()
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .get(path)
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void What_comes_with_a_cookie_or_a_key_from_another_site_is_refused_as_everywhere() {
        question()
                .cookie("rightdoor-session", TestStaff.session(TestStaff.hire(Staff.ADMIN)))
                .post("/api/inquiries")
                .then()
                .statusCode(403);
        question()
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .post("/api/inquiries")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/logout", "/j_security_check", "/desk/settings/staff", "/api/inquiries/1/replies"})
    void Every_other_address_stays_closed_to_another_sites_page(String path) {
        question().post(path).then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse typed(String text, String language) {
        return given().header("Origin", SITE)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", text)
                .formParam("language", language)
                .post("/widget/likely")
                .then();
    }

    private static RequestSpecification question() {
        return given().header("Origin", SITE)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Where is bus 14?"))
                .redirects()
                .follow(false);
    }

    private static int compressed(String script) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
