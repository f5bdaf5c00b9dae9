package org.rightdoor.portal;

import static org.rightdoor.TestStaff.browser;

import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;

/** The browser in which a family opened its case. */
public final class OwnBrowser {

    private OwnBrowser() {}

    public static RequestSpecification of(String token) {
        var cookie = Arc.container().instance(Devices.class).get().trust(token);
        return browser().cookie(cookie.getName(), cookie.getValue());
    }

    /** What it sends as its header of that name. */
    public static String cookie(String token) {
        var cookie = Arc.container().instance(Devices.class).get().trust(token);
        return cookie.getName() + "=" + cookie.getValue();
    }
}
