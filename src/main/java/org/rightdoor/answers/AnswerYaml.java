package org.rightdoor.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes answers as {@link AnswerFiles} reads them. */
public final class AnswerYaml {

    private static final int WIDTH = 120;

    private AnswerYaml() {}

    /** One entry of a list, beginning with a dash, in the order in which people write one. */
    public static String of(Answer answer) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", answer.id());
        entry.put("topic", answer.topic());
        entry.put("questions", englishFirst(answer.questions()));
        entry.put("answer", englishFirst(answer.text().byLanguage()));
        entry.put("expires", answer.expires().toString());
        put(entry, "schools", answer.schools());
        put(entry, "audience", answer.audience());
        if (answer.automatic()) entry.put("automatic", true);
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(true);
        options.setWidth(WIDTH);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        // The date is a word like any other to those who read it back.
        var yaml = new Yaml(options).dump(List.of(entry)).replaceFirst("expires: '([\\d-]+)'", "expires: $1");
        return yaml.replaceAll("(?m)^  ", "");
    }

    private static <T> Map<String, T> englishFirst(Map<String, T> byLanguage) {
        var sorted = new LinkedHashMap<String, T>();
        byLanguage.keySet().stream()
                .sorted(Comparator.comparing((String code) -> !code.equals("en"))
                        .thenComparing(code -> code))
                .forEach(code -> sorted.put(code, byLanguage.get(code)));
        return sorted;
    }

    private static void put(Map<String, Object> entry, String key, Set<String> names) {
        if (!names.isEmpty())
            entry.put(key, new ArrayList<>(names.stream().sorted().toList()));
    }
}
