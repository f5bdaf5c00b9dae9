package org.rightdoor.understand;

import java.util.Map;

/**
 * How far the views can be trusted, as {@link Rehearsal} found out.
 *
 * @param blend for texts in a language of which there were too few to say
 * @param blends by language
 */
record Trust(Blend blend, Map<String, Blend> blends, Gate gate) {

    static final Trust USUAL = new Trust(Blend.USUAL, Map.of(), Gate.USUAL);

    /** For words alone. */
    static final Trust OF_WORDS = new Trust(new Blend(0, 1, 0), Map.of(), new Gate(0.9, 0, 1.2));

    Blend blend(String language) {
        return blends.getOrDefault(language, blend);
    }
}
