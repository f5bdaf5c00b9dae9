package org.rightdoor.records.views;

import java.util.Arrays;
import java.util.regex.Pattern;

/** How somebody came to see a case. */
public enum Road {
    FILE("Opened a file", "/desk/inquiries/\\d+/files/.*"),
    MAIL("Opened a formatted mail", "/desk/inquiries/\\d+/letters/.*"),
    PRINT("Printed it", "/desk/inquiries/\\d+/print.*"),
    PREVIEW("Saw it in a list", "/desk/inquiries/\\d+/preview.*"),
    PAGE("Opened the case", "/desk/inquiries/\\d+(/.*)?"),
    API("Read it by program", "/api/inquiries/\\d+(/.*)?"),
    SEARCH("Saw it in a search", null),
    API_LIST("Read it in a list by program", null),
    FAMILY("Opened the family’s link", "/cases/[^/]+(/.*)?"),
    EXPORT("Took it out in an export", null),
    RELEASE("Read it for a release", null),
    VIEW_LOG("Looked into the view log", null);

    private final String words;
    private final Pattern path;

    Road(String words, String path) {
        this.words = words;
        this.path = path == null ? null : Pattern.compile(path);
    }

    public String words() {
        return words;
    }

    /** True where somebody sees a case with all that has become part of it. */
    boolean showsWhole() {
        return switch (this) {
            case PAGE, PRINT, PREVIEW, API, SEARCH, API_LIST -> true;
            case FILE, MAIL, FAMILY, EXPORT, RELEASE, VIEW_LOG -> false;
        };
    }

    /** The road that a path of this application is, or null where it leads to no case. */
    static Road of(String path) {
        return Arrays.stream(values())
                .filter(road -> road.path != null && road.path.matcher(path).matches())
                .findFirst()
                .orElse(null);
    }
}
