package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TwilioAccountStandIn;
import org.rightdoor.TwilioStandIn;

class TwilioCheckTest {

    private static final String HERE = "https://ask.maple.example/webhooks/twilio/sms#rc=5&rp=all";
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.closeAndAwait();
    }

    @Test
    void A_messaging_service_with_a_verified_campaign_whose_texts_come_here_is_good() throws Exception {
        try (var twilio = TwilioStandIn.open()) {
            twilio.account.inboundUrl = HERE;
            assertThat(findings(twilio, Map.of())).allMatch(finding -> finding.state() == Finding.State.GOOD);
        }
    }

    @Test
    void One_without_a_campaign_or_whose_campaign_is_under_way_is_not() throws Exception {
        try (var twilio = TwilioStandIn.open()) {
            twilio.account.inboundUrl = HERE;
            twilio.account.campaign = null;
            assertThat(about(findings(twilio, Map.of()), "10DLC registration").state())
                    .isEqualTo(Finding.State.WRONG);
            twilio.account.campaign = "IN_PROGRESS";
            assertThat(about(findings(twilio, Map.of()), "10DLC registration").found())
                    .contains("IN_PROGRESS");
        }
    }

    @Test
    void One_that_sends_texts_nowhere_or_leaves_it_to_the_number_is_told_where_to_send_them() throws Exception {
        try (var twilio = TwilioStandIn.open()) {
            assertThat(about(findings(twilio, Map.of()), "Messaging service").remedy())
                    .contains(HERE);
            twilio.account.useInboundWebhookOnNumber = true;
            assertThat(about(findings(twilio, Map.of()), "Messaging service").remedy())
                    .contains(HERE);
        }
    }

    @Test
    void A_wrong_token_is_the_only_thing_that_is_spoken_of() throws Exception {
        try (var twilio = TwilioStandIn.open()) {
            var findings = findings(twilio, Map.of("rightdoor.twilio.auth-token", "wrong"));
            assertThat(about(findings, "Account").found()).contains("does not accept our account");
            assertThat(findings).hasSize(2);
        }
    }

    @Test
    void Without_an_account_it_says_what_to_set() throws Exception {
        try (var twilio = TwilioStandIn.open()) {
            assertThat(findings(twilio, Map.of("rightdoor.twilio.account-sid", "")))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.remedy()).contains("TWILIO_ACCOUNT_SID"));
        }
    }

    private static Finding about(List<Finding> findings, String about) {
        return findings.stream()
                .filter(finding -> finding.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> findings(TwilioStandIn twilio, Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "rightdoor.twilio.account-sid", TestDistrict.ACCOUNT_SID,
                "rightdoor.twilio.auth-token", TestDistrict.AUTH_TOKEN,
                "rightdoor.twilio.from", "",
                "rightdoor.twilio.messaging-service-sid", TwilioAccountStandIn.SERVICE,
                "rightdoor.twilio.api-base", twilio.address()));
        all.putAll(settings);
        var check = new TwilioCheck();
        check.config = SmsConfig.with(all);
        check.vertx = VERTX;
        return check.findings().await().indefinitely();
    }
}
