package org.rightdoor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.people.Sender;

class InboundTest {

    @Test
    void A_mail_is_read_with_its_subject_and_an_answer_without_the_one_it_repeats() {
        assertThat(mail("Bus 14", List.of()).readable()).isEqualTo("Bus 14\nThank you!");
        assertThat(mail("Re: Bus 14", List.of()).readable()).isEqualTo("Re: Bus 14\nThank you!");
        assertThat(mail("Re: Bus 14", List.of("<rd.1@maple.example>")).readable())
                .isEqualTo("Thank you!");
        assertThat(mail("Another matter", List.of("<rd.1@maple.example>")).readable())
                .isEqualTo("Another matter\nThank you!");
    }

    private static Inbound mail(String subject, List<String> answers) {
        return new Inbound(
                Channel.EMAIL,
                "<m@home.example>",
                Sender.ANONYMOUS,
                subject,
                "Thank you!",
                List.of(),
                new Reference(null, answers, null),
                null,
                null,
                false,
                Instant.now());
    }
}
