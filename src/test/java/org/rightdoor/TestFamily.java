package org.rightdoor;

import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TextingFamily.one;

import java.util.UUID;

/** A family with a mail address of its own, which nobody knows yet unless it is named, who asks on the district's page. */
public final class TestFamily {

    private TestFamily() {}

    /** The number of the case that it becomes. */
    public static long asks(String text) {
        return asks(text, "");
    }

    /** @param topic the key of what it chose on the page; empty for nothing */
    public static long asks(String text, String topic) {
        return asks(text, topic, UUID.randomUUID() + "@family.example");
    }

    /** @param email where it reads its mail: the same family again, or another one */
    public static long asks(String text, String topic, String email) {
        var location = browser()
                .formParam("text", text)
                .formParam("topic", topic)
                .formParam("nonce", UUID.randomUUID())
                .formParam("email", email)
                .post("/")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        var token = location.replaceFirst("^.*/cases/", "").replaceFirst("\\?.*", "");
        return Long.parseLong(one("select inquiry_number from case_link where token = '" + token + "'"));
    }
}
