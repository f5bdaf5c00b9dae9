package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.people.Staff;

/** What helps to write an answer: ready-made texts, hints, translations. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class HelpStoriesTest extends WrittenCase {

    private static final String SPANISH = "¿A qué hora llega el autobús 14? Mi hijo sigue esperando en la parada.";

    @Inject
    Vertx vertx;

    @Test
    void Ready_made_texts_are_ones_own_the_departments_and_approved_answers() {
        var title = "Sorry " + UUID.randomUUID();
        dana().formParam("title", title)
                .formParam("text", "Dear {name}, about case {number}.")
                .formParam("language", "en")
                .post("/desk/snippets")
                .then()
                .statusCode(303);
        dana().formParam("title", "")
                .formParam("text", "kept <b>")
                .post("/desk/snippets")
                .then()
                .statusCode(422)
                .body(containsString("Give it a title"), containsString("kept &lt;b&gt;"));
        dana().get("/desk/snippets").then().statusCode(200).body(containsString(title));
        script().get(page + "/choices")
                .then()
                .statusCode(200)
                .body("findAll { it.from == 'Yours' }.text", hasItem("Dear Ana Ruiz, about case " + number + "."))
                .body("from", hasItem("Approved answer"));
        var other = as(hire(Staff.AGENT, "transportation"))
                .accept("application/json")
                .get(page + "/choices");
        other.then().body("findAll { it.from == 'Yours' }", empty());
        var mine = number("select max(id) from snippet where title = ?", title);
        as(hire(Staff.AGENT, "transportation"))
                .post("/desk/snippets/" + mine + "/removed")
                .then()
                .statusCode(404);
        // Without a script.
        dana().multiPart("text", "Hello!")
                .multiPart("wanted", "choice")
                .multiPart("choice", "own-" + mine)
                .post(page + "/writing")
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=draft#reply"));
        dana().get(page).then().body(containsString("Hello!\n\nDear Ana Ruiz, about case " + number + ".</textarea>"));
        dana().post("/desk/snippets/" + mine + "/removed").then().statusCode(303);
        dana().get("/desk/snippets").then().body(not(containsString(title)));
    }

    @Test
    void A_lead_writes_what_everybody_of_the_department_puts_into_answers() {
        var title = "Rain " + UUID.randomUUID();
        var lead = hire(Staff.LEAD, "transportation");
        as(lead).formParam("title", title)
                .formParam("department", "nutrition")
                .post("/desk/snippets")
                .then()
                .statusCode(404);
        dana().formParam("title", title)
                .formParam("department", "transportation")
                .post("/desk/snippets")
                .then()
                .statusCode(404);
        dana().get("/desk/snippets").then().body(not(containsString("Who uses it")));
        as(lead).formParam("title", title)
                .formParam("text", "The bus is late in the rain, {name}.")
                .formParam("department", "transportation")
                .post("/desk/snippets")
                .then()
                .statusCode(303);
        var shared = number("select max(id) from snippet where title = ? and department = 'transportation'", title);
        var at = "/desk/snippets/" + shared;
        script().get(page + "/choices")
                .then()
                .body(
                        "findAll { it.from == 'Transportation' }.text",
                        hasItem("The bus is late in the rain, Ana Ruiz."));
        dana().get("/desk/snippets").then().body(containsString(title), not(containsString("change=" + shared)));
        dana().get("/desk/snippets?change=" + shared).then().statusCode(404);
        dana().formParam("title", "x").formParam("text", "x").post(at).then().statusCode(404);
        dana().post(at + "/removed").then().statusCode(404);
        as(lead).get("/desk/snippets?change=" + shared).then().body(containsString("Everybody of Transportation"));
        as(lead).formParam("title", title)
                .formParam("text", "The bus is late.")
                .post(at)
                .then()
                .statusCode(303);
        script().get(page + "/choices")
                .then()
                .body("findAll { it.from == 'Transportation' }.text", hasItem("The bus is late."));
        as(lead).post(at + "/removed").then().statusCode(303);
        dana().get("/desk/snippets").then().body(not(containsString(title)));
    }

    @Test
    void An_answer_goes_out_in_both_languages_once_staff_have_seen_both() throws Throwable {
        var spanish = writeFrom(UUID.randomUUID() + "@family.example", SPANISH);
        var at = "/desk/inquiries/" + spanish;
        dana().get(at).then().statusCode(200).body(not(containsString(">Translate<")), containsString("Spanish"));
        script().formParam("text", "x").post(at + "/translations").then().statusCode(404);
        try (var server = new TranslatorStandIn()) {
            QuarkusMock.installMockForType(server.translator(vertx), Translator.class);
            script().formParam("text", "It comes.")
                    .post(at + "/translations")
                    .then()
                    .statusCode(200)
                    .body("text", equalTo("«es: It comes.»"), "fault", nullValue());
            assertThat(server.asked.get(0).get("api_key")).isEqualTo("key-of-the-translator");
            var message = number("select max(id) from contact where inquiry_number = ?", spanish);
            dana().get(at + "/translations/" + message + "/page")
                    .then()
                    .statusCode(200)
                    .body(containsString("«en: " + SPANISH));
            as(hire(Staff.AGENT, "nutrition"))
                    .accept("application/json")
                    .get(at + "/translations/" + message)
                    .then()
                    .statusCode(404);

            dana().multiPart("text", "It comes.")
                    .multiPart("wanted", "translation")
                    .post(at + "/writing");
            dana().get(at).then().body(containsString("«es: It comes.»</textarea>"), containsString("Show in English"));
            server.status = 500;
            dana().multiPart("text", "It comes.")
                    .multiPart("wanted", "translation")
                    .post(at + "/writing")
                    .then()
                    .header("Location", containsString("done=untranslated"));
            script().formParam("text", "It comes.")
                    .post(at + "/translations")
                    .then()
                    .body("text", nullValue());
            dana().formParam("text", "It comes.")
                    .formParam("translation", "Ya viene.")
                    .formParam("goes", "both")
                    .formParam("channel", "WEB")
                    .post(at + "/replies")
                    .then()
                    .statusCode(303);
            dana().get(at).then().body(containsString("Ya viene.\n\nEnglish:\nIt comes."));
        }
    }

    @Test
    void What_is_typed_is_read_and_hinted_at() {
        script().formParam("text", "Please contact the MTSS coordinator at your school and complete the form.")
                .post(page + "/advice")
                .then()
                .statusCode(200)
                .body("grade", containsString("Reads at grade"), "hints.size()", equalTo(2), "cut", nullValue());
        script().formParam("text", "The bus comes when it comes, and that is that. ".repeat(60))
                .post(page + "/advice")
                .then()
                .body("cut", containsString("/cases/"));
        script().formParam("text", "")
                .post(page + "/advice")
                .then()
                .statusCode(200)
                .body("hints", empty());
    }

    @Test
    void A_helper_has_the_same_help_and_sends_for_approval() {
        var helper = session(hire(Staff.HELPER, "transportation"));
        var form = form("It comes at nine.");
        var desk = browser().cookie("rightdoor-session", helper);
        desk.formParams(form).post(page + "/draft/reply").then().statusCode(204);
        browser()
                .cookie("rightdoor-session", helper)
                .get(page)
                .then()
                .body(
                        containsString("Send for approval"),
                        containsString("It comes at nine.</textarea>"),
                        containsString("Ready-made texts"));
        browser()
                .cookie("rightdoor-session", helper)
                .formParams(form)
                .post(page + "/proposals")
                .then()
                .statusCode(303);
        browser()
                .cookie("rightdoor-session", helper)
                .get(page)
                .then()
                .body(containsString("waits for approval"), not(containsString("It comes at nine.</textarea>")));
        assertThat(number("select count(*) from reply where inquiry_number = ? and staff_id is not null", number))
                .isZero();
    }
}
