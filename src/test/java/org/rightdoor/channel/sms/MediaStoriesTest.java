package org.rightdoor.channel.sms;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.TwilioMediaStandIn;

/** Pictures that come with a text. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MediaStoriesTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2};

    private final TextingFamily family = new TextingFamily();
    private final String first = sid();
    private final String second = sid();

    @Test
    void Every_file_of_a_text_is_in_its_case_and_no_store_sees_our_credentials() {
        media().hold(first, "image/jpeg", JPEG);
        media().hold(second, "application/pdf", "%PDF-1.4".getBytes());
        sends(first, second);
        await().atMost(20, SECONDS)
                .until(() -> files().equals("text-1.jpg image/jpeg 6, text-2.pdf application/pdf 8"));

        assertThat(casePage()).contains("[picture]", "text-1.jpg", "text-2.pdf");
        var id = one("select a.id from attachment a join contact c on c.id = a.contact_id where c.address = '"
                + family.number + "' order by a.id limit 1");
        assertThat(TestStaff.admin()
                        .get("/desk/inquiries/" + family.inquiry() + "/files/" + id)
                        .asByteArray())
                .isEqualTo(JPEG);
        assertThat(media().asked).contains(first, second).doesNotContain("credentials were given away");
    }

    @Test
    void The_same_text_three_times_brings_its_file_once() {
        media().hold(first, "image/jpeg", JPEG);
        var form = family.form("look", "NumMedia", "1", "MediaUrl0", TwilioMediaStandIn.address(first));
        for (var i = 0; i < 3; i++) family.sends(form);
        await().atMost(20, SECONDS).until(() -> !files().isEmpty());
        assertThat(files()).isEqualTo("text-1.jpg image/jpeg 6");
        assertThat(one("select count(*) from awaited_media where message_sid = '" + form.get("MessageSid") + "'"))
                .isEqualTo("1");
    }

    @Test
    void A_file_that_is_not_there_yet_is_asked_for_again() {
        sends(first);
        await().atMost(20, SECONDS).until(() -> media().asked.contains(first + " not there"));
        media().hold(first, "image/jpeg", JPEG);
        hurry(1);
        await().atMost(20, SECONDS).until(() -> files().equals("text-1.jpg image/jpeg 6"));
        assertThat(casePage()).doesNotContain("could not be fetched");
    }

    @Test
    void A_file_that_never_comes_is_said_to_be_missing_in_the_case() {
        sends(first);
        await().atMost(20, SECONDS).until(() -> media().asked.contains(first + " not there"));
        hurry(FetchesMedia.MOST_ATTEMPTS - 1);
        await().atMost(20, SECONDS)
                .until(() -> casePage().contains("could not be fetched from Twilio: Twilio answered 404."));
        assertThat(casePage()).contains("Ask the family to send it again.");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/ME1", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "::"
            })
    void A_file_that_does_not_lie_with_Twilio_is_refused_in_the_case(String address) {
        family.texts("look", "NumMedia", "1", "MediaUrl0", address);
        await().atMost(20, SECONDS).until(() -> casePage().contains("could not be fetched from Twilio"));
    }

    @Test
    void Neither_is_a_redirect_to_elsewhere_followed() {
        media().holdElsewhere(first, "https://evil.example/ME1");
        sends(first);
        await().atMost(20, SECONDS)
                .until(() -> casePage().contains("It does not lie with Twilio but at evil.example."));
    }

    @Test
    void A_program_and_a_file_that_is_too_large_are_refused_in_the_case() {
        media().hold(first, "application/x-msdownload", JPEG);
        media().hold(second, "image/jpeg", new byte[MediaDownload.LARGEST + 1]);
        sends(first, second);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(casePage())
                .contains("Files of type application/x-msdownload are not taken.", "It is larger than 16 MB."));
        assertThat(files()).isEmpty();
    }

    private void sends(String... sids) {
        var more = new ArrayList<>(List.of("NumMedia", Integer.toString(sids.length)));
        for (var i = 0; i < sids.length; i++) {
            more.add("MediaUrl" + i);
            more.add(TwilioMediaStandIn.address(sids[i]));
        }
        family.texts("look at this", more.toArray(String[]::new));
    }

    /** The next attempt comes now, after so many. */
    private void hurry(int attempts) {
        await().atMost(10, SECONDS).until(() -> "WAITING"
                .equals(one("select state from awaited_media where address like '%" + first + "'")));
        TestStaff.sql(
                "update awaited_media set next_try_at = now(), attempts = ? where address like ?",
                attempts,
                "%" + first);
    }

    private String files() {
        return one(
                "select coalesce(string_agg(a.name || ' ' || a.media_type || ' ' || a.size, ', ' order by a.name), '')"
                        + " from attachment a join contact c on c.id = a.contact_id where c.address = '" + family.number
                        + "'");
    }

    private String casePage() {
        return TestStaff.admin().get("/desk/inquiries/" + family.inquiry()).asString();
    }

    private static TwilioMediaStandIn media() {
        return TestDistrict.twilio().media;
    }

    private static String sid() {
        return "ME" + UUID.randomUUID().toString().replace("-", "");
    }
}
