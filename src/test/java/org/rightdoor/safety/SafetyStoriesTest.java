package org.rightdoor.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.TwilioStandIn.Text;
import org.rightdoor.answers.Signal;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Receipt;
import org.rightdoor.people.Sender;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class SafetyStoriesTest {

    private static final String DANGER = "i want to die, nobody would even notice";

    @Inject
    Intake intake;

    @Inject
    Alerts alerts;

    @Inject
    Rotas rotas;

    @Inject
    CallTheNextPerson next;

    private final TextingFamily family = new TextingFamily();
    private final Member first = new Member("technology");
    private final Member second = new Member("finance");
    private final Member third = new Member("athletics");

    /** Somebody with a telephone who works for a department that the case is not for. */
    private static final class Member {
        final String email;
        final String phone = TestPhones.next();

        Member(String department) {
            email = TestStaff.hire("agent", department);
            sql("update staff set phone = ? where email = ?", phone, email);
        }

        long id() {
            return number("select id from staff where email = ?", email);
        }

        List<Text> texts() {
            return TestDistrict.twilio().textsTo(phone);
        }
    }

    @BeforeEach
    void peopleAreNamed() {
        run(() -> rotas.write(
                new Rota(Map.of(Rota.ALL, List.of(first.id(), second.id(), third.id())), List.of(), null, 7)));
    }

    @AfterEach
    void nobodyIsNamed() {
        sql("update alert set next_step_at = null");
        run(() -> rotas.write(new Rota(Map.of(), List.of(), null, 10)));
    }

    @Test
    void A_text_that_tells_of_danger_calls_the_first_person_and_answers_with_the_fixed_words_only() {
        family.texts(DANGER);
        var told = family.awaitText();
        assertThat(told.body()).contains("911").contains("988").contains("1-833-632-7233");
        await().atMost(Duration.ofSeconds(20)).until(() -> !first.texts().isEmpty());
        var called = first.texts().get(0).body();
        assertThat(called)
                .contains("Self-harm")
                .contains("#" + family.inquiry())
                .doesNotContain("notice")
                .contains(TestDistrict.PUBLIC_URL + "/called/");
        assertThat(second.texts()).isEmpty();
        assertThat(family.got()).hasSize(1);
        assertThat(number(
                        "select count(*) from reply where inquiry_number = ? and answer_id is not null",
                        family.inquiry()))
                .isZero();
        assertThat(one("select priority from inquiry where number = " + family.inquiry()))
                .isEqualTo("URGENT");
        assertThat(mailsTo(first.email)).contains("Safety alert");
    }

    @Test
    void At_two_at_night_the_third_person_is_called_when_the_first_two_keep_silent() {
        var night = LocalDate.now()
                .plusDays(40)
                .atTime(LocalTime.of(2, 0))
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
        var number = receive("Where is bus 14?").number();
        run(() -> alerts.raise(number, List.of(new Signal("self-harm", List.of("word"), 1)), night));
        assertThat(called(number)).isEmpty();
        callAt(night);
        assertThat(called(number)).containsExactly(first.id());
        callAt(night.plus(Duration.ofMinutes(6)));
        assertThat(called(number)).containsExactly(first.id());
        callAt(night.plus(Duration.ofMinutes(7)));
        assertThat(called(number)).containsExactly(first.id(), second.id());
        callAt(night.plus(Duration.ofMinutes(14)));
        assertThat(called(number)).containsExactly(first.id(), second.id(), third.id());
        assertThat(number(
                        "select count(*) from event where inquiry_number = ? and kind = 'ALERTED' and detail like '%was called%'",
                        number))
                .isEqualTo(3);
    }

    @Test
    void Two_replicas_that_look_at_the_same_moment_call_one_person() {
        var at = Instant.now().plus(Duration.ofDays(50));
        var number = receive("Where is bus 14?").number();
        run(() -> alerts.raise(number, List.of(new Signal("self-harm", List.of("word"), 1)), at));
        run(() -> Uni.join()
                .all(next.callAt(at), next.callAt(at), next.callAt(at))
                .andFailFast()
                .replaceWithVoid());
        assertThat(called(number)).containsExactly(first.id());
    }

    @Test
    void Whoever_is_called_says_to_have_it_without_a_log_in_sees_no_word_of_the_family_and_may_read_the_case() {
        var number = receive(DANGER).number();
        await().atMost(Duration.ofSeconds(20)).until(() -> !first.texts().isEmpty());
        var body = first.texts().get(0).body();
        var path = body.substring(body.indexOf("/called/")).split("\\s")[0];
        TestStaff.browser()
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("I have it"), not(containsString("nobody would")));
        TestStaff.browser().get(path).then().body(containsString("I have it"));
        TestStaff.browser().post(path).then().statusCode(303);
        TestStaff.browser().get(path).then().body(containsString("You have it"));
        assertThat(number("select acknowledged_by from alert where inquiry_number = ?", number))
                .isEqualTo(first.id());
        TestStaff.as(first.email)
                .get("/desk/inquiries/" + number)
                .then()
                .statusCode(200)
                .body(containsString("nobody would"));
        TestStaff.as(second.email).get("/desk/inquiries/" + number).then().statusCode(404);
        TestStaff.browser().get("/called/guessed").then().statusCode(404);
    }

    @Test
    void The_alert_is_judged_and_only_those_who_were_called_know_of_it() {
        var number = receive(DANGER).number();
        await().atMost(Duration.ofSeconds(20)).until(() -> called(number).contains(first.id()));
        var alert = number("select id from alert where inquiry_number = ?", number);
        TestStaff.as(second.email).get("/desk/alerts/" + alert).then().statusCode(404);
        var desk = TestStaff.as(first.email);
        desk.post("/desk/alerts/" + alert + "/acknowledge").then().statusCode(303);
        TestStaff.as(first.email)
                .formParam("outcome", "REAL")
                .formParam("handled", " ")
                .post("/desk/alerts/" + alert + "/outcome")
                .then()
                .statusCode(422)
                .body(containsString("how it was handled"));
        TestStaff.as(first.email)
                .formParam("outcome", "REAL")
                .formParam("handled", "Called the mother")
                .post("/desk/alerts/" + alert + "/outcome")
                .then()
                .statusCode(303);
        TestStaff.as(first.email).get("/desk/alerts").then().statusCode(200).body(containsString("Real"));
        assertThat(one("select handled from alert where id = " + alert)).isEqualTo("Called the mother");
        TestStaff.admin()
                .get("/desk/insight")
                .then()
                .statusCode(200)
                .body(containsString("How right the safety net was"), containsString("Not judged yet"));
    }

    @Test
    void A_case_the_net_missed_is_called_by_hand_and_counts_as_missed() {
        var number = receive("bus 14 is late again").number();
        TestStaff.admin()
                .formParam("category", "bullying")
                .post("/desk/inquiries/" + number + "/missed")
                .then()
                .statusCode(303);
        assertThat(number("select count(*) from alert where inquiry_number = ? and missed", number))
                .isEqualTo(1);
        assertThat(one("select safety from inquiry where number = " + number)).isEqualTo("t");
        TestStaff.admin()
                .formParam("category", "nonsense")
                .post("/desk/inquiries/" + number + "/missed")
                .then()
                .statusCode(400);
    }

    @Test
    void A_drill_goes_the_same_road_says_so_and_is_not_counted() {
        TestStaff.admin()
                .formParam("category", "self-harm")
                .post("/desk/alerts/drill")
                .then()
                .statusCode(303);
        await().atMost(Duration.ofSeconds(20)).until(() -> !first.texts().isEmpty());
        assertThat(first.texts().get(0).body()).startsWith("DRILL");
        TestStaff.as(first.email)
                .formParam("category", "self-harm")
                .post("/desk/alerts/drill")
                .then()
                .statusCode(403);
    }

    @Test
    void Where_nobody_is_named_the_desk_says_so_and_still_nothing_is_answered() {
        run(() -> rotas.write(new Rota(Map.of(), List.of(), null, 10)));
        var receipt = receive(DANGER);
        assertThat(receipt.answer()).isNull();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        TestStaff.admin().get("/desk/alerts").then().body(containsString("Safety alerts are off")));
        assertThat(number("select count(*) from alert where inquiry_number = ?", receipt.number()))
                .isEqualTo(1);
        assertThat(called(receipt.number())).isEmpty();
    }

    @Test
    void An_administrator_names_the_people_at_the_desk() {
        TestStaff.admin()
                .formParam("people-*", first.id(), second.id())
                .formParam("minutes", "5")
                .formParam("fallback", third.id())
                .formParam("oncall-staff", third.id())
                .formParam("oncall-day", "0")
                .formParam("oncall-from", "17:00")
                .formParam("oncall-to", "08:00")
                .formParam("phone-" + first.id(), "410-555-0177")
                .post("/desk/settings/safety")
                .then()
                .statusCode(303);
        TestStaff.admin()
                .get("/desk/settings/safety")
                .then()
                .statusCode(200)
                .body(containsString("Safety alerts are on"));
        assertThat(one("select phone from staff where id = " + first.id())).isEqualTo("+14105550177");
        assertThat(number("select count(*) from on_call where staff_id = ?", third.id()))
                .isEqualTo(7);
        TestStaff.admin()
                .formParam("minutes", "0")
                .post("/desk/settings/safety")
                .then()
                .statusCode(422);
        TestStaff.as(first.email).get("/desk/settings/safety").then().statusCode(403);
    }

    @Test
    void A_later_message_of_a_quiet_case_calls_too_and_the_case_never_asks_how_it_was() {
        family.texts("bus 14 is late again, my son is still waiting at the stop");
        family.texts(DANGER);
        assertThat(number("select count(*) from alert where inquiry_number = ?", family.inquiry()))
                .isEqualTo(1);
        assertThat(one("select safety from inquiry where number = " + family.inquiry()))
                .isEqualTo("t");
    }

    private Receipt receive(String text) {
        return run(() -> intake.receive(Inbound.of(
                Channel.WEB,
                UUID.randomUUID().toString(),
                new Sender("Ana Ruiz", UUID.randomUUID() + "@family.example", null, "en"),
                text)));
    }

    private void callAt(Instant now) {
        run(() -> next.callAt(now));
    }

    /** Ids of those called to this case, in order. */
    private static List<Long> called(long inquiry) {
        var ids = one("select string_agg(staff_id::text, ',' order by id) from alert_notice n where channel = 'EMAIL'"
                + " and alert_id in (select id from alert where inquiry_number = " + inquiry + ")");
        return ids == null
                ? List.of()
                : List.of(ids.split(",")).stream().map(Long::valueOf).toList();
    }

    private static String mailsTo(String address) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestDistrict.mailServer().getReceivedMessagesForDomain(address).length > 0);
        try {
            return TestDistrict.mailServer()
                    .getReceivedMessagesForDomain(address)[0]
                    .getSubject();
        } catch (jakarta.mail.MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
