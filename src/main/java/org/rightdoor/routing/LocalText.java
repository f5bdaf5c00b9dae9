package org.rightdoor.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A text in several languages, keyed by two-letter code (ISO 639-1); English is always there.
 *
 * @param unreviewed languages into which a machine translated it and nobody of the district has read it yet
 */
public record LocalText(Map<String, String> byLanguage, Set<String> unreviewed) {

    private static final String FALLBACK = "en";

    public LocalText(Map<String, String> byLanguage) {
        this(byLanguage, Set.of());
    }

    /** The text in that language, or in English where it is missing. */
    public String in(String language) {
        return byLanguage.getOrDefault(language, byLanguage.get(FALLBACK));
    }

    /** The language that {@link #in} really speaks. */
    public String spoken(String language) {
        return byLanguage.containsKey(language) ? language : FALLBACK;
    }

    /** True where {@link #in} gives what nobody of the district has read yet. */
    public boolean isUnreviewed(String language) {
        return unreviewed.contains(language);
    }

    /** The same in one language more; what the district wrote itself stays. */
    public LocalText and(String language, String text, boolean reviewed) {
        if (byLanguage.containsKey(language)) return this;
        var texts = new HashMap<>(byLanguage);
        texts.put(language, text);
        var unread = new HashSet<>(unreviewed);
        if (!reviewed) unread.add(language);
        return new LocalText(Map.copyOf(texts), Set.copyOf(unread));
    }
}
