package org.rightdoor.records;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Sight;

/** A sight as a condition for statements with question marks: it speaks with names, and they want values in their order. */
public final class Seen {

    private static final Pattern PARAMETER = Pattern.compile(":(sightOf|sightDepartments)\\b");

    private Seen() {}

    /** Holds for the rows of {@code inquiry i} that may be read. */
    public static Sql by(Sight sight) {
        Map<String, Object> named = new TreeMap<>();
        sight.bind(named::put);
        var values = new ArrayList<>();
        var condition = PARAMETER.matcher(sight.mayRead()).replaceAll(found -> {
            values.add(named.get(found.group(1)));
            return "?";
        });
        return new Sql(condition, values);
    }
}
