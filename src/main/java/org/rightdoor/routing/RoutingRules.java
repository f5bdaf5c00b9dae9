package org.rightdoor.routing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rightdoor.understand.TrainingText;

/** What the district wrote down in {@code routing-rules/}, read as a whole and found free of faults. */
public record RoutingRules(
        District district,
        Map<String, Department> departments,
        Map<String, Topic> topics,
        Map<String, School> schools,
        List<TrainingText> trainingTexts) {

    /** Reads and checks the directory; throws {@link FaultyRules} naming every fault with file and line. */
    public static RoutingRules load(Path directory) {
        throw new FaultyRules(List.of(new Fault(directory, 1, "cannot be read yet")));
    }

    /** Where a message goes: the first rule that matches, else the topic's department, else the fallback. */
    public Route route(Facts facts) {
        var fallback = district.fallbackDepartment();
        return new Route(fallback, null, Priority.NORMAL, List.of(), List.of(), 0);
    }
}
