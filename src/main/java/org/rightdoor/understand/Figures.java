package org.rightdoor.understand;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures by name in the order of printing, and how many texts they were taken on. */
record Figures(Map<String, Double> byName, int texts) {

    /** One JSON object on one line, or a table for people. */
    void print(boolean json, PrintStream out) {
        if (json) {
            out.println(byName.entrySet().stream()
                    .map(figure -> String.format(Locale.ROOT, "\"%s\": %.4f", figure.getKey(), figure.getValue()))
                    .collect(Collectors.joining(", ", "{", ", \"n\": " + texts + "}")));
        } else {
            byName.forEach((name, value) -> out.printf(Locale.ROOT, "%-28s %10.4f%n", name, value));
            out.printf(Locale.ROOT, "%-28s %10d%n", "n", texts);
        }
    }
}
