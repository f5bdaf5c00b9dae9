package org.rightdoor.desk.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rightdoor.people.Staff;

/** Finds who is called in a note: by {@code @} and the whole name, or the first name where only one has it. */
final class Mentioned {

    private Mentioned() {}

    static List<Staff> in(String note, List<Staff> colleagues) {
        var found = new ArrayList<Staff>();
        var rest = note;
        // The longest first: "Ana Ruiz" is not Ana.
        var byLength = colleagues.stream()
                .sorted(Comparator.comparingInt((Staff one) -> one.name.length())
                        .reversed())
                .toList();
        for (var colleague : byLength) {
            var calls = call(colleague.name).matcher(rest);
            if (!calls.find()) continue;
            found.add(colleague);
            rest = calls.replaceAll(Matcher.quoteReplacement(" "));
        }
        for (var colleague : colleagues) {
            if (!found.contains(colleague)
                    && isOnly(first(colleague), colleagues)
                    && call(first(colleague)).matcher(rest).find()) {
                found.add(colleague);
            }
        }
        return found;
    }

    private static Pattern call(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}.])@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean isOnly(String first, List<Staff> colleagues) {
        return colleagues.stream()
                        .filter(one -> first(one).equalsIgnoreCase(first))
                        .count()
                == 1;
    }

    private static String first(Staff staff) {
        return staff.name.split("\\s+")[0];
    }
}
