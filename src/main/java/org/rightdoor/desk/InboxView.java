package org.rightdoor.desk;

import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import org.rightdoor.inquiry.Status;
import org.rightdoor.routing.Department;

/**
 * What part of the inbox somebody looks at.
 *
 * @param department the one looked at, or empty for all that the person sees
 * @param departments keys of what is shown; empty for all that the person sees
 * @param words to search for, or empty
 */
record InboxView(Tab tab, String department, List<String> departments, String words) {

    enum Tab {
        OPEN("Open", Status.OPEN),
        WAITING("Waiting on family", Status.WAITING),
        RESOLVED("Resolved", Status.RESOLVED),
        ALL("All", null);

        final String title;
        final Status status;

        Tab(String title, Status status) {
            this.title = title;
            this.status = status;
        }

        static Tab named(String name) {
            for (var tab : values()) if (tab.key().equals(name)) return tab;
            return OPEN;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static InboxView of(Seat seat, String tab, String department, String words) {
        var allowed = seat.departments().stream().map(Department::key).toList();
        var chosen = department != null && allowed.contains(department) ? department : "";
        return new InboxView(
                Tab.named(tab),
                chosen,
                chosen.isEmpty() ? List.of() : List.of(chosen),
                words == null ? "" : words.replace("\0", "").strip());
    }

    Status status() {
        return tab.status;
    }

    InboxView with(Tab other) {
        return new InboxView(other, department, departments, words);
    }

    public String tabKey() {
        return tab.key();
    }

    /** Address of this view, of the page after that cursor if there is one. */
    String href(String after) {
        var uri = UriBuilder.fromPath("/desk");
        if (tab != Tab.OPEN) uri.queryParam("view", tab.key());
        if (!department.isEmpty()) uri.queryParam("department", department);
        if (!words.isEmpty()) uri.queryParam("q", "{words}");
        if (after != null) uri.queryParam("after", after);
        return uri.build(words).toString();
    }
}
