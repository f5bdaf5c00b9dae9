package org.rightdoor.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How long cases are kept, from {@code retention.yml}; what no class holds, and all where there is no file, is kept for good. */
public record RetentionRules(List<RecordClass> classes) {

    static RetentionRules read(Path file, Known known, Faults faults) {
        if (!Files.exists(file)) return new RetentionRules(List.of());
        var ids = new Once("record class", faults);
        return new YamlFile(file, faults)
                .one(entry -> new RetentionRules(entry.entries("classes").stream()
                        .map(line -> {
                            ids.claim(line.optionalText("id").orElse(""), line.place("id"));
                            return RecordClass.read(line, known);
                        })
                        .toList()))
                .orElse(new RetentionRules(List.of()));
    }

    /** The first class that holds such a case; empty for what is kept for good. */
    public Optional<RecordClass> of(String department, String topic) {
        return classes.stream().filter(one -> one.holds(department, topic)).findFirst();
    }
}
