package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.portal.WidgetOrigins.allowed;

import java.util.List;
import org.junit.jupiter.api.Test;

class WidgetOriginsTest {

    private static final String SITE = "https://www.maple.example";

    @Test
    void Any_site_is_welcome_until_some_are_named_and_then_only_those() {
        assertThat(allowed(SITE, List.of("*"))).isEqualTo("*");
        assertThat(allowed(SITE, List.of("https://schools.maple.example", SITE)))
                .isEqualTo(SITE);
        assertThat(allowed("https://evil.example", List.of(SITE))).isNull();
        assertThat(allowed("https://www.maple.example.evil.example", List.of(SITE)))
                .isNull();
        assertThat(allowed("http://www.maple.example", List.of(SITE))).isNull();
    }

    @Test
    void What_names_no_site_comes_from_none() {
        assertThat(allowed(null, List.of("*"))).isNull();
    }
}
