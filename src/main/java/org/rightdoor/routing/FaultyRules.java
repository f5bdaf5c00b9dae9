package org.rightdoor.routing;

import java.util.List;
import java.util.stream.Collectors;

/** The files under {@code routing-rules/} cannot be used; the message lists every fault with file and line. */
public class FaultyRules extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultyRules(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
