package org.rightdoor.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words that staff stick on a case, to find it again. */
public record Tags(List<String> all) {

    private static final int MOST = 20;
    private static final int LONGEST = 40;

    /** As typed, with commas between them. */
    public static Tags typed(String text) {
        return new Tags(Arrays.stream((text == null ? "" : text).split(","))
                .map(tag -> tag.replace("\0", "").strip().toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList());
    }

    /** These are the tags now, and no others. */
    public Event of(Inquiry inquiry, Actor by) {
        if (all.size() > MOST) throw new IllegalStateException("That is more than " + MOST + " tags.");
        if (all.stream().anyMatch(tag -> tag.length() > LONGEST)) {
            throw new IllegalStateException("A tag has no more than " + LONGEST + " letters.");
        }
        if (all.equals(List.of(inquiry.tags))) throw new IllegalStateException("These are its tags already.");
        inquiry.tags = all.toArray(String[]::new);
        return Event.of(Event.Kind.TAGGED, by, String.join(", ", all));
    }

    /** Those that it has, and these. */
    public Event addTo(Inquiry inquiry, Actor by) {
        var together = new ArrayList<>(List.of(inquiry.tags));
        all.stream().filter(tag -> !together.contains(tag)).forEach(together::add);
        return new Tags(List.copyOf(together)).of(inquiry, by);
    }
}
