package org.rightdoor.routing;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The languages that RightDoor speaks by itself: every text in {@code messages/} exists in each of them. */
public final class Spoken {

    private static final Map<String, String> OWN_NAMES = ownNames();

    /** Two-letter codes (ISO 639-1), English first. */
    public static final List<String> LANGUAGES = List.copyOf(OWN_NAMES.keySet());

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");

    private Spoken() {}

    /** The texts of a message bundle in that language, or in English where we do not speak it. */
    public static <T> T in(String language, Class<T> bundle) {
        return "en".equals(language) || !OWN_NAMES.containsKey(language)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language));
    }

    /** What a language calls itself. */
    public static String ownName(String language) {
        return OWN_NAMES.get(language);
    }

    /** As HTML says it: {@code ltr} or {@code rtl}. */
    public static String direction(String language) {
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }

    private static Map<String, String> ownNames() {
        var names = new LinkedHashMap<String, String>();
        names.put("en", "English");
        names.put("es", "Español");
        names.put("pt", "Português");
        names.put("ht", "Kreyòl ayisyen");
        names.put("vi", "Tiếng Việt");
        names.put("zh", "中文");
        names.put("ar", "العربية");
        return names;
    }
}
