package org.rightdoor.inquiry;

import java.util.List;

/**
 * What an inbox shows.
 *
 * @param departments keys; empty means all that the reader may see
 * @param words to look for in everything that was said, or a name, a telephone number, a case's number; null for all
 * @param after cursor of the page before ({@link InboxPage#next}), or null for the first page
 */
public record InboxQuery(InboxList list, List<String> departments, InboxFilter filter, String words, String after) {

    public static InboxQuery of(InboxList list) {
        return new InboxQuery(list, List.of(), InboxFilter.NONE, null, null);
    }

    boolean isSearch() {
        return words != null && !words.isBlank();
    }

    /** True when nothing but words narrows it. */
    boolean isOfEverything() {
        return list == InboxList.ALL && departments.isEmpty() && filter.equals(InboxFilter.NONE);
    }

    /** What was handed over is only read on: it is in its own list and in that of all, and in none that one works through. */
    String visible(Sight sight) {
        return switch (list) {
            case ALL -> sight.mayRead();
            case HANDED_OVER -> sight.handedOver();
            default -> sight.mayWork();
        };
    }

    /** Adds the conditions of list and filter on {@code inquiry i}. */
    void narrow(Sql sql) {
        sql.add(list.condition);
        filter.narrow(sql);
    }
}
