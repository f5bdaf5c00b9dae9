package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody sets what is written down nowhere. */
class DocumentedSettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)");

    static Stream<String> settings() throws IOException {
        var properties = Files.readString(Path.of("src/main/resources/application.properties"));
        var named = VARIABLE.matcher(properties).results().map((MatchResult found) -> found.group(1));
        var prefix = Config.class.getAnnotation(ConfigMapping.class).prefix();
        return Stream.concat(named, names(Config.class, prefix)).distinct();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void Every_setting_is_in_the_README(String setting) throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        // The README names the beginning that several share only once.
        var ends = Stream.iterate(setting, name -> name.contains("_"), name -> name.substring(name.indexOf('_') + 1))
                .filter(end -> end.equals(setting) || end.contains("_"))
                .toList();
        assertThat(ends).as(setting).anyMatch(end -> readme.contains("`" + end)
                || readme.contains("`_" + end));
    }

    private static Stream<String> names(Class<?> group, String prefix) {
        return Arrays.stream(group.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .flatMap(method -> names(method, prefix));
    }

    private static Stream<String> names(Method method, String prefix) {
        var name = prefix + "_" + method.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return method.getReturnType().getDeclaringClass() == Config.class
                ? names(method.getReturnType(), name)
                : Stream.of(name.toUpperCase(Locale.ROOT));
    }
}
