package org.rightdoor.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The district's own texts in other languages; a text that is missing falls back to English. */
public final class Translations {

    /** A text of the district, such as the {@code name} of the {@code departments} entry {@code transportation}. */
    record Spot(String noun, String key, String field) {}

    private record Translated(String text, boolean reviewed) {}

    private final Map<Spot, Map<String, Translated>> texts = new HashMap<>();
    private final Set<String> unreviewed = new HashSet<>();
    private final Map<Place, String> answers = new LinkedHashMap<>();

    Translations() {}

    void add(Spot spot, String language, String text, boolean reviewed) {
        if (!reviewed) unreviewed.add(language);
        texts.computeIfAbsent(spot, empty -> new LinkedHashMap<>()).put(language, new Translated(text, reviewed));
    }

    void addAnswer(String id, Place place) {
        answers.put(place, id);
    }

    /** Complains of every answer that is translated and does not exist. */
    public void checkAnswers(Names known, Faults faults) {
        answers.forEach((place, id) -> known.complaint(id).ifPresent(complaint -> faults.add(place, complaint)));
    }

    /** The text of that answer in all languages. */
    public LocalText answer(LocalText text, String id) {
        return translate(text, new Spot("answers", id, "text"));
    }

    /** The question of that answer, by language. */
    public Map<String, String> question(String id) {
        var byLanguage = new LinkedHashMap<String, String>();
        translations(new Spot("answers", id, "question"))
                .forEach((language, translated) -> byLanguage.put(language, translated.text()));
        return byLanguage;
    }

    /** True when nobody of the district has read all that is said in that language yet. */
    public boolean isUnreviewed(String language) {
        return unreviewed.contains(language);
    }

    District district(District district) {
        if (district == null) return null;
        return district.called(
                translate(district.name(), new Spot("district", "", "name")),
                translate(district.emergency(), new Spot("district", "", "emergency")));
    }

    Department department(Department department) {
        return department.called(
                translate(department.name(), new Spot("departments", department.key(), "name")),
                translate(department.about(), new Spot("departments", department.key(), "about")));
    }

    Topic topic(Topic topic) {
        var title = translate(topic.title(), new Spot("topics", topic.key(), "title"));
        return new Topic(topic.key(), topic.department(), title, topic.confidential());
    }

    private LocalText translate(LocalText text, Spot spot) {
        var all = text;
        for (var each : translations(spot).entrySet()) {
            all = all.and(each.getKey(), each.getValue().text(), each.getValue().reviewed());
        }
        return all;
    }

    private Map<String, Translated> translations(Spot spot) {
        return texts.getOrDefault(spot, Map.of());
    }
}
