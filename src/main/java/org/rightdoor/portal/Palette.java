package org.rightdoor.portal;

import static org.rightdoor.routing.Look.DARK_PAPER;
import static org.rightdoor.routing.Look.DARK_SHEET;
import static org.rightdoor.routing.Look.READABLE;

import org.rightdoor.routing.Colour;
import org.rightdoor.routing.Look;

/** All that follows from a district's accent colour, as custom properties that win over those of tokens.css. */
record Palette(Colour accent, Colour deep, Colour soft, Colour onAccent) {

    /** As far from its ground as the rest of the ink in the dark. */
    private static final double CLEAR_IN_THE_DARK = 7;

    static Palette light(Look look) {
        var accent = look.accent();
        var soft = accent.mixed(Look.SHEET, 0.87);
        var deep = accent.mixed(Colour.BLACK, 0.22).towards(Colour.BLACK, READABLE, soft);
        return new Palette(accent, deep, soft, Colour.WHITE);
    }

    static Palette dark(Look look) {
        var accent = look.accent().towards(Colour.WHITE, CLEAR_IN_THE_DARK, DARK_PAPER, DARK_SHEET);
        var soft = DARK_PAPER.mixed(look.accent(), 0.3);
        var deep = accent.mixed(Colour.WHITE, 0.3).towards(Colour.WHITE, READABLE, soft);
        var onAccent = look.accent().mixed(Colour.BLACK, 0.7).towards(Colour.BLACK, READABLE, accent);
        return new Palette(accent, deep, soft, onAccent);
    }

    static String css(Look look) {
        return "@layer tokens{:root{" + light(look).properties()
                + "}@media screen and (prefers-color-scheme: dark){:root{"
                + dark(look).properties() + "}}}";
    }

    /** The same for the box on other sites, which has a style of its own. */
    static String widget(Look look) {
        return ".door{" + light(look).properties() + "}@media (prefers-color-scheme: dark){.door{"
                + dark(look).properties() + "}}";
    }

    private String properties() {
        return "--accent:%s;--accent-deep:%s;--accent-soft:%s;--on-accent:%s"
                .formatted(accent.hex(), deep.hex(), soft.hex(), onAccent.hex());
    }
}
