package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rightdoor.Chromium;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.people.Staff;

/** What staff read under their answer while they type is what the carriers will count. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class SegmentsInBrowserTest {

    private static final List<String> TEXTS = List.of(
            "Bus 12 is late.",
            "a".repeat(130),
            "a".repeat(500),
            "it’s “late” – sorry… ".repeat(20),
            "El autobús no pasó; mañana sí. ".repeat(4),
            "[€] ".repeat(60),
            "🚌".repeat(67),
            "man\u0303ana ".repeat(30),
            "متى تصل الحافلة؟ ".repeat(9),
            "x".repeat(152) + "€" + "x".repeat(200),
            "word ".repeat(400));

    @Test
    void The_page_counts_as_the_server_does() {
        var family = new TextingFamily();
        family.texts("when will bus 12 come, it is not here");
        try (var chromium = new Chromium()) {
            var page = chromium.newPage();
            page.navigate(TestDistrict.PUBLIC_URL + "/desk");
            page.fill("#j_username", TestStaff.hire(Staff.ADMIN));
            page.fill("#j_password", TestStaff.PASSWORD);
            page.click("main button");
            page.navigate(TestDistrict.PUBLIC_URL + "/desk/inquiries/" + family.inquiry());
            var signature = page.getAttribute("#length", "data-signature");
            assertThat(signature).contains("case #" + family.inquiry());
            for (var text : TEXTS) {
                page.fill("#text", text);
                var whole = PlainCharacters.of(text.strip()) + "\n" + signature;
                assertThat(page.getAttribute("#length", "data-count"))
                        .as(text)
                        .isEqualTo(Integer.toString(Segments.of(whole).count()));
            }
            assertThat(page.textContent("#length")).startsWith("Too long for a text");
            page.fill("#text", "a".repeat(200));
            assertThat(page.textContent("#length")).isEqualTo("As a text: 2 messages");
        }
    }
}
