package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.answers.AnswerReaders;
import org.rightdoor.answers.TrackRecord;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class AnsweredPagesTest {

    @Inject
    AnswerReaders readers;

    @Test
    void An_answer_is_a_page_that_can_be_passed_on_in_any_language() {
        browser()
                .get("/answers/bus-late-where?lang=es")
                .then()
                .statusCode(200)
                .body(
                        containsString("¿Dónde está el autobús de mi hijo?</h1>"),
                        containsString("<link rel=\"canonical\" href=\"" + TestDistrict.PUBLIC_URL
                                + "/answers/bus-late-where\">"),
                        containsString("hreflang=\"en\" href=\"" + TestDistrict.PUBLIC_URL
                                + "/answers/bus-late-where?lang=en\""),
                        containsString("<a href=\"https://maple.example/bus\">https://maple.example/bus</a>"),
                        containsString("href=\"tel:+14105550101\""));
    }

    @Test
    void Whether_it_helped_is_heard_once_a_visit_and_no_cookie_is_set() throws Throwable {
        var before = record("board-meeting-when");
        var reading = UUID.randomUUID().toString();
        for (var helped : new String[] {"yes", "no", "yes"}) say("board-meeting-when", reading, helped);
        say("board-meeting-when", UUID.randomUUID().toString(), "no");
        var after = record("board-meeting-when");
        assertThat(after.hits() - before.hits()).isOne();
        assertThat(after.misses() - before.misses()).isOne();
        browser()
                .get("/answers/board-meeting-when?said=yes")
                .then()
                .body(containsString("Good to know that it helped"));
    }

    @Test
    void Who_asks_a_person_finds_the_question_in_the_box_already() {
        browser()
                .queryParam("q", "bus 14 <b>never comes")
                .get("/answers/bus-late-where?lang=en")
                .then()
                .body(
                        containsString("bus 14 &lt;b&gt;never comes</textarea>"),
                        containsString("name=\"topic\" value=\"\""));
        browser()
                .get("/answers/bus-late-where?lang=en")
                .then()
                .body(
                        containsString("Where is my child&#39;s bus?</textarea>"),
                        containsString("name=\"topic\" value=\"bus-late\""));
    }

    @Test
    void What_is_sought_leads_to_answers_and_in_vain_to_a_person_with_the_words_kept() {
        browser()
                .queryParam("q", "kindergarden registation")
                .get("/search?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("/answers/enroll-kindergarten-age?q=kindergarden+registation"));
        browser().queryParam("q", "almuerso").get("/search?lang=es").then().body(containsString("/answers/meal-"));
        browser()
                .queryParam("q", "zzqx <wvvk>")
                .get("/search?lang=en")
                .then()
                .body(
                        containsString("There is no ready answer"),
                        containsString("zzqx &lt;wvvk&gt;</textarea>"),
                        not(containsString("<wvvk>")));
        browser().get("/search?lang=en").then().statusCode(200).body(not(containsString("There is no ready answer")));
    }

    @Test
    void An_answer_that_is_not_there_is_told_so() {
        browser().get("/answers/no-such-answer?lang=en").then().statusCode(404);
        browser()
                .contentType("application/x-www-form-urlencoded")
                .post("/answers/no-such-answer/helped")
                .then()
                .statusCode(404);
    }

    private TrackRecord record(String answer) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(readers::records).getOrDefault(answer, TrackRecord.NONE);
    }

    private static void say(String answer, String reading, String helped) {
        var response = browser()
                .contentType("application/x-www-form-urlencoded")
                .formParam("visit", reading)
                .formParam("helped", helped)
                .post("/answers/" + answer + "/helped")
                .then()
                .statusCode(303)
                .extract();
        assertThat(response.cookies()).isEmpty();
    }
}
