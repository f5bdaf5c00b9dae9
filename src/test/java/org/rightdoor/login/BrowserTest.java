package org.rightdoor.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "2001:db8:12:34:5678:9abc:def0:1234, 2001:db8:12:34::/64",
        "2001:db8::1, 2001:db8::/64"
    })
    void A_household_of_IPv6_is_one_network(String address, String network) {
        assertThat(Browser.network(address)).isEqualTo(network);
    }

    @Test
    void A_browser_is_named_as_people_name_it() {
        assertThat(Browser.device("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari on an iPhone");
        assertThat(Browser.device("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/124.0 Safari/537.36 Edg/124.0"))
                .isEqualTo("Edge on Windows");
        assertThat(Browser.device(null)).isEqualTo("A program");
        assertThat(Browser.device("<img src=x>")).isEqualTo("A browser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/desk//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/",
                "/deskx",
                "/desk\r\nSet-Cookie:a=b",
                "javascript:alert(1)"
            })
    void After_the_log_in_nobody_is_led_elsewhere(String path) {
        assertThat(Cookies.isOurs(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/inquiries/12?done=known", "/account"})
    void After_the_log_in_the_wanted_page_comes(String path) {
        assertThat(Cookies.isOurs(path)).isTrue();
    }
}
