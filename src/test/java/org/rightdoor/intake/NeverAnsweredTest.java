package org.rightdoor.intake;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.people.Sender;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.Reading.Guess;
import org.rightdoor.understand.Reading.Kind;

/** The never-answer list holds although the reading is as sure as can be, of something harmless, and the net is silent. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class NeverAnsweredTest {

    @Inject
    MeterRegistry meters;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Intake intake;

    @Inject
    Replies replies;

    @Vetoed
    private static final class SureOfLunch extends Reader {

        SureOfLunch(MeterRegistry meters, CurrentKnowledge knowledge) {
            super(meters, knowledge);
        }

        @Override
        Heard read(String text, String ownLanguage, boolean chosen, Knowledge known) {
            var lunch = new Reading(List.of(new Guess("meal-balance", 1)), "en", Kind.QUESTION, List.of("lunch"));
            return new Heard(lunch, List.of(), List.of());
        }
    }

    @BeforeEach
    void readingIsSureOfSomethingHarmless() {
        QuarkusMock.installMockForType(new SureOfLunch(meters, knowledge), Reader.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how do I add lunch money, also I want to die",
                "how do I add lunch money, my lawyer will call you",
                "how do I add lunch money, there is a custody order about her",
                "how do I add lunch money, he was suspended today",
                "cómo pongo dinero para el almuerzo, no quiere vivir"
            })
    void What_a_sure_and_wrong_reading_would_answer_is_held_back_on_the_road_out(String text) throws Throwable {
        var number = receive(text);
        var forced = Reply.to(number, new Destination(Channel.WEB, null), "You can pay on the app.", Actor.RIGHTDOOR)
                .automatically()
                .takenFrom("lunch-money", "1");
        assertThat(VertxContextSupport.subscribeAndAwait(() -> replies.queue(forced)))
                .isNull();
        assertThat(TestStaff.number(
                        "select count(*) from reply where inquiry_number = ? and answer_id is not null", number))
                .isZero();
        assertThat(TextingFamily.one("select status from inquiry where number = " + number))
                .isEqualTo("OPEN");
        assertThat(TextingFamily.one("select detail from event where kind = 'NOTED' and inquiry_number = " + number))
                .startsWith("An automatic reply was held back.");
    }

    @Test
    void What_is_harmless_goes_through_the_same_place() throws Throwable {
        var number = receive("how do I add lunch money");
        var reply = Reply.to(number, new Destination(Channel.WEB, null), "You can pay on the app.", Actor.RIGHTDOOR)
                .automatically()
                .takenFrom("lunch-money", "1");
        assertThat(VertxContextSupport.subscribeAndAwait(() -> replies.queue(reply)))
                .isNotNull();
    }

    @Test
    void Where_a_person_was_called_not_even_a_notice_leaves_by_itself() throws Throwable {
        var number = receive("how do I add lunch money");
        TestStaff.sql("update inquiry set safety = true where number = ?", number);
        var notice = Reply.to(number, new Destination(Channel.WEB, null), "How was it?", Actor.RIGHTDOOR)
                .automatically();
        assertThat(VertxContextSupport.subscribeAndAwait(() -> replies.queue(notice)))
                .isNull();
    }

    private long receive(String text) throws Throwable {
        var message = Inbound.of(
                Channel.WEB,
                UUID.randomUUID().toString(),
                new Sender("Ana Ruiz", UUID.randomUUID() + "@family.example", null, "en"),
                text);
        return VertxContextSupport.subscribeAndAwait(() -> intake.receive(message))
                .number();
    }
}
