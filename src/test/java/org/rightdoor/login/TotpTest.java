package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The key of RFC 6238, appendix B. */
    private static final Totp RFC = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void Codes_are_those_of_the_RFC(long second, String code) {
        assertThat(RFC.at(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void A_clock_may_be_one_step_off_and_not_two() {
        var now = Instant.ofEpochSecond(1_700_000_000);
        assertThat(RFC.step(RFC.at(now.minusSeconds(30)), now, 0)).isPresent();
        assertThat(RFC.step(RFC.at(now.plusSeconds(30)), now, 0)).isPresent();
        assertThat(RFC.step(RFC.at(now.minusSeconds(60)), now, 0)).isEmpty();
        assertThat(RFC.step(RFC.at(now.plusSeconds(60)), now, 0)).isEmpty();
    }

    @Test
    void A_code_works_once_and_may_hold_a_space() {
        var now = Instant.ofEpochSecond(1_700_000_000);
        var code = RFC.at(now);
        var used = RFC.step(code.substring(0, 3) + " " + code.substring(3), now, 0);
        assertThat(used).isPresent();
        assertThat(RFC.step(code, now, used.getAsLong())).isEmpty();
        assertThat(RFC.step(null, now, 0)).isEmpty();
    }

    @Test
    void Apps_read_the_key_in_base_32() {
        assertThat(RFC.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(RFC.address("Maple & Oak Schools", "kim@maple.example").toString())
                .isEqualTo("otpauth://totp/Maple%20%26%20Oak%20Schools:kim%40maple.example"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Maple%20%26%20Oak%20Schools");
    }
}
