package org.rightdoor.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a family reads exists in every language that RightDoor speaks. */
class SpokenTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private static final Pattern EXPRESSION =
            Pattern.compile("\\{(?:#if |#else if |#switch )?([a-z]\\w*)|\\{#case ('\\w+')\\}");
    private static final Pattern EXPRESSIONS = Pattern.compile("\\{[^}]*}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** What is rightly the same as in English. */
    private static final Set<String> SAME = Set.of("pt/texts.askEmail", "vi/texts.askEmail");

    private static final Map<String, Pattern> SCRIPTS =
            Map.of("ar", Pattern.compile("\\p{IsArabic}"), "zh", Pattern.compile("\\p{IsHan}"));

    static List<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void No_text_is_missing_left_over_or_still_in_English(String bundle) {
        var english = read(bundle, "en");
        var faults = new ArrayList<String>();
        for (var language : Spoken.LANGUAGES.subList(1, Spoken.LANGUAGES.size())) {
            var texts = read(bundle, language);
            assertThat(texts.keySet()).as("keys of %s in %s", bundle, language).isEqualTo(english.keySet());
            for (var key : english.keySet()) {
                var name = language + "/" + bundle + "." + key;
                var text = texts.get(key);
                if (text.contains("\\u")) faults.add(name + " has an escape, which pages would show as it stands");
                if (text.isBlank()) faults.add(name + " is empty");
                if (text.equals(english.get(key)) && hasWords(text) && !SAME.contains(name)) {
                    faults.add(name + " is still English: " + text);
                }
                var script = SCRIPTS.get(language);
                if (script != null && hasWords(text) && !script.matcher(text).find()) {
                    faults.add(name + " has no letter of its language: " + text);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void Every_translation_says_the_same_values(String bundle) {
        var english = read(bundle, "en");
        var faults = new ArrayList<String>();
        for (var language : Spoken.LANGUAGES) {
            read(bundle, language).forEach((key, text) -> {
                var wanted = values(english.getOrDefault(key, ""));
                if (!values(text).equals(wanted)) {
                    faults.add(language + "/" + bundle + "." + key + " has " + values(text) + " for " + wanted);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static boolean hasWords(String text) {
        return WORD.matcher(EXPRESSIONS.matcher(text).replaceAll(" ")).find();
    }

    private static Set<String> values(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String bundle, String language) {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(MESSAGES.resolve(bundle + "_" + language + ".properties"))) {
            // Backslashes are kept: they are shown on the pages as they stand.
            texts.load(new StringReader(String.join("\n", in.lines().toList()).replace("\\", "\\\\")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return texts.entrySet().stream()
                .collect(Collectors.toMap(text -> text.getKey().toString(), text -> text.getValue()
                        .toString()));
    }
}
