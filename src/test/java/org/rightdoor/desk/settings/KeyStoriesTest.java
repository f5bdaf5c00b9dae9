package org.rightdoor.desk.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.access.TestKeys;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class KeyStoriesTest {

    private static final Pattern SECRET = Pattern.compile("rd_[\\w-]{43}");

    @Test
    void A_key_is_shown_once_opens_what_its_scopes_say_and_after_it_is_revoked_nothing() {
        var name = "Bell " + UUID.randomUUID();
        var made = admin().formParam("name", name)
                .formParam("scope", "inquiries:read")
                .formParam("department", "transportation")
                .formParam("days", "90")
                .post("/desk/settings/keys")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        var found = SECRET.matcher(made);
        assertThat(found.find()).isTrue();
        var secret = found.group();

        with(secret)
                .get("/api/inquiries")
                .then()
                .statusCode(200)
                .body("inquiries.department", everyItem(is("transportation")));
        with(secret).get("/api/inquiries?department=nutrition").then().statusCode(422);
        with(secret)
                .contentType("application/json")
                .body("{\"text\":\"Soon.\"}")
                .post("/api/inquiries/1001/replies")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");

        var id = TestStaff.number("select id from api_key where name = ?", name);
        assertThat(TestStaff.number("select count(*) from api_key where id = ? and last_used_at is not null", id))
                .isEqualTo(1);
        admin().get("/desk/settings/keys")
                .then()
                .body(containsString(name), not(containsString(secret)), containsString("Transportation"));
        admin().post("/desk/settings/keys/" + id + "/revoked").then().statusCode(303);
        with(secret).get("/api/inquiries").then().statusCode(401).contentType("application/problem+json");
        admin().get("/desk/settings/keys").then().body(containsString("Revoked by"));
    }

    @Test
    void What_is_missing_is_said_and_what_was_typed_is_kept() {
        admin().formParam("name", "Bell <b>")
                .post("/desk/settings/keys")
                .then()
                .statusCode(422)
                .body(containsString("Choose what the program may do."), containsString("Bell &lt;b&gt;"));
        admin().formParam("scope", "inquiries:read")
                .post("/desk/settings/keys")
                .then()
                .statusCode(422)
                .body(containsString("Say which program"));
        admin().formParam("name", "Bell")
                .formParam("scope", "everything")
                .post("/desk/settings/keys")
                .then()
                .statusCode(422);
        admin().formParam("name", "Bell")
                .formParam("scope", "inquiries:read")
                .formParam("days", "10000")
                .post("/desk/settings/keys")
                .then()
                .statusCode(422);
    }

    @Test
    void An_expired_key_and_one_for_something_else_hand_in_no_mail_and_read_no_counts() {
        for (var path : new String[] {"/api/inquiries", "/api/insight/contacts"}) {
            with(TestKeys.expired()).get(path).then().statusCode(401);
        }
        var reads = TestKeys.key("inquiries:read");
        with(reads).get("/api/insight/contacts").then().statusCode(403);
        with(reads)
                .contentType("message/rfc822")
                .body(new byte[0])
                .post("/webhooks/email")
                .then()
                .statusCode(403);
        with(TestKeys.expired())
                .contentType("message/rfc822")
                .body(new byte[0])
                .post("/webhooks/email")
                .then()
                .statusCode(401);
        with(TestKeys.key("insight:read")).get("/api/insight/contacts").then().statusCode(200);
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
