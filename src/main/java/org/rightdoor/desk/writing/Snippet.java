package org.rightdoor.desk.writing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that staff use again and again: a person's own, or a whole department's. */
@Entity
public class Snippet {

    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_TEXT = 5_000;

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Whose it is; null for a department's. */
    public Long staffId;

    /** Key of the department that shares it; null for a person's own. */
    public String department;

    public String title;

    /** With places such as {@code {name}} that are filled in when it is used. */
    public String text;

    /** Two-letter code. */
    public String language;

    public Instant changedAt;

    /** Name of who wrote it as it is. */
    public String changedBy;

    /** What is wrong with what was typed, or null. */
    public static String fault(String title, String text) {
        if (title.isBlank()) return "Give it a title to find it by.";
        if (title.length() > LONGEST_TITLE) return "Make the title shorter: " + LONGEST_TITLE + " characters at most.";
        if (text.isBlank()) return "Write the text.";
        return text.length() > LONGEST_TEXT ? "Make the text shorter: " + LONGEST_TEXT + " characters at most." : null;
    }

    /**
     * The text with its places filled in. One that is not known stays as it is, so that the writer sees it; one that is
     * known and empty goes with the space or comma before it.
     */
    static String filled(String text, Map<String, String> places) {
        var known = text;
        for (var place : places.entrySet()) {
            if (!place.getValue().isEmpty()) continue;
            known = known.replaceAll("[ ,]*\\{" + place.getKey() + "}", "");
        }
        return PLACE.matcher(known)
                .replaceAll(found -> Matcher.quoteReplacement(places.getOrDefault(found.group(1), found.group())));
    }
}
