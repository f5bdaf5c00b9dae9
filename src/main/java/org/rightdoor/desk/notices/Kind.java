package org.rightdoor.desk.notices;

import java.util.Arrays;

/** What somebody may be told. */
public enum Kind {
    NEW_CASE("a new case", "New cases of my departments"),
    ASSIGNED("is yours now", "A case is given to me"),
    FAMILY_REPLIED("the family wrote again", "A family writes again in a case of mine"),
    MENTIONED("a colleague calls you in a note", "A colleague calls me by name in a note"),
    APPROVAL("an answer waits for approval", "What a helper wants to send waits for approval"),
    DUE_SOON("an answer is due soon", "An answer of mine is due soon"),
    BROKEN("a promise is broken", "A promise of a department that I lead or own is broken"),
    RISING("comes up suddenly", "A topic suddenly comes far more often in a department that I lead or own"),
    ROOT_CAUSE(
            "the same person needed the same help for the third time",
            "Somebody needs the same help for the third time from a department that I lead or own");

    final String told;
    final String wish;

    Kind(String told, String wish) {
        this.told = told;
        this.wish = wish;
    }

    /** As it is said of a case, such as "the family wrote again". */
    public String told() {
        return told;
    }

    /** As somebody ticks it. */
    public String wish() {
        return wish;
    }

    static String[] names(Kind... kinds) {
        return Arrays.stream(kinds).map(Kind::name).toArray(String[]::new);
    }
}
