package org.rightdoor.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.sql;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.people.Sender;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;
import org.rightdoor.understand.Tone;

/** A message that could be for either of two departments: its family is asked, once. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ClarifyingStoriesTest {

    @Inject
    Intake intake;

    @Inject
    CaseFiles caseFiles;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    MeterRegistry meters;

    private final String phone = "+1410" + (2_000_000 + (int) (Math.random() * 7_000_000));

    /** Reads every message but a mere number as being about either the bus or enrolling. */
    @Vetoed
    private static final class Undecided extends Reader {

        Undecided(MeterRegistry meters, CurrentKnowledge knowledge) {
            super(meters, knowledge);
        }

        @Override
        Heard read(String text, String ownLanguage, boolean chosen, Knowledge known) {
            if (text.length() < 5) return super.read(text, ownLanguage, chosen, known);
            var language = text.startsWith("Es sobre") ? "es" : "en";
            var guesses = List.of(new Guess("bus-late", 0.4), new Guess("enroll-documents", 0.35));
            return new Heard(
                    new Reading(guesses, language, Kind.QUESTION, Tone.CALM, List.of(), List.of(), 0.2, null),
                    List.of(),
                    List.of());
        }
    }

    @BeforeEach
    void nobodyCanTell() {
        QuarkusMock.installMockForType(new Undecided(meters, knowledge), Reader.class);
    }

    @Test
    void On_the_web_two_buttons_and_a_third_stand_on_the_page_and_the_one_pressed_moves_the_case() {
        var receipt = ask(Channel.WEB, Sender.ANONYMOUS, "It is about our new address, what now");
        assertThat(receipt.department()).isEqualTo("front-office");
        var page = "/cases/" + receipt.token();
        browser()
                .get(page)
                .then()
                .body(
                        containsString("What is your message about?"),
                        containsString("value=\"transportation\""),
                        containsString("value=\"enrollment\""),
                        containsString("Something else"));

        browser().formParam("about", "enrollment").post(page + "/about").then().statusCode(303);

        var inquiry = file(receipt).inquiry();
        assertThat(inquiry.department).isEqualTo("enrollment");
        assertThat(inquiry.topic).isEqualTo("enroll-documents");
        assertThat(inquiry.contacts).isEqualTo(1);
        browser()
                .get(page)
                .then()
                .body(not(containsString("What is your message about?")), containsString("Now with Enrollment"));
        agent("enrollment")
                .get("/desk/inquiries/" + receipt.number())
                .then()
                .body(containsString("Sent to Enrollment · Family"));
        // Pressed once more on another device, when nothing is asked any more and the rules have lost its topic.
        sql("update inquiry set topic = 'no-longer-known' where number = ?", receipt.number());
        browser()
                .formParam("about", "transportation")
                .post(page + "/about")
                .then()
                .statusCode(303);
        assertThat(file(receipt).inquiry().department).isEqualTo("enrollment");
    }

    @Test
    void Something_else_leaves_it_with_the_front_desk_and_is_not_asked_again() {
        var receipt = ask(Channel.WEB, Sender.ANONYMOUS, "It is about our new address, what now");
        var page = "/cases/" + receipt.token();

        browser().formParam("about", "").post(page + "/about").then().statusCode(303);

        assertThat(file(receipt).inquiry().department).isEqualTo("front-office");
        browser().get(page).then().body(not(containsString("What is your message about?")));
    }

    @Test
    void By_text_the_number_is_enough_and_is_no_contact_that_the_family_had_to_make() {
        var receipt = ask(Channel.SMS, Sender.withPhone(phone), "about our new address, what now");
        assertThat(reply(receipt)).contains("Reply 1 for Transportation, 2 for Enrollment");

        var second = ask(Channel.SMS, Sender.withPhone(phone), "2");

        assertThat(second.number()).isEqualTo(receipt.number());
        assertThat(second.department()).isEqualTo("enrollment");
        var file = file(receipt);
        assertThat(file.inquiry().contacts).isEqualTo(1);
        assertThat(file.timeline().stream().filter(TimelineEntry::isContact)).hasSize(2);
    }

    @Test
    void By_mail_the_link_leads_to_the_question_and_a_spanish_family_reads_it_in_spanish() {
        var sender = Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example");
        var receipt = ask(Channel.EMAIL, sender, "Es sobre la nueva dirección");

        assertThat(reply(receipt))
                .contains("¿se trata de Transporte o de Inscripciones?")
                .contains("/cases/" + receipt.token());
    }

    @Test
    void What_touches_the_never_answer_list_is_not_asked_about() {
        var receipt = ask(Channel.WEB, Sender.ANONYMOUS, "My lawyer will write about our new address");

        given().accept("text/html")
                .get("/cases/" + receipt.token())
                .then()
                .body(not(containsString("What is your message about?")));
    }

    @Test
    void A_robot_is_not_asked() {
        var robot = new Inbound(
                Channel.EMAIL,
                UUID.randomUUID().toString(),
                Sender.withEmail("Robot", UUID.randomUUID() + "@family.example"),
                "News",
                "About our new address, what now",
                List.of(),
                Reference.NONE,
                null,
                null,
                true,
                Instant.now());

        var receipt = await(() -> intake.receive(robot));

        assertThat(reply(receipt)).isEmpty();
        given().accept("text/html")
                .get("/cases/" + receipt.token())
                .then()
                .body(not(containsString("What is your message about?")));
    }

    private Receipt ask(Channel channel, Sender sender, String text) {
        return await(() -> intake.receive(Inbound.of(channel, UUID.randomUUID().toString(), sender, text)));
    }

    private String reply(Receipt receipt) {
        return file(receipt).timeline().stream()
                .filter(TimelineEntry::isReply)
                .map(TimelineEntry::text)
                .findFirst()
                .orElse("");
    }

    private CaseFile file(Receipt receipt) {
        return await(() -> caseFiles.find(receipt.number()));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
