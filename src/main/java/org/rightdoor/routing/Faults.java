package org.rightdoor.routing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that a person sees everything at once instead of one fault a start. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    public void add(Path file, int line, String reason) {
        found.add(new Fault(file, line, reason));
    }

    public void add(Place place, String reason) {
        add(place.file(), place.line(), reason);
    }

    /** Every fault, by file and line. */
    public List<Fault> all() {
        return found.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }

    /** @throws FaultyRules naming every fault, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FaultyRules(all());
        }
    }
}
