package org.rightdoor.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.agent;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Status;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.people.Sender;
import org.rightdoor.portal.OwnBrowser;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.Tone;

/** One message, two matters, two departments. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class SecondMatterStoriesTest {

    private static final String BUS_AND_LUNCH =
            "The school bus was late again this morning. Also, how do I put money on her lunch account?";

    @Inject
    Intake intake;

    @Inject
    CaseFiles caseFiles;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    MeterRegistry meters;

    /** Reads a message that adds a matter as mostly about the bus, and a little about lunch money. */
    @Vetoed
    private static final class HearsBoth extends Reader {

        HearsBoth(MeterRegistry meters, CurrentKnowledge knowledge) {
            super(meters, knowledge);
        }

        @Override
        Heard read(String text, String ownLanguage, boolean chosen, Knowledge known) {
            var adding = Math.max(text.indexOf("Also"), text.indexOf("También"));
            if (adding < 0) return super.read(text, ownLanguage, chosen, known);
            var language = text.contains("También") ? "es" : "en";
            var bus = new Guess("bus-late", 0.9);
            var lunch = new Guess("meal-balance", 0.9);
            return new Heard(
                    reading(language, new Guess("bus-late", 0.7), new Guess("meal-balance", 0.2)),
                    List.of(
                            new Passage(text.substring(0, adding).strip(), false, reading(language, bus)),
                            new Passage(text.substring(adding), true, reading(language, lunch))),
                    List.of());
        }

        private static Reading reading(String language, Guess... guesses) {
            return new Reading(List.of(guesses), language, Kind.QUESTION, Tone.CALM, List.of(), List.of(), 1, null);
        }
    }

    @BeforeEach
    void bothAreHeard() {
        QuarkusMock.installMockForType(new HearsBoth(meters, knowledge), Reader.class);
    }

    @Test
    void Both_departments_have_the_case_and_the_family_is_told_so() {
        var receipt = ask(BUS_AND_LUNCH);

        assertThat(receipt.department()).isEqualTo("transportation");
        assertThat(receipt.also()).containsExactly("nutrition");
        assertThat(acknowledgement(receipt)).contains("Transportation").contains("School Nutrition");
        OwnBrowser.of(receipt.token())
                .get("/cases/" + receipt.token())
                .then()
                .body(containsString("Transportation and School Nutrition each answer their part"));
    }

    @Test
    void A_spanish_family_reads_it_in_spanish() {
        var receipt =
                ask("El autobús de mi hija llegó tarde otra vez esta mañana. También quiero saber cómo pongo dinero"
                        + " en la cuenta del almuerzo.");

        assertThat(receipt.also()).containsExactly("nutrition");
        assertThat(acknowledgement(receipt)).contains("Trata de dos asuntos");
    }

    @Test
    void No_ready_answer_is_given_to_half_of_a_message() {
        assertThat(ask("When is the next school board meeting?").answer()).isNotNull();

        var receipt = ask("The school bus was late again this morning. Also, when is the next school board meeting?");

        assertThat(receipt.answer()).isNull();
        assertThat(file(receipt).inquiry().status).isEqualTo(Status.OPEN);
    }

    @Test
    void Each_department_finds_it_in_its_inbox_and_sees_which_part_is_its_own_and_others_do_not() {
        var receipt = ask(BUS_AND_LUNCH);
        var page = "/desk/inquiries/" + receipt.number();

        for (var department : new String[] {"transportation", "nutrition"}) {
            agent(department)
                    .get("/desk?q=" + receipt.number())
                    .then()
                    .body(containsString("Transportation + School Nutrition"));
        }
        agent("nutrition")
                .get(page)
                .then()
                .statusCode(200)
                .body(
                        containsString("This part is yours"),
                        containsString("how do I put money on her lunch account?</blockquote>"));
        agent("transportation").get(page).then().body(containsString("They answer this part"));
        agent("health").get(page).then().statusCode(404);
        given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .get("/api/inquiries?department=nutrition&q=" + receipt.number())
                .then()
                .body("inquiries.number", hasItem((int) receipt.number()), "inquiries[0].also", contains("nutrition"));
    }

    @Test
    void The_family_waits_until_both_have_answered() {
        var receipt = ask(BUS_AND_LUNCH);
        var page = "/desk/inquiries/" + receipt.number();

        answer("transportation", page, "A new driver starts tomorrow.");
        assertThat(file(receipt).inquiry().status).isEqualTo(Status.OPEN);
        agent("transportation")
                .post(page + "/resolved")
                .then()
                .statusCode(409)
                .body(containsString("has a part of this case"));
        answer("nutrition", page, "Use the meal account page.");

        var file = file(receipt);
        assertThat(file.inquiry().status).isEqualTo(Status.WAITING);
        assertThat(file.inquiry().waitingSince).isNull();
        assertThat(file.parts()).allMatch(part -> part.isDone());
        agent("nutrition")
                .get("/desk?q=" + receipt.number())
                .then()
                .body(not(containsString("School Nutrition</span>")));
        agent("transportation").post(page + "/resolved").then().statusCode(303);
    }

    @Test
    void The_second_answer_may_come_first_and_then_the_owner_still_owes_one() {
        var receipt = ask(BUS_AND_LUNCH);
        var page = "/desk/inquiries/" + receipt.number();

        answer("nutrition", page, "Use the meal account page.");
        assertThat(file(receipt).inquiry().status).isEqualTo(Status.OPEN);
        assertThat(file(receipt).inquiry().openParts).isZero();
        answer("transportation", page, "A new driver starts tomorrow.");

        assertThat(file(receipt).inquiry().status).isEqualTo(Status.WAITING);
    }

    @Test
    void A_part_that_is_for_somebody_else_is_taken_off_and_with_it_the_case() {
        var receipt = ask(BUS_AND_LUNCH);
        var page = "/desk/inquiries/" + receipt.number();

        agent("nutrition")
                .post(page + "/parts/nutrition/removed")
                .then()
                .statusCode(303)
                .header("Location", not(containsString("/inquiries/")));

        agent("nutrition").get(page).then().statusCode(404);
        agent("transportation").get(page).then().body(containsString("No part of it is for School Nutrition"));
        assertThat(file(receipt).inquiry().openParts).isZero();
        agent("health").post(page + "/parts/nutrition/settled").then().statusCode(404);
    }

    @Test
    void A_matter_that_a_person_must_judge_is_not_shown_to_one_more_department() {
        var receipt = ask("My lawyer asks why the bus was late. Also, how do I put money on her lunch account?");

        assertThat(receipt.also()).isEmpty();
    }

    @Test
    void Two_sentences_about_one_matter_have_one_department() {
        var receipt = ask("The school bus was late again this morning. Will it be on time tomorrow?");

        assertThat(receipt.also()).isEmpty();
        given().header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .get("/api/inquiries/" + receipt.number())
                .then()
                .body("parts.size()", equalTo(0));
    }

    private static void answer(String department, String page, String text) {
        agent(department)
                .formParam("text", text)
                .formParam("channel", "WEB")
                .post(page + "/replies")
                .then()
                .statusCode(303);
    }

    private String acknowledgement(Receipt receipt) {
        return file(receipt).timeline().stream()
                .filter(TimelineEntry::isReply)
                .map(TimelineEntry::text)
                .findFirst()
                .orElse("");
    }

    private Receipt ask(String text) {
        var sender = Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example");
        try {
            return VertxContextSupport.subscribeAndAwait(() ->
                    intake.receive(Inbound.of(Channel.WEB, UUID.randomUUID().toString(), sender, text)));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private CaseFile file(Receipt receipt) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> caseFiles.find(receipt.number()));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
