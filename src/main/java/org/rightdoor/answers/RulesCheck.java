package org.rightdoor.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.rightdoor.routing.FaultyRules;

/** The command {@code rules check}: may these files be taken into force? */
public final class RulesCheck {

    private RulesCheck() {}

    /** Prints what was read in one line, or every fault as {@code file:line: reason}; returns the exit code, 0 or 1. */
    public static int run(Path directory, PrintStream out) {
        return checked(directory, out).isPresent() ? 0 : 1;
    }

    /** As {@link #run}; what was read, or empty where there are faults. */
    static Optional<RulesDirectory> checked(Path directory, PrintStream out) {
        try {
            var read = RulesDirectory.read(directory);
            var rules = read.rules();
            out.printf(
                    "%s: %d departments, %d topics, %d rules, %d schools, %d training texts, %d answers%n",
                    directory,
                    rules.departments().size(),
                    rules.topics().size(),
                    rules.rules().size(),
                    rules.schools().size(),
                    rules.trainingTexts().size(),
                    read.answers().size());
            return Optional.of(read);
        } catch (FaultyRules e) {
            e.faults().forEach(out::println);
            return Optional.empty();
        }
    }
}
