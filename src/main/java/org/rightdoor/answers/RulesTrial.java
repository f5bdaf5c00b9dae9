package org.rightdoor.answers;

import java.nio.file.Path;
import org.rightdoor.routing.Facts;
import org.rightdoor.routing.Route;

/** Rules that are not in force, and where they would send a message. */
public final class RulesTrial {

    private final RulesDirectory read;

    private RulesTrial(RulesDirectory read) {
        this.read = read;
    }

    /** @throws org.rightdoor.routing.FaultyRules naming every fault of every file */
    public static RulesTrial of(Path directory) {
        return new RulesTrial(RulesDirectory.read(directory));
    }

    public Route route(Facts facts) {
        return read.rules().route(facts);
    }

    /** True when messages would also be read in another way, because the training texts are others. */
    public boolean retrains(Knowledge inForce) {
        return !read.rules().trainingTexts().equals(inForce.rules().trainingTexts());
    }
}
