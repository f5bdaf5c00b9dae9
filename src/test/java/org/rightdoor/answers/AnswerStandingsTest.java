package org.rightdoor.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Receipt;
import org.rightdoor.people.Sender;
import org.rightdoor.portal.OwnBrowser;

/** An answer on its way from a suggestion to one that is given by itself, and back. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class AnswerStandingsTest {

    private static final String ID = "sports-physical-form";
    private static final String QUESTION = "Where do I get the sports physical form?";
    private static final Actor ROBIN = new Actor("Robin", null);

    @Inject
    AnswerStandings standings;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Intake intake;

    @Inject
    CaseFiles caseFiles;

    @AfterEach
    void startAfresh() {
        execute("delete from answer_standing where answer_id = '" + ID + "'");
        execute("delete from answer_verdict where answer_id = '" + ID + "'");
    }

    @Test
    void A_district_may_let_an_answer_start_as_automatic() {
        assertThat(isAutomatic()).isTrue();
        assertThat(ask().answer()).isNotNull();
    }

    @Test
    void An_answer_that_is_only_suggested_waits_for_staff_who_find_it_on_the_case_page() {
        decide(false);

        var receipt = ask();
        assertThat(receipt.answer()).isNull();
        admin().get("/desk/inquiries/" + receipt.number()).then().body(containsString("?answer=" + ID));
    }

    @Test
    void Twenty_two_hits_in_a_row_make_an_answer_automatic_and_five_misses_stop_it_again() {
        decide(false);
        for (var hit = 0; hit < 21; hit++) judge(ask().number(), true);
        assertThat(isAutomatic()).isFalse();
        judge(ask().number(), true);
        assertThat(isAutomatic()).isTrue();

        for (var miss = 0; miss < 4; miss++) judge(ask().number(), false);
        assertThat(isAutomatic()).isTrue();
        judge(ask().number(), false);
        assertThat(isAutomatic()).isFalse();

        var history = await(standings::history).get(ID);
        assertThat(history)
                .extracting(standing -> standing.why)
                .containsExactly("Fitted 0 of 5 cases", "Fitted 22 of 22 cases", "Decided by hand");
        assertThat(history).extracting(standing -> standing.actor).containsExactly("RightDoor", "RightDoor", "Robin");
    }

    @Test
    void Who_speaks_last_about_a_case_is_right() {
        var number = ask().number();
        judge(number, true);
        judge(number, false);

        assertThat(await(standings::records).get(ID)).isEqualTo(new TrackRecord(0, 1));
        assertThat(await(() -> standings.misfitsOf(number))).containsExactly(ID);
    }

    @Test
    void A_family_says_on_its_page_whether_the_answer_helped() {
        var first = ask();
        var second = ask();

        OwnBrowser.of(whole(first))
                .post("/cases/" + whole(first) + "/solved")
                .then()
                .statusCode(303);
        OwnBrowser.of(whole(second))
                .post("/cases/" + whole(second) + "/person")
                .then()
                .statusCode(303);

        assertThat(await(standings::records).get(ID)).isEqualTo(new TrackRecord(1, 1));
    }

    @Test
    void A_suggestion_that_staff_send_is_a_hit_and_the_reply_names_the_version_of_its_text() {
        decide(false);
        var receipt = ask();
        agent("athletics")
                .formParam("text", "We have looked: yes, every year.")
                .formParam("channel", "WEB")
                .formParam("answer", ID)
                .post("/desk/inquiries/" + receipt.number() + "/replies")
                .then()
                .statusCode(303);

        var answer = knowledge.now().answers().find(ID).orElseThrow();
        assertThat(await(standings::records).get(ID)).isEqualTo(new TrackRecord(1, 0));
        assertThat(values("select answer_version from reply where inquiry_number = " + receipt.number()))
                .contains(answer.version("en"));
        assertThat(values("select text from answer_version where answer_id = '" + ID + "' and version = '"
                        + answer.version("en") + "'"))
                .containsExactly(answer.text().in("en"));
    }

    @Test
    void A_suggestion_that_does_not_fit_is_a_miss_and_is_not_made_again() {
        decide(false);
        var page = "/desk/inquiries/" + ask().number();
        agent("athletics")
                .formParam("answer", ID)
                .post(page + "/misfits")
                .then()
                .statusCode(303);

        assertThat(await(standings::records).get(ID)).isEqualTo(new TrackRecord(0, 1));
        agent("athletics").get(page).then().body(not(containsString("?answer=" + ID)));
        agent("nutrition")
                .formParam("answer", ID)
                .post(page + "/misfits")
                .then()
                .statusCode(404);
    }

    @Test
    void Only_an_administrator_switches_an_answer_by_hand_and_all_can_read_who_did() {
        agent("athletics")
                .formParam("automatic", false)
                .post("/desk/answers/" + ID + "/standing")
                .then()
                .statusCode(403);
        assertThat(isAutomatic()).isTrue();
        admin().formParam("automatic", false)
                .post("/desk/answers/" + ID + "/standing")
                .then()
                .statusCode(303);

        assertThat(isAutomatic()).isFalse();
        agent("athletics").get("/desk/answers/" + ID).then().body(containsString("Decided by hand · Robin of "));
    }

    @Test
    void A_case_gets_one_automatic_answer_and_no_second() {
        var email = UUID.randomUUID() + "@family.example";
        var first = ask(email);
        var second = ask(email);

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.answer()).isNull();
        assertThat(await(() -> caseFiles.find(first.number())).timeline())
                .filteredOn(TimelineEntry::isReply)
                .hasSize(1);
    }

    private Receipt ask() {
        return ask(UUID.randomUUID() + "@family.example");
    }

    private Receipt ask(String email) {
        var sender = Sender.withEmail("Ana Ruiz", email);
        return await(
                () -> intake.receive(Inbound.of(Channel.EMAIL, UUID.randomUUID().toString(), sender, QUESTION)));
    }

    private boolean isAutomatic() {
        return await(
                () -> standings.isAutomatic(knowledge.now().answers().find(ID).orElseThrow()));
    }

    private void decide(boolean automatic) {
        await(() -> standings.decide(knowledge.now().answers().find(ID).orElseThrow(), automatic, ROBIN));
    }

    private void judge(long number, boolean helped) {
        await(() -> standings.judge(knowledge.now().answers().find(ID).orElseThrow(), number, helped, ROBIN));
    }

    private String whole(Receipt receipt) {
        return await(() -> caseFiles.find(receipt.number())).token();
    }

    private static void execute(String statement) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> values(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            var values = new java.util.ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
