package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.people.Staff;

/** An answer while it is written: kept, and lost to nobody. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class WritingStoriesTest extends WrittenCase {

    @Inject
    DraftsAreForgotten forgetting;

    @Test
    void A_draft_is_there_on_another_device_and_nobody_else_reads_it() {
        dana().formParam("text", "Dear Ana, I am finding out")
                .formParam("channel", "WEB")
                .post(page + "/draft/reply")
                .then()
                .statusCode(204);
        dana().formParam("text", "Ask the depot first")
                .post(page + "/draft/note")
                .then()
                .statusCode(204);
        // Logged out, and in again elsewhere.
        as(dana).get(page)
                .then()
                .body(containsString("Dear Ana, I am finding out</textarea>"), containsString("Ask the depot first"))
                .body("html.body.**.find { it.@name == 'channel' && it.@value == 'WEB' }.@checked", not(nullValue()));
        as(hire(Staff.LEAD + "," + Staff.AGENT, "transportation"))
                .get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("Dear Ana")), not(containsString("Ask the depot first")));
        as(hire(Staff.AGENT, "nutrition"))
                .formParam("text", "x")
                .post(page + "/draft/reply")
                .then()
                .statusCode(404);
    }

    @Test
    void What_is_sent_is_no_draft_any_more_and_a_page_left_open_does_not_bring_it_back() {
        var reply = form("It is on its way.");
        dana().formParams(reply).post(page + "/draft/reply").then().statusCode(204);
        dana().formParams(reply).post(page + "/replies").then().statusCode(303);
        dana().formParams(reply).post(page + "/draft/reply").then().statusCode(204);
        dana().header("If-Match", "\"0\"")
                .formParams(reply)
                .post(page + "/draft/reply")
                .then()
                .statusCode(412)
                .body("text", is(""));
        assertThat(number("select count(*) from draft where inquiry_number = ?", number))
                .isZero();
        dana().get(page).then().body(not(containsString("It is on its way.</textarea>")));
    }

    @Test
    void A_page_that_was_left_open_does_not_write_over_what_was_written_elsewhere_since() {
        var opened = save("Dear Ana", "\"0\"").statusCode(204).extract().header("ETag");
        var elsewhere = save("Dear Ana, I am finding out", opened)
                .statusCode(204)
                .extract()
                .header("ETag");
        save("Dear", opened).statusCode(412).header("ETag", elsewhere).body("text", is("Dear Ana, I am finding out"));
        save("", opened).statusCode(412);
        dana().get(page)
                .then()
                .body(
                        containsString("Dear Ana, I am finding out</textarea>"),
                        containsString("data-version=" + elsewhere));
        save("Dear Ana, I am finding out", opened).statusCode(204);
        var newest =
                save("Both of it", elsewhereNow()).statusCode(204).extract().header("ETag");
        save("", newest).statusCode(204);
        assertThat(number("select count(*) from draft where inquiry_number = ?", number))
                .isZero();
    }

    private String elsewhereNow() {
        return "\""
                + number(
                        "select (extract(epoch from saved_at) * 1000000)::bigint from draft where inquiry_number = ?",
                        number)
                + "\"";
    }

    private ValidatableResponse save(String text, String version) {
        return dana().header("If-Match", version)
                .formParam("text", text)
                .post(page + "/draft/note")
                .then();
    }

    @Test
    void A_draft_that_nobody_touches_is_forgotten() throws Throwable {
        dana().formParams(form("Some day")).post(page + "/draft/reply").then().statusCode(204);
        VertxContextSupport.subscribeAndAwait(
                () -> forgetting.forgetUntil(Instant.now().minus(DraftsAreForgotten.AFTER)));
        assertThat(number("select count(*) from draft where inquiry_number = ?", number))
                .isOne();
        sql("update draft set saved_at = now() - interval '31 days' where inquiry_number = ?", number);
        VertxContextSupport.subscribeAndAwait(
                () -> forgetting.forgetUntil(Instant.now().minus(DraftsAreForgotten.AFTER)));
        assertThat(number("select count(*) from draft where inquiry_number = ?", number))
                .isZero();
    }

    @Test
    void What_cannot_be_sent_stays_with_its_files_and_goes_with_them_later() {
        var refused = dana().multiPart("text", "The form is with this.")
                .multiPart("files", "form.pdf", "%PDF-1.4 form".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post(page + "/replies");
        refused.then().statusCode(422).body(containsString("Choose how the family gets"), containsString("form.pdf"));
        var kept = refused.body().asString().replaceAll("(?s).*name=\"kept\" value=\"(\\d+)\".*", "$1");
        as(hire(Staff.AGENT, "transportation"))
                .formParams(form("mine"))
                .formParam("kept", kept)
                .post(page + "/replies")
                .then()
                .statusCode(303);
        assertThat(number("select count(*) from attachment where name = 'form.pdf'"))
                .isZero();
        dana().formParam("text", "The form is with this.")
                .formParam("channel", "WEB")
                .formParam("kept", kept)
                .post(page + "/replies")
                .then()
                .statusCode(303);
        dana().get(page).then().body(containsString("form.pdf"));
        assertThat(number("select count(*) from draft_file where inquiry_number = ?", number))
                .isZero();
    }
}
