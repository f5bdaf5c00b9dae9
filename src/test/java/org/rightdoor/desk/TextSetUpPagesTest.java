package org.rightdoor.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TwilioAccountStandIn;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class TextSetUpPagesTest {

    private static final String PAGE = "/desk/settings/texts";
    private static final String HERE = TestDistrict.PUBLIC_URL + "/webhooks/twilio/sms";

    private final TwilioAccountStandIn account = TestDistrict.twilio().account;

    @BeforeEach
    @AfterEach
    void setUp() {
        account.smsUrl = HERE + "#rc=5&rp=all";
        account.status = "active";
        account.type = "Full";
    }

    @Test
    void A_number_that_is_set_up_is_said_to_be_and_10DLC_is_spoken_of() {
        assertThat(page())
                .contains("sends incoming texts here, and tries again", "Twilio knows it as Maple", "10DLC")
                .doesNotContain(">Wrong<");
    }

    @Test
    void A_number_whose_texts_go_elsewhere_is_said_to_be_wrong_and_where_to() {
        account.smsUrl = "https://demo.twilio.com/welcome/sms/reply";
        assertThat(page())
                .contains(">Wrong<", "go to https://demo.twilio.com/welcome/sms/reply", HERE + "#rc=5&amp;rp=all");
    }

    @Test
    void A_number_that_gives_up_when_we_are_busy_and_one_that_is_not_ours_are_noticed() {
        account.smsUrl = HERE;
        assertThat(page()).contains("gives up when we are busy").doesNotContain(">Wrong<");
        account.smsUrl = null;
        assertThat(page()).contains(">Wrong<", "does not belong to this account");
    }

    @Test
    void A_suspended_and_a_trial_account_are_noticed() {
        account.status = "suspended";
        assertThat(page()).contains(">Wrong<", "It is suspended.").doesNotContain("sends incoming texts here");
        account.status = "active";
        account.type = "Trial";
        assertThat(page()).contains("It is a trial");
    }

    @Test
    void Only_administrators_see_it() {
        agent("transportation").get(PAGE).then().statusCode(403);
        browser().get(PAGE).then().statusCode(302).header("Location", endsWith("/login"));
    }

    private static String page() {
        return admin().get(PAGE).then().statusCode(200).extract().asString();
    }
}
