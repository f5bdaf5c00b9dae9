package org.rightdoor;

import java.nio.file.Path;
import org.rightdoor.answers.Knowledge;

/** The shipped rules, learnt once for all tests: reading by words alone, as a first start does, gives few answers. */
final class LearnedModel {

    private static final Path RULES = Path.of("routing-rules");

    private LearnedModel() {}

    /** Learns into {@code data/model} where it is not kept there yet. */
    static void in(Path data) {
        Knowledge.learned(RULES, data.resolve("model"));
    }
}
