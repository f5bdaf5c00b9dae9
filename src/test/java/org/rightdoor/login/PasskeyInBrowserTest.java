package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.rightdoor.Chromium;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.people.Staff;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class PasskeyInBrowserTest {

    /** With Chromium's own virtual authenticator, which signs as a telephone does. */
    @Test
    void A_passkey_is_added_and_logs_in_without_a_password_and_a_removed_one_does_not() {
        var email = TestStaff.hire(Staff.ADMIN);
        try (var chromium = new Chromium()) {
            var page = chromium.newPage();
            page.setDefaultTimeout(15_000);
            addAuthenticator(page);
            page.navigate(TestDistrict.PUBLIC_URL + "/login");
            page.fill("#j_username", email);
            page.fill("#j_password", TestStaff.PASSWORD);
            page.click("text=Log in >> visible=true");
            page.waitForURL("**/desk");
            page.navigate(TestDistrict.PUBLIC_URL + "/account/passkey");
            page.fill("#name", "My telephone");
            page.click("form[data-passkey] button");
            page.waitForURL("**/account?done=passkey");
            assertThat(page.textContent("main")).contains("My telephone");

            logInWithPasskey(page);
            page.waitForURL("**/desk");

            // The password alone is not enough any more.
            page.context().clearCookies();
            page.navigate(TestDistrict.PUBLIC_URL + "/login");
            page.fill("#j_username", email);
            page.fill("#j_password", TestStaff.PASSWORD);
            page.click("form[action='/j_security_check'] button");
            page.waitForURL("**/login/second");
            page.click("form[data-passkey] button");
            page.waitForURL("**/desk");

            TestStaff.sql("delete from passkey where staff_id = (select id from staff where email = ?)", email);
            logInWithPasskey(page);
            page.waitForURL("**/login?passkey=unknown");
        }
    }

    private static void logInWithPasskey(Page page) {
        page.context().clearCookies();
        page.navigate(TestDistrict.PUBLIC_URL + "/login");
        page.click("form[data-passkey] button");
    }

    private static void addAuthenticator(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}
