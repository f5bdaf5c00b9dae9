package org.rightdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody sets what is written down nowhere. */
class DocumentedSettingsTest {

    /** A setting that has a variable of its own, under a shorter name. */
    private static final Pattern SHORTER = Pattern.compile("(?m)^(rightdoor\\.[\\w.-]+)=\\$\\{([A-Z][A-Z_]+)");

    static Stream<String> settings() throws IOException {
        var shorter = SHORTER.matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT),
                        found -> found.group(2)));
        var prefix = Config.class.getAnnotation(ConfigMapping.class).prefix();
        return names(Config.class, prefix).map(name -> shorter.getOrDefault(name, name));
    }

    /** A beginning that several settings share may be left out. */
    @ParameterizedTest
    @MethodSource("settings")
    void Every_setting_is_written_down(String setting) throws IOException {
        var written = Files.readString(Path.of("docs/settings.md"));
        var ends = Stream.iterate(
                setting,
                name -> !name.isEmpty(),
                name -> name.contains("_") ? name.substring(name.indexOf('_') + 1) : "");
        assertThat(ends.flatMap(end -> Stream.of("`" + end, "`_" + end)).anyMatch(written::contains))
                .as(setting)
                .isTrue();
    }

    private static Stream<String> names(Class<?> group, String prefix) {
        return Arrays.stream(group.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .flatMap(method -> names(method, prefix));
    }

    private static Stream<String> names(Method method, String prefix) {
        var name = prefix + "_" + method.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return method.getReturnType().getDeclaringClass() == Config.class
                        && method.getReturnType().isInterface()
                ? names(method.getReturnType(), name)
                : Stream.of(name.toUpperCase(Locale.ROOT));
    }
}
