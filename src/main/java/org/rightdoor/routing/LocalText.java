package org.rightdoor.routing;

import java.util.Map;

/** A text in several languages, keyed by two-letter code (ISO 639-1); English is always there. */
public record LocalText(Map<String, String> byLanguage) {

    /** The text in that language, or in English where it is missing. */
    public String in(String language) {
        return byLanguage.getOrDefault(language, byLanguage.get("en"));
    }
}
