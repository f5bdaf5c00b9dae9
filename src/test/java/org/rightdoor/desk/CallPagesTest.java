package org.rightdoor.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Status;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** A call or a visit, from the desk's form to the case. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class CallPagesTest {

    private static final String BUS = "bus 14 is late again, my son is still waiting at the stop";

    @Inject
    Intake intake;

    @Inject
    CaseFiles caseFiles;

    private final String phone = TestPhones.next();
    private final String name = "Zoé " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "quist";

    @Test
    void Somebody_new_who_rings_is_one_case_with_one_contact_and_nothing_is_sent() {
        var file = file(take(newcomer(BUS).formParam("name", name).formParam("phone", phone)));
        assertThat(file.inquiry().department).isEqualTo("transportation");
        assertThat(file.inquiry().contacts).isEqualTo(1);
        assertThat(file.inquiry().status).isEqualTo(Status.OPEN);
        assertThat(file.person().name).isEqualTo(name);
        assertThat(file.timeline())
                .filteredOn(entry -> entry.isContact())
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.channel()).isEqualTo(Channel.PHONE);
                    assertThat(contact.text()).isEqualTo(BUS);
                    assertThat(contact.address()).isEqualTo(phone);
                });
        assertThat(file.timeline()).noneMatch(entry -> entry.isReply());
        assertThat(file.timeline())
                .anyMatch(entry -> entry.kind().equals("WRITTEN_DOWN")
                        && entry.text().equals("Call")
                        && entry.who().startsWith("Robin of"));
    }

    @Test
    void The_person_is_found_by_name_without_accents_and_their_case_goes_on_even_after_an_unlike_text() {
        var number = write(BUS);
        var found = agent("transportation")
                .formParam("sought", name.replace("é", "e").toUpperCase())
                .post("/desk/calls/people")
                .then()
                .statusCode(200)
                .body(containsString(name), containsString("continues Case #" + number), not(containsString(phone)))
                .extract()
                .asString();
        assertThat(found).contains("case:" + number).doesNotContain("<html");
        assertThat(take(call("what is for lunch tomorrow").formParam("whom", "case:" + number)))
                .isEqualTo(number);
        assertThat(file(number).inquiry().contacts).isEqualTo(2);
        assertThat(file(number).inquiry().department).isEqualTo("transportation");
    }

    @Test
    void A_new_matter_of_somebody_known_is_never_put_to_an_old_case_by_guess() {
        var number = write(BUS);
        var person = file(number).person().id;
        var other = take(call("bus 14 was late again today").formParam("whom", "person:" + person));
        assertThat(other).isNotEqualTo(number);
        assertThat(file(other).person().id).isEqualTo(person);
    }

    @Test
    void Who_may_not_read_a_case_can_still_put_a_call_to_it_and_learns_no_more_than_its_number_and_place() {
        var number = write(BUS);
        var nutrition = TestStaff.hire(Staff.AGENT, "nutrition");
        as(nutrition)
                .formParam("sought", phone)
                .post("/desk/calls/people")
                .then()
                .body(
                        containsString("case:" + number),
                        containsString("Transportation"),
                        not(containsString("bus 14")));
        as(nutrition).get("/desk/calls/new?done=" + number).then().body(not(containsString("Written down: ")));
        as(nutrition)
                .formParam("whom", "case:" + number)
                .formParam("text", "She asks again.")
                .post("/desk/calls")
                .then()
                .statusCode(303);
        as(nutrition)
                .get("/desk/calls/new?done=" + number)
                .then()
                .body(containsString("Written down: Case #" + number), containsString("with Transportation"));
        as(nutrition).get("/desk/inquiries/" + number).then().statusCode(404);
    }

    @Test
    void What_is_solved_right_away_is_resolved_and_counts_once() {
        var file = file(take(newcomer(BUS).formParam("settled", "true").formParam("how", "visit")));
        assertThat(file.inquiry().status).isEqualTo(Status.RESOLVED);
        assertThat(file.inquiry().contacts).isEqualTo(1);
        assertThat(file.timeline()).anyMatch(entry -> entry.text().equals("Visit"));
    }

    @Test
    void A_confirmation_goes_out_when_it_is_ticked_in_the_familys_language() {
        var number = write("¿Por qué el autobús 14 llegó tarde otra vez esta mañana?");
        var person = file(number).person().id;
        var file = file(take(call("Where is the stop of bus 14?")
                .formParam("whom", "person:" + person)
                .formParam("confirmBy", "SMS")));
        assertThat(file.timeline())
                .filteredOn(entry -> entry.isReply())
                .singleElement()
                .satisfies(reply -> {
                    assertThat(reply.channel()).isEqualTo(Channel.SMS);
                    assertThat(reply.address()).isEqualTo(phone);
                    assertThat(reply.text()).contains("Anotamos").contains("/cases/" + file.token());
                });
    }

    @Test
    void A_confirmation_that_cannot_arrive_is_said_before_anything_is_kept() {
        newcomer(BUS)
                .formParam("name", name)
                .formParam("confirmBy", "EMAIL")
                .post("/desk/calls")
                .then()
                .statusCode(422)
                .body(containsString("give an e-mail address first"), containsString(BUS + "</textarea>"));
        assertThat(count("select count(*) from person where name = '" + name + "'"))
                .isZero();
    }

    @Test
    void The_words_decide_where_it_goes_unless_staff_know_better() {
        assertThat(file(take(newcomer(BUS).formParam("place", "department:safety")))
                        .inquiry())
                .satisfies(inquiry -> {
                    assertThat(inquiry.department).isEqualTo("safety");
                    assertThat(inquiry.topic).isNull();
                    assertThat(inquiry.because[0]).contains("chose the department");
                });
        assertThat(file(take(newcomer(BUS).formParam("place", "topic:meal-menu")))
                        .inquiry()
                        .topic)
                .isEqualTo("meal-menu");
    }

    @Test
    void Topic_and_department_are_suggested_from_the_words() {
        agent("records")
                .formParam("text", BUS)
                .post("/desk/calls/suggestion")
                .then()
                .statusCode(200)
                .body(
                        containsString("<strong>Transportation</strong>"),
                        containsString(" sure ("),
                        not(containsString("<html")));
        agent("records")
                .formParam("text", " ")
                .post("/desk/calls/suggestion")
                .then()
                .body(not(containsString("Goes to")));
    }

    @Test
    void Without_JavaScript_a_button_finds_the_person_and_says_where_it_goes() {
        var number = write(BUS);
        newcomer(BUS)
                .formParam("sought", phone)
                .formParam("place", "topic:bus-late")
                .formParam("settled", "true")
                .formParam("at", "2026-09-01T08:30")
                .post("/desk/calls/new")
                .then()
                .statusCode(200)
                .body(
                        containsString("value=\"case:" + number + "\""),
                        containsString("<strong>Transportation</strong>"),
                        containsString(BUS + "</textarea>"),
                        containsString("value=\"topic:bus-late\" selected"),
                        containsString("value=\"true\" checked"),
                        containsString("value=\"2026-09-01T08:30\""));
    }

    @Test
    void What_was_typed_and_chosen_survives_an_error() {
        var number = write(BUS);
        agent("transportation")
                .formParam("sought", "somebody else")
                .formParam("whom", "case:" + number)
                .formParam("text", "")
                .formParam("spokeFor", "his <b>grandmother</b>")
                .formParam("confirmBy", "SMS")
                .post("/desk/calls")
                .then()
                .statusCode(422)
                .body(
                        containsString("Write down what it was about."),
                        containsString("value=\"case:" + number + "\" checked"),
                        containsString("his &lt;b&gt;grandmother"),
                        containsString("value=\"SMS\" checked"));
        call(BUS)
                .formParam("whom", "case:999999999")
                .post("/desk/calls")
                .then()
                .statusCode(422)
                .body(containsString("not on record"), containsString(BUS));
    }

    @Test
    void The_same_form_sent_twice_is_one_contact() {
        var nonce = UUID.randomUUID().toString();
        var number = take(newcomer(BUS).formParam("phone", phone).formParam("nonce", nonce));
        assertThat(take(newcomer(BUS).formParam("phone", phone).formParam("nonce", nonce)))
                .isEqualTo(number);
        assertThat(file(number).inquiry().contacts).isEqualTo(1);
    }

    @Test
    void The_form_is_in_the_bar_above_every_page_and_closed_to_strangers() {
        agent("records").get("/desk").then().body(containsString("href=\"/desk/calls/new\""));
        for (var path :
                new String[] {"/desk/calls", "/desk/calls/new", "/desk/calls/people", "/desk/calls/suggestion"}) {
            browser().formParam("sought", name).post(path).then().statusCode(302);
        }
    }

    private RequestSpecification call(String text) {
        return agent("transportation").formParam("text", text);
    }

    private RequestSpecification newcomer(String text) {
        return call(text).formParam("whom", "new");
    }

    private long take(RequestSpecification filled) {
        var location =
                filled.post("/desk/calls").then().statusCode(303).extract().header("Location");
        return Long.parseLong(location.substring(location.indexOf("done=") + 5));
    }

    private long write(String text) {
        return await(intake.receive(Inbound.of(
                        Channel.SMS, UUID.randomUUID().toString(), new Sender(name, null, phone, null), text)))
                .number();
    }

    private CaseFile file(long number) {
        return await(caseFiles.find(number));
    }

    private static <T> T await(io.smallrye.mutiny.Uni<T> uni) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> uni);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long count(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
