package org.rightdoor.reply;

import static io.restassured.RestAssured.when;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class QueueIsMeasuredTest {

    @Test
    void A_queue_that_grows_is_seen_in_the_metrics() {
        var family = new TextingFamily();
        family.texts("Bus 14 is late again, my son is still waiting at the stop.");
        assertThat(metric("rightdoor_replies_waiting{channel=\"SMS\"}")).isNotNull();
        for (var i = 0; i < 7; i++) {
            TestStaff.sql(
                    """
                    insert into reply (inquiry_number, channel, address, text, automatic, author, state, created_at,
                                       next_try_at)
                    values (?, 'EMAIL', 'ana@home.example', 'later', true, 'RightDoor', 'QUEUED',
                            now() - interval '3 hours', now() + interval '1 day')""",
                    family.inquiry());
        }
        await().atMost(30, SECONDS).until(() -> waiting() >= 7 && waiting() == queued());
        assertThat(metric("rightdoor_replies_oldest_seconds{channel=\"EMAIL\"}"))
                .isGreaterThanOrEqualTo(10_800);

        TestStaff.sql(
                "update reply set state = 'FAILED' where text = 'later' and inquiry_number = ?", family.inquiry());
        await().atMost(30, SECONDS).until(() -> waiting() == queued());
    }

    private static double waiting() {
        return metric("rightdoor_replies_waiting{channel=\"EMAIL\"}");
    }

    private static double queued() {
        return Double.parseDouble(one("select count(*) from reply where state = 'QUEUED' and channel = 'EMAIL'"));
    }

    private static Double metric(String name) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
                .matcher(when().get("/q/metrics").asString());
        return line.find() ? Double.valueOf(line.group(1)) : null;
    }
}
