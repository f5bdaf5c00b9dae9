package org.rightdoor.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningTest {

    /** The example of https://github.com/standard-webhooks/standard-webhooks, as its libraries test it. */
    @Test
    void A_message_is_signed_as_the_standard_says() {
        var key = new SigningKey(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(key.written()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void Waits_grow_for_two_days_and_then_it_is_given_up() {
        var waits = IntStream.rangeClosed(1, 8)
                .mapToObj(attempt -> Waits.after(attempt, 0).orElseThrow())
                .toList();
        assertThat(waits).isSorted();
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofDays(2));
        assertThat(Waits.after(1, 1).orElseThrow()).isEqualTo(Duration.ofMillis(5500));
        assertThat(Waits.after(9, 0)).isEmpty();
    }
}
