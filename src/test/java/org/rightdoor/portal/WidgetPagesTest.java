package org.rightdoor.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class WidgetPagesTest {

    @Test
    void The_script_is_light() throws IOException {
        var script = given().get("/widget.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600")
                .extract()
                .asByteArray();
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(script);
        }
        assertThat(packed.size()).isLessThan(15_000);
        assertThat(new String(script))
                .doesNotContain("innerHTML")
                .doesNotContain("cookie =")
                .doesNotContain("eval(");
    }

    @Test
    void A_page_of_another_site_learns_what_a_question_meets_and_sends_it_without_a_cookie() {
        elsewhere()
                .formParam("text", "Where is my child's bus?")
                .post("/widget/likely?lang=en")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("lines", hasItem("This goes to Transportation."))
                .body("answers.link", hasItem(TestDistrict.PUBLIC_URL + "/answers/bus-late-where?lang=en"));
        var nonce = UUID.randomUUID().toString();
        var first = send("Where is bus 4711?", nonce);
        assertThat(send("Where is bus 4711?", nonce)).isEqualTo(first);
    }

    @Test
    void What_is_wrong_is_told_in_the_familys_language() {
        elsewhere()
                .formParam("text", " ")
                .post("/widget/questions?lang=es")
                .then()
                .statusCode(422)
                .body("trouble", equalTo("Por favor escriba su pregunta."));
    }

    @Test
    void No_other_door_opens_to_a_page_of_another_site() {
        elsewhere().formParam("text", "Where is the bus?").post("/").then().statusCode(403);
        elsewhere()
                .formParam("text", "Where is the bus?")
                .post("/ask/likely")
                .then()
                .statusCode(403);
        elsewhere().formParam("text", "x").post("/widget/../").then().statusCode(403);
    }

    private static String send(String text, String nonce) {
        var response = elsewhere()
                .formParam("text", text)
                .formParam("nonce", nonce)
                .post("/widget/questions?lang=en")
                .then()
                .statusCode(201)
                .body("link", containsString("/cases/"))
                .extract();
        return response.path("link");
    }

    private static RequestSpecification elsewhere() {
        return given().header("Origin", "https://www.elsewhere.example")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
