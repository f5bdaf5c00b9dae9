package org.rightdoor.calendar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Names;
import org.rightdoor.routing.Once;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.YamlFile;

/**
 * What the district promises, from {@code promises.yml}: for each of the three promises the first line that fits a case and
 * names it holds, and where none does, every answer comes within the department's own days and no resolution is promised.
 *
 * @param scope what families may and may not expect here, as paragraphs; empty where the district does not say
 * @param defaults days within which a department answers, by its key
 */
public record PromiseRules(
        List<PromiseRule> rules, List<LocalText> inScope, List<LocalText> outOfScope, Map<String, Integer> defaults) {

    private static final Within WHERE_NOBODY_SAYS = Within.days(1);

    /** Reads the file and adds what is wrong to the faults; a district without it has its departments' promises alone. */
    public static PromiseRules read(Path file, RoutingRules rules, Faults faults) {
        var defaults = rules.departments().values().stream()
                .collect(Collectors.toMap(Department::key, Department::answersWithinDays));
        var none = new PromiseRules(List.of(), List.of(), List.of(), defaults);
        if (!Files.exists(file)) return none;
        var ids = new Once("promise", faults);
        return new YamlFile(file, faults)
                .one(entry -> new PromiseRules(
                        entry.entries("promises").stream()
                                .map(line -> {
                                    ids.claim(line.optionalText("id").orElse(""), line.place("id"));
                                    return PromiseRule.read(line, rules);
                                })
                                .toList(),
                        entry.entries("in-scope").stream()
                                .map(PromiseRules::text)
                                .toList(),
                        entry.entries("out-of-scope").stream()
                                .map(PromiseRules::text)
                                .toList(),
                        defaults))
                .orElse(none);
    }

    public Within firstAnswer(Matter matter) {
        return first(matter, PromiseRule::firstAnswer, answer(matter));
    }

    /** To whatever the family writes after the first answer. */
    public Within nextAnswer(Matter matter) {
        return first(matter, PromiseRule::nextAnswer, answer(matter));
    }

    /** Until it is settled; null where nothing is promised. */
    public Within resolution(Matter matter) {
        return first(matter, PromiseRule::resolution, null);
    }

    private Within answer(Matter matter) {
        var days = defaults.get(matter.department());
        return days == null ? WHERE_NOBODY_SAYS : Within.days(days);
    }

    private Within first(Matter matter, Function<PromiseRule, Within> promise, Within otherwise) {
        return rules.stream()
                .filter(rule -> rule.fits(matter))
                .map(promise)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }

    private static LocalText text(org.rightdoor.routing.Entry entry) {
        for (var language : entry.keys()) {
            Names.languages().complaint(language).ifPresent(complaint -> entry.fault(language, complaint));
        }
        return new LocalText(entry.keys().stream().collect(Collectors.toMap(key -> key, entry::text)));
    }
}
