package org.rightdoor.desk.inquiry;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.session;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.OpenStream;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** Two families' cases that became one are found, filtered, heard of and called about as one. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MergedCasesAreFoundTest {

    private static final String SEEN =
            """
            select count(*) from case_view where inquiry_number = ? and road = 'PAGE'
                and staff_id = (select id from staff where email = ?)""";

    private final String dana = hire(Staff.AGENT, "transportation");
    private final String phone = TestPhones.next();
    private final String word = "zeb" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ra";
    private final String name = "Quim" + word;

    @TestHTTPResource("/desk/events")
    String events;

    @Inject
    Intake intake;

    private long web;
    private long text;
    private String undo;

    @BeforeEach
    void a_parent_texts_about_what_the_other_asked_on_the_web() {
        web = ask(Channel.WEB, Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example"), "bus 14 is late");
        text = ask(Channel.SMS, new Sender(name, null, phone, null), "bus 14 did not come, at the stop of the " + word);
        undo = "/desk/deeds/"
                + as(dana).formParam("typed", text)
                        .post("/desk/inquiries/" + web + "/merged")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")
                        .replaceAll(".*&undo=", "")
                + "/undone";
    }

    @Test
    void Words_and_names_of_either_family_find_the_case_until_it_is_taken_apart() {
        var row = "data-number=\"" + web + "\"";
        search(word).body(containsString(row), containsString("<mark>" + word + "</mark>"));
        search(name).body(containsString(row));

        ask(Channel.SMS, Sender.withPhone(phone), "still nothing, says the other" + word);
        search("other" + word).body(containsString(row));

        as(dana).post(undo).then().statusCode(303);
        search(word).body(not(containsString(row)), containsString("data-number=\"" + text + "\""));
        search("other" + word).body(not(containsString(row)), containsString("data-number=\"" + text + "\""));
    }

    @Test
    void It_is_in_the_lists_of_all_channels_that_were_used() {
        as(dana).post("/desk/inquiries/" + web + "/taken").then().statusCode(303);
        var row = "data-number=\"" + web + "\"";
        as(dana).get("/desk?assignee=me&channel=sms").then().body(containsString(row));
        as(dana).get("/desk?assignee=me&channel=web").then().body(containsString(row));
        as(dana).get("/desk?assignee=me&channel=email").then().body(not(containsString(row)));
    }

    @Test
    void Who_has_it_open_hears_of_what_the_merged_family_writes() throws Exception {
        try (var page = OpenStream.open(events + "?case=" + web, session(dana))) {
            ask(Channel.SMS, Sender.withPhone(phone), "it is raining");
            await().atMost(ofSeconds(10))
                    .pollInterval(ofMillis(20))
                    .until(() -> page.has("cases", data -> data.contains("CONTACT")));
        }
    }

    @Test
    void Whoever_works_on_it_is_told_that_the_merged_family_wrote() {
        as(dana).formParam("way", "BROWSER")
                .formParam("kind", "FAMILY_REPLIED")
                .post("/desk/me/notices")
                .then()
                .statusCode(303);
        as(dana).post("/desk/inquiries/" + web + "/taken").then().statusCode(303);
        var since = System.currentTimeMillis();
        ask(Channel.SMS, Sender.withPhone(phone), "This is urgent, he stands in the rain");
        // Outside open hours only what is urgent is told.
        sql("update inquiry set priority = 'URGENT' where number = ?", web);
        as(dana).accept("application/json")
                .get("/desk/me/notices?since=" + since)
                .then()
                .body(containsString("/desk/inquiries/" + web));
    }

    @Test
    void A_call_of_the_merged_family_is_about_its_own_case_while_the_other_is_open() {
        callers(phone).body(containsString("#" + text));
        as(dana).post("/desk/inquiries/" + web + "/resolved").then().statusCode(303);
        callers(phone).body(not(containsString("#" + text)));
    }

    @Test
    void Whoever_opens_it_has_seen_what_the_merged_family_wrote_and_stands_in_the_view_log_of_both() {
        as(dana).get("/desk/inquiries/" + web).then().statusCode(200);
        await().atMost(ofSeconds(20)).until(() -> number(SEEN, web, dana) == 1 && number(SEEN, text, dana) == 1);
    }

    @Test
    void Who_calls_a_person_to_a_merged_case_calls_them_to_the_one_that_is_worked_on() {
        as(dana).formParam("category", "bullying")
                .post("/desk/inquiries/" + text + "/missed")
                .then()
                .statusCode(303);
        assertThat(number("select count(*) from inquiry where number in (?, ?) and safety", text, web))
                .isEqualTo(2);
    }

    private ValidatableResponse callers(String sought) {
        return as(dana).formParam("sought", sought)
                .post("/desk/calls/people")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse search(String wanted) {
        return as(dana).queryParam("q", wanted)
                .queryParam("view", "all")
                .get("/desk")
                .then()
                .statusCode(200);
    }

    private long ask(Channel channel, Sender sender, String said) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(new Inbound(
                            channel,
                            UUID.randomUUID().toString(),
                            sender,
                            null,
                            said,
                            List.of(),
                            Reference.NONE,
                            null,
                            null,
                            false,
                            Instant.now())))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
