package org.rightdoor.channel.sms;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightdoor.TextingFamily.newSid;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;

/** After an outage that was longer than Twilio's patience. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MissedTextsTest {

    private static final String BUS = "Bus 14 is late again, my son is still waiting at the stop.";

    private final TextingFamily family = new TextingFamily();
    private final ZonedDateTime before =
            ZonedDateTime.now(ZoneOffset.UTC).minusHours(3).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void A_text_that_came_during_an_outage_is_a_case_with_the_time_at_which_it_was_sent() {
        var sid = newSid();
        TestDistrict.twilio().received.hold(sid, family.number, BUS, null, before.plusHours(1));
        lookAfterAnOutage();
        await().atMost(60, SECONDS).until(() -> held(sid) == 1);
        assertThat(one("select i.department || ' ' || (i.opened_at = '" + before.plusHours(1) + "')"
                        + " from inquiry i join contact c on c.inquiry_number = i.number where c.external_id = '" + sid
                        + "'"))
                .isEqualTo("transportation true");
    }

    @Test
    void One_that_did_come_by_itself_is_not_taken_twice_and_one_from_before_RightDoor_not_at_all() {
        var ancient = newSid();
        TestDistrict.twilio().received.hold(ancient, family.number, "An old matter", null, before.minusDays(30));
        var came = family.texts(BUS);
        TestDistrict.twilio().received.hold(came, family.number, BUS, null, before.plusHours(2));
        var last = newSid();
        TestDistrict.twilio().received.hold(last, family.number, "Still nothing?", null, before.plusMinutes(170));
        lookAfterAnOutage();
        await().atMost(60, SECONDS).until(() -> held(last) == 1);
        assertThat(held(came)).isEqualTo(1L);
        assertThat(held(ancient)).isZero();
    }

    @Test
    void Its_picture_comes_with_it_and_a_stop_is_heard() {
        var picture = "ME" + newSid().substring(2);
        TestDistrict.twilio().media.hold(picture, "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});
        TestDistrict.twilio().received.hold("MMheld", family.number, BUS, picture, before.plusHours(1));
        TestDistrict.twilio().received.hold(newSid(), family.number, "STOP", null, before.plusHours(2));
        lookAfterAnOutage();
        await().atMost(60, SECONDS).until(() -> "image/jpeg"
                .equals(one("select a.media_type from attachment a join contact c on c.id = a.contact_id"
                        + " where c.external_id = 'MMheld'")));
        await().atMost(60, SECONDS).until(() -> family.wishes().equals("OUT KEYWORD"));
    }

    private void lookAfterAnOutage() {
        await().atMost(60, SECONDS).until(() -> one("select 1 from texts_caught_up") != null);
        TestStaff.sql(
                "update texts_caught_up set up_to = cast(? as timestamptz), looked_at = now() - interval '1 hour'",
                before.toString());
    }

    private static long held(String sid) {
        return Rows.heldTexts(sid);
    }
}
