package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.channel.sms.DeliveryReport.Outcome;

class DeliveryReportTest {

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "scheduled", "queued", "sending", "sent", "receiving", "something-new", ""})
    void A_text_that_is_on_its_way_has_no_outcome_yet(String status) {
        assertThat(report("MessageSid=SM1&MessageStatus=" + status).outcome()).isEqualTo(Outcome.ON_ITS_WAY);
    }

    @Test
    void A_delivered_or_read_text_has_arrived() {
        assertThat(report("MessageSid=SM1&MessageStatus=delivered").outcome()).isEqualTo(Outcome.ARRIVED);
        assertThat(report("MessageSid=SM1&MessageStatus=read").outcome()).isEqualTo(Outcome.ARRIVED);
    }

    @Test
    void A_lost_text_says_why_and_what_staff_can_do() {
        assertThat(report("MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30006")
                        .why())
                .isEqualTo("This is a landline, or its carrier takes no texts (30006). Call it.");
        assertThat(report("MessageSid=SM1&MessageStatus=failed&ErrorCode=39999").why())
                .isEqualTo("Twilio could not deliver the text (39999). Call the family.");
        assertThat(report("MessageSid=SM1&MessageStatus=failed").why())
                .isEqualTo("Twilio could not deliver the text. Call the family.");
    }

    @Test
    void A_text_that_a_family_had_opted_out_of_says_so_and_others_do_not() {
        assertThat(report("MessageSid=SM1&MessageStatus=failed&ErrorCode=21610").optedOut())
                .isTrue();
        assertThat(report("MessageSid=SM1&MessageStatus=failed&ErrorCode=30003").optedOut())
                .isFalse();
    }

    private static DeliveryReport report(String form) {
        return DeliveryReport.of(TwilioForm.parse(form), null);
    }
}
