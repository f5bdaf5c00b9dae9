package org.rightdoor.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which families are asked how the help was, from {@code surveys.yml}; none where there is no file.
 *
 * @param after how long after its case was settled a family is asked; empty where nobody is asked
 * @param againAfter how long the same family is left alone then
 * @param neverDepartments keys of departments whose families are not asked
 * @param neverTopics keys of topics about which nobody is asked
 */
public record SurveyRules(
        Optional<Duration> after, Duration againAfter, Set<String> neverDepartments, Set<String> neverTopics) {

    private static final SurveyRules NONE = new SurveyRules(Optional.empty(), Duration.ZERO, Set.of(), Set.of());
    private static final Pattern TIME = Pattern.compile("(\\d{1,3}) (minute|hour|day)s?");
    private static final String SHAPE = "a time such as 30 minutes, 1 hour or 14 days";

    static SurveyRules read(Path file, Known known, Faults faults) {
        if (!Files.exists(file)) return NONE;
        return new YamlFile(file, faults).one(entry -> read(entry, known)).orElse(NONE);
    }

    private static SurveyRules read(Entry entry, Known known) {
        var never = entry.nested("never");
        if (never.isPresent() && never.get().isEmpty()) entry.fault("never", "never must name department or topic");
        return new SurveyRules(
                entry.parsed("after", SurveyRules::time, SHAPE),
                entry.optionalParsed("again-after", SurveyRules::time, SHAPE).orElse(Duration.ZERO),
                never.map(cases -> Set.copyOf(cases.someOf("department", known.departments())))
                        .orElse(Set.of()),
                never.map(cases -> Set.copyOf(cases.someOf("topic", known.topics())))
                        .orElse(Set.of()));
    }

    /** @param topic may be null */
    public boolean mayAsk(String department, String topic) {
        return after.isPresent()
                && !neverDepartments.contains(department)
                && (topic == null || !neverTopics.contains(topic));
    }

    private static Duration time(String text) {
        var matcher = TIME.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException(text);
        var number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
