package org.rightdoor.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may use which route, as {@code src/test/resources/access/routes.txt} says.
 *
 * @param roles the columns
 */
public record RouteTable(List<String> roles, Map<Route, Line> lines) {

    public static final Path FILE = Path.of("src/test/resources/access/routes.txt");

    /** What becomes of a request. */
    public enum Outcome {
        IN,
        OUT,
        NO,
        GONE
    }

    /** @param mayMiss true where who is let in may find that there is nothing of that number */
    public record Line(String rule, boolean mayMiss, Map<String, Outcome> expected) {}

    public static RouteTable read() {
        var roles = List.<String>of();
        var rules = new LinkedHashMap<String, Map<String, Outcome>>();
        var lines = new TreeMap<Route, Line>();
        for (var text : texts()) {
            var words = Arrays.asList(text.split("\\s+"));
            if (words.get(0).equals("rule")) roles = words.subList(1, words.size());
            else if (words.size() == 3) put(lines, rules, words);
            else rules.put(words.get(0), outcomes(roles, words));
        }
        return new RouteTable(roles, lines);
    }

    private static void put(Map<Route, Line> lines, Map<String, Map<String, Outcome>> rules, List<String> words) {
        var rule = words.get(2).replace("?", "");
        if (!rules.containsKey(rule)) {
            throw new IllegalStateException(words + ": there is no rule " + rule + ", only " + rules.keySet());
        }
        lines.put(
                new Route(words.get(0), words.get(1)),
                new Line(rule, words.get(2).endsWith("?"), rules.get(rule)));
    }

    private static Map<String, Outcome> outcomes(List<String> roles, List<String> words) {
        if (words.size() != roles.size() + 1) {
            throw new IllegalStateException(words + ": give one outcome for each of " + roles);
        }
        var outcomes = new LinkedHashMap<String, Outcome>();
        for (int i = 0; i < roles.size(); i++) {
            outcomes.put(roles.get(i), Outcome.valueOf(words.get(i + 1).toUpperCase()));
        }
        return outcomes;
    }

    private static List<String> texts() {
        try (var lines = Files.lines(FILE)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
