package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.routing.Colour;
import org.rightdoor.routing.Look;

class PaletteTest {

    private static final Colour INK = Colour.of("#26221b");
    private static final Colour DARK_INK = Colour.of("#eee8dc");

    @ParameterizedTest
    @ValueSource(strings = {"#1f6b58", "#7a1f2b", "#003366", "#000000", "#5b2a86", "#0b6e4f", "#a33b00", "#6d6d6d"})
    void Whatever_the_accent_everything_written_in_it_or_on_it_can_be_read(String accent) {
        var look = new Look(Colour.of(accent), Optional.empty());
        var light = Palette.light(look);
        readable(light.accent(), Look.PAPER);
        readable(light.accent(), Look.SHEET);
        readable(light.onAccent(), light.accent());
        readable(light.onAccent(), light.deep());
        readable(light.deep(), light.soft());
        readable(INK, light.soft());
        var dark = Palette.dark(look);
        readable(dark.accent(), Look.DARK_PAPER);
        readable(dark.accent(), Look.DARK_SHEET);
        readable(dark.onAccent(), dark.accent());
        readable(dark.onAccent(), dark.deep());
        readable(dark.deep(), dark.soft());
        readable(DARK_INK, dark.soft());
    }

    private static void readable(Colour text, Colour ground) {
        assertThat(text.contrast(ground))
                .as("%s on %s", text.hex(), ground.hex())
                .isGreaterThanOrEqualTo(4.5);
    }
}
