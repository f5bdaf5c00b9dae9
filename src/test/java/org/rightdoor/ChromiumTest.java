package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChromiumTest {

    private static final String PALE_AND_WITHOUT_WORDS =
            """
            <!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
            <p style="color: #bbb; background: #fff">Pale</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></main></html>""";

    @Test
    void Barriers_are_found_in_the_light_and_those_of_colour_in_the_dark() {
        try (var browser = new Chromium()) {
            var page = browser.newPage();
            page.setContent(PALE_AND_WITHOUT_WORDS);
            assertThat(found(Chromium.axe(page, ColorScheme.LIGHT).analyze().getViolations()))
                    .containsExactlyInAnyOrder("color-contrast", "image-alt");
            assertThat(found(Chromium.axe(page, ColorScheme.DARK).analyze().getViolations()))
                    .containsExactly("color-contrast");
        }
    }

    private static List<String> found(List<Rule> violations) {
        return violations.stream().map(Rule::getId).toList();
    }
}
