package org.rightdoor.routing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The files under {@code routing-rules/} cannot be used; the message lists every fault with file and line. It has no
 * stack trace: what is wrong stands in the district's files and not in this program.
 */
public class FaultyRules extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultyRules(List<Fault> faults) {
        super(
                faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())),
                null,
                false,
                false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
