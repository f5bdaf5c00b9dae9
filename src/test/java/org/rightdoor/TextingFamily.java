package org.rightdoor;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rightdoor.TwilioStandIn.Text;

/** A family with a telephone of its own, whose texts come in as Twilio delivers them. */
public final class TextingFamily {

    public final String number = TestPhones.next();

    public static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Texts the district and gives the name of the message; it is stored when this returns. */
    public String texts(String body, String... more) {
        var form = form(body, more);
        sends(form);
        return form.get("MessageSid");
    }

    /** As Twilio does: a district that is busy is tried again. */
    public void sends(Map<String, String> form) {
        var url = TestDistrict.PUBLIC_URL + "/webhooks/twilio/sms";
        await().atMost(Duration.ofSeconds(20)).until(() -> TestDistrict.twilio().post(url, form) == 200);
    }

    /** What Twilio posts; {@code more} are names and values in turn. */
    public Map<String, String> form(String body, String... more) {
        var form = new HashMap<>(Map.of(
                "MessageSid",
                newSid(),
                "AccountSid",
                TestDistrict.ACCOUNT_SID,
                "From",
                number,
                "To",
                TestDistrict.PHONE,
                "NumMedia",
                "0",
                "Body",
                body));
        for (var i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
        return form;
    }

    /** What it got from the district, oldest first. */
    public List<Text> got() {
        return TestDistrict.twilio().textsTo(number);
    }

    public Text awaitText() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !got().isEmpty());
        return got().get(got().size() - 1);
    }

    public int report(Text text, String status, Integer error) throws IOException, InterruptedException {
        return TestDistrict.twilio().report(text, status, error);
    }

    /** Number of the case that holds the latest text. */
    public long inquiry() {
        return Long.parseLong(one("select max(inquiry_number) from contact where address = '" + number + "'"));
    }

    /** A reply to the latest case is put on its way; the result is its id. */
    public long isAnswered(String text) {
        return isAnswered(text, "QUEUED", "now()");
    }

    /** A reply in that state; {@code since} is an SQL expression of when it was written and claimed. */
    public long isAnswered(String text, String state, String since) {
        return Long.parseLong(one(
                """
                        insert into reply (inquiry_number, channel, address, text, automatic, author, state, created_at,
                                           next_try_at, claimed_at, attempts)
                        values (%d, 'SMS', '%s', '%s', true, 'RightDoor', '%s', %5$s, now(), %5$s, 1) returning id"""
                        .formatted(inquiry(), number, text, state, since)));
    }

    /** What the latest reply has come to. */
    public String replyState() {
        return one("select state from reply where channel = 'SMS' and address = '" + number
                + "' order by id desc limit 1");
    }

    public String replyError() {
        return one("select coalesce(error, '') from reply where channel = 'SMS' and address = '" + number
                + "' order by id desc limit 1");
    }

    /** All wishes in the ledger, oldest first, such as {@code OUT KEYWORD}. */
    public String wishes() {
        return one(
                "select coalesce(string_agg(wish || ' ' || source, ', ' order by id), '') from consent where address = '"
                        + number + "'");
    }

    /** The first value of the first row. */
    public static String one(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
