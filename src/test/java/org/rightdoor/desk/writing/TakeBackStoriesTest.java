package org.rightdoor.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.people.Staff;
import org.rightdoor.reply.TakeBack;

/** An answer that was sent a moment ago. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class TakeBackStoriesTest extends WrittenCase {

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
        assertThat(number("select count(*) from promise where inquiry_number = ? and kind = 'FIRST_ANSWER'", number))
                .as("the one promise runs on: none was kept by an answer that never left")
                .isOne();
        assertThat(number(
                        "select count(*) from promise where inquiry_number = ? and kind = 'FIRST_ANSWER' and ended_at is null",
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
}
