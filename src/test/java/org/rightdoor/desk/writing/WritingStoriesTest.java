package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;
import org.rightdoor.reply.TakeBack;

/** An answer while it is written: kept, helped, seen by colleagues, and taken back. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class WritingStoriesTest {

    private static final String BUS = "bus 14 is late again, my son is still waiting at the stop";
    private static final String SPANISH = "¿A qué hora llega el autobús 14? Mi hijo sigue esperando en la parada.";

    private String dana;
    private String danasSession;
    private final String family = UUID.randomUUID() + "@family.example";

    @Inject
    Intake intake;

    @Inject
    DraftsAreForgotten forgetting;

    @Inject
    Vertx vertx;

    private long number;
    private String page;

    @BeforeEach
    void ask() throws Throwable {
        dana = hire(Staff.AGENT, "transportation");
        danasSession = session(dana);
        number = write(BUS);
        page = "/desk/inquiries/" + number;
    }

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
        assertThat(number("select count(*) from draft where inquiry_number = ?", number))
                .isZero();
        dana().get(page).then().body(not(containsString("It is on its way.</textarea>")));
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

    @Test
    void An_answer_can_be_taken_back_and_is_a_draft_again_with_its_files() {
        held(Duration.ofSeconds(30));
        dana().multiPart("text", "It comes tomorrow.")
                .multiPart("channel", "EMAIL")
                .multiPart("channel", "WEB")
                .multiPart("files", "map.txt", "left at the light".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(page + "/replies")
                .then()
                .statusCode(303);
        var way = number("select count(*) from reply where inquiry_number = ? and held_until > now()", number);
        assertThat(way).isEqualTo(2);
        var shown = dana().get(page + "?done=replied");
        shown.then().body(containsString("Take back"));
        assertThat(familyPage()).doesNotContain("It comes tomorrow.");
        var taken = taken(shown);
        as(hire(Staff.AGENT, "transportation")).post(taken).then().statusCode(404);
        dana().post(taken).then().statusCode(303).header("Location", containsString("done=taken-back"));
        dana().get(page)
                .then()
                .body(containsString("It comes tomorrow.</textarea>"), containsString("map.txt"))
                .body(containsString("An answer was taken back"), not(containsString("Waiting on family")));
        assertThat(number("select count(*) from reply where inquiry_number = ? and not automatic", number))
                .isZero();
        assertThat(number(
                        "select count(*) from inquiry where number = ? and status = 'OPEN' and first_answered_at is null"
                                + " and waiting_since is not null",
                        number))
                .isOne();
        dana().post(taken).then().statusCode(404);
    }

    @Test
    void What_leaves_just_now_is_taken_back_or_sent_and_never_both() throws Exception {
        held(Duration.ofMillis(1500));
        var cases = new ArrayList<Long>();
        var deeds = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 6; i++) {
            var each = i == 0 ? number : writeFrom(UUID.randomUUID() + "@family.example", BUS);
            cases.add(each);
            var at = "/desk/inquiries/" + each;
            dana().formParam("text", "Race " + each)
                    .formParam("channel", "EMAIL")
                    .post(at + "/replies")
                    .then()
                    .statusCode(303);
            var taken = at + "/sendings/" + number("select max(id) from sending where inquiry_number = ?", each)
                    + "/taken-back";
            // Two at once, about when the sender claims it.
            var pause = 1300 + i * 100L;
            for (var twice = 0; twice < 2; twice++)
                deeds.add(() -> {
                    var until = number(
                            "select cast(extract(epoch from max(held_until)) * 1000 as bigint) from sending"
                                    + " where inquiry_number = ?",
                            each);
                    Thread.sleep(Math.max(0, until - 1500 + pause - System.currentTimeMillis()));
                    return dana().post(taken);
                });
        }
        var pool = Executors.newFixedThreadPool(deeds.size());
        var answers = pool.invokeAll(deeds);
        pool.shutdown();
        for (var i = 0; i < cases.size(); i++) {
            var each = cases.get(i);
            var back = 0;
            for (var twice = 0; twice < 2; twice++) {
                var location = answers.get(2 * i + twice).get().header("Location");
                if (location != null && location.contains("taken-back")) back++;
            }
            assertThat(back).isLessThanOrEqualTo(1);
            var taken = back == 1;
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> taken
                            ? number(
                                            "select count(*) from reply where inquiry_number = ? and staff_id is not null",
                                            each)
                                    == 0
                            : number(
                                            "select count(*) from reply where inquiry_number = ? and staff_id is not null"
                                                    + " and state = 'SENT'",
                                            each)
                                    == 1);
            assertThat(mails("Race " + each)).isEqualTo(taken ? 0 : 1);
        }
    }

    @Test
    void A_message_that_came_in_meanwhile_is_shown_before_anything_is_sent() throws Throwable {
        var form = form("It comes at nine.");
        continueWith("He is home now, thank you, but what about tomorrow?");
        var asked = dana().formParams(form).post(page + "/replies");
        asked.then()
                .statusCode(409)
                .body(
                        containsString("Something came in while you were writing."),
                        containsString("It comes at nine.</textarea>"),
                        containsString("Since you began to write"),
                        containsString("Send anyway"));
        assertThat(number("select count(*) from reply where inquiry_number = ? and staff_id is not null", number))
                .isZero();
        // Another device shows it too.
        as(dana).get(page).then().body(containsString("Since you began to write"));
        dana().formParams(form("It comes at nine."))
                .post(page + "/replies")
                .then()
                .statusCode(303);
        dana().get(page).then().body(not(containsString("Since you began to write")));
    }

    @Test
    void Of_two_who_answer_the_same_message_the_second_is_asked() throws Exception {
        var kim = hire(Staff.AGENT, "transportation");
        var kims = session(kim);
        var form = form("Yes.");
        var pool = Executors.newFixedThreadPool(2);
        var both = pool.invokeAll(
                List.<Callable<Response>>of(() -> dana().formParams(form).post(page + "/replies"), () -> browser()
                        .cookie("rightdoor-session", kims)
                        .formParams(form)
                        .post(page + "/replies")));
        pool.shutdown();
        var statuses = List.of(both.get(0).get().statusCode(), both.get(1).get().statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(303, 409);
        var second = both.get(statuses.indexOf(409)).get().asString();
        assertThat(second).contains("Since you began to write", "answered", "Yes.</textarea>");
        assertThat(number("select count(*) from reply where inquiry_number = ? and staff_id is not null", number))
                .isOne();
    }

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
    void Colleagues_at_the_same_case_see_each_other_and_who_writes() {
        var kim = hire(Staff.AGENT, "transportation");
        as(kim).accept("application/json")
                .formParam("writing", false)
                .post(page + "/presence")
                .then()
                .statusCode(200)
                .body("$", empty());
        script().formParam("writing", true)
                .post(page + "/presence")
                .then()
                .body(
                        "size()",
                        equalTo(1),
                        "[0].name",
                        equalTo("Robin of transportation"),
                        "[0].writing",
                        equalTo(false));
        as(kim).accept("application/json")
                .formParam("writing", false)
                .post(page + "/presence")
                .then()
                .body("[0].writing", equalTo(true));
        as(hire(Staff.AGENT, "nutrition"))
                .accept("application/json")
                .formParam("writing", true)
                .post(page + "/presence")
                .then()
                .statusCode(404);
        script().post(page + "/presence/gone").then().statusCode(204);
        as(kim).accept("application/json")
                .formParam("writing", false)
                .post(page + "/presence")
                .then()
                .body("$", empty());
        sql("update presence set seen_at = now() - interval '26 seconds' where inquiry_number = ?", number);
        script().formParam("writing", false).post(page + "/presence").then().body("$", empty());
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

    /** A form as the page gives it out now, with that text in it. */
    private Map<String, String> form(String text) {
        var shown = dana().get(page).asString();
        Function<String, String> hidden =
                name -> shown.replaceAll("(?s).*name=\"" + name + "\" value=\"(\\d+)\".*", "$1");
        return Map.of(
                "text", text, "channel", "WEB", "contact", hidden.apply("contact"), "reply", hidden.apply("reply"));
    }

    /** As the page's scripts ask. */
    private RequestSpecification script() {
        return dana().accept("application/json");
    }

    private RequestSpecification dana() {
        return browser().cookie("rightdoor-session", danasSession);
    }

    private static String taken(Response shown) {
        return shown.asString().replaceAll("(?s).*action=\"([^\"]+/taken-back)\".*", "$1");
    }

    private static void held(Duration pause) {
        QuarkusMock.installMockForType(
                new TakeBack() {
                    @Override
                    public Duration pause() {
                        return pause;
                    }
                },
                TakeBack.class);
    }

    private String familyPage() {
        var token = text("select token from case_link where whole and inquiry_number = " + number);
        return browser().get("/cases/" + token).asString();
    }

    private static String text(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long mails(String text) {
        var count = 0;
        for (var mail : TestDistrict.mailServer().getReceivedMessages()) {
            try {
                var raw = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (raw.contains(text)) count++;
            } catch (IOException | jakarta.mail.MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        return count;
    }

    private long write(String text) throws Throwable {
        return writeFrom(family, text);
    }

    private void continueWith(String text) throws Throwable {
        var token = text("select token from case_link where whole and inquiry_number = " + number);
        assertThat(token).isNotBlank();
        sql(
                """
                insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
                select number, person_id, 'WEB', gen_random_uuid()::text, now(), ?, true from inquiry where number = ?""",
                text,
                number);
    }

    private long writeFrom(String address, String text) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(Inbound.of(
                            Channel.EMAIL, UUID.randomUUID().toString(), Sender.withEmail("Ana Ruiz", address), text)))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
