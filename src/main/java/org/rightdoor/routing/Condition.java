package org.rightdoor.routing;

/** One thing that must be so for a rule to match. */
@FunctionalInterface
interface Condition {
    boolean holds(Situation situation);
}
