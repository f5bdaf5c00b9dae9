package org.rightdoor;

import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TextingFamily.one;

import java.util.UUID;

/** A family that nobody knows yet, with a mail address of its own, who asks on the district's page. */
public final class TestFamily {

    private TestFamily() {}

    /** The number of the case that it becomes. */
    public static long asks(String text) {
        return asks(text, "");
    }

    /** @param topic the key of what it chose on the page; empty for nothing */
    public static long asks(String text, String topic) {
        var location = browser()
                .formParam("text", text)
                .formParam("topic", topic)
                .formParam("nonce", UUID.randomUUID())
                .formParam("email", UUID.randomUUID() + "@family.example")
                .post("/")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        var token = location.replaceFirst("^.*/cases/", "").replaceFirst("\\?.*", "");
        return Long.parseLong(one("select inquiry_number from case_link where token = '" + token + "'"));
    }
}
