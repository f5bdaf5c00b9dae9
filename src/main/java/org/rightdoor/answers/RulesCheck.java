package org.rightdoor.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import org.rightdoor.routing.FaultyRules;

/** The command {@code rules check}: may these files be taken into force? */
public final class RulesCheck {

    private RulesCheck() {}

    /** Prints what was read in one line, or every fault as {@code file:line: reason}; returns the exit code, 0 or 1. */
    public static int run(Path directory, PrintStream out) {
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
            return 0;
        } catch (FaultyRules e) {
            e.faults().forEach(out::println);
            return 1;
        }
    }
}
