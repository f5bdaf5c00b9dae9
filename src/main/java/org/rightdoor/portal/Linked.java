package org.rightdoor.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a text, with where it leads.
 *
 * @param href of a page, an address or a telephone number; null for plain words
 */
record Linked(String text, String href) {

    private static final Pattern LEADS_SOMEWHERE =
            Pattern.compile("(?<page>https?://[^\\s<>\"]*[^\\s<>\".,;:!?)])|(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
                    + "|(?<phone>(?<![\\d-])\\d{3}-\\d{3}-\\d{4}(?![\\d-]))");

    static List<Linked> in(String text) {
        var pieces = new ArrayList<Linked>();
        var found = LEADS_SOMEWHERE.matcher(text);
        var end = 0;
        while (found.find()) {
            if (found.start() > end) pieces.add(new Linked(text.substring(end, found.start()), null));
            var href = found.group("page") != null
                    ? found.group()
                    : found.group("mail") != null
                            ? "mailto:" + found.group()
                            : "tel:+1" + found.group().replace("-", "");
            pieces.add(new Linked(found.group(), href));
            end = found.end();
        }
        if (end < text.length()) pieces.add(new Linked(text.substring(end), null));
        return pieces;
    }
}
