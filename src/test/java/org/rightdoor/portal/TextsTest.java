package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void Every_text_is_there_and_none_too_many(String language) throws IOException {
        var methods = Arrays.stream(Texts.class.getDeclaredMethods())
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        assertThat(texts(language).stringPropertyNames()).isEqualTo(methods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es"})
    void No_text_is_left_in_English_and_none_loses_a_parameter(String language) throws IOException {
        var english = texts("en");
        var translated = texts(language);
        for (var key : english.stringPropertyNames()) {
            assertThat(translated.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            assertThat(parameters(translated.getProperty(key))).as(key).isEqualTo(parameters(english.getProperty(key)));
        }
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/messages/texts_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
