package org.rightdoor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of Prometheus' language as tells which series an expression reads. */
final class PromQl {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** Label lists of operators and functions that look like calls. */
    private static final Pattern LISTS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)(?![\\w:]|\\s*\\()\\s*(?:\\{([^}]*)})?");

    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");

    /** A series and the labels by which it is narrowed. */
    record Series(String name, List<String> labels) {}

    private PromQl() {}

    static List<Series> series(String expression) {
        var bare = QUOTED.matcher(expression).replaceAll("");
        bare = LISTS.matcher(bare).replaceAll("").replaceAll("\\[[^]]*]", "");
        var found = new ArrayList<Series>();
        var matcher = SELECTOR.matcher(bare);
        while (matcher.find()) {
            if (!KEYWORDS.contains(matcher.group(1))) found.add(new Series(matcher.group(1), labels(matcher.group(2))));
        }
        return found;
    }

    private static List<String> labels(String braces) {
        if (braces == null) return List.of();
        return Stream.of(braces.split(","))
                .map(matcher -> matcher.replaceAll("[!=~]+.*", "").strip())
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
