package org.rightdoor.insight;

import java.util.Locale;
import org.rightdoor.desk.Seat;
import org.rightdoor.insight.Figures.Line;

/** By what a measure is shown apart. */
enum Breakdown {
    DEPARTMENT("Department"),
    TOPIC("Topic"),
    SCHOOL("School"),
    LANGUAGE("Language"),
    CHANNEL("Channel");

    private final String title;

    Breakdown(String title) {
        this.title = title;
    }

    static Breakdown named(String key) {
        for (var breakdown : values()) if (breakdown.key().equals(key)) return breakdown;
        return DEPARTMENT;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** The key of a line in this breakdown, or null for a line of another. */
    String keyOf(Line line) {
        return line.dimension().equals(key()) ? line.key() : null;
    }

    String name(String key, Seat seat) {
        return switch (this) {
            case DEPARTMENT -> seat.departmentName(key);
            case TOPIC -> seat.topicTitle(key.isEmpty() ? null : key);
            case SCHOOL -> key.isEmpty() ? "No school named" : seat.schoolName(key);
            case LANGUAGE -> seat.languageName(key);
            case CHANNEL ->
                switch (key) {
                    case "WEB" -> "Web page";
                    case "SMS" -> "Text message";
                    case "EMAIL" -> "E-mail";
                    default -> "Call or visit";
                };
        };
    }
}
