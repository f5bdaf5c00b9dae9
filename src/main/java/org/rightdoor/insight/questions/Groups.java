package org.rightdoor.insight.questions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The groups of one topic while questions are placed among them: each goes to the nearest, or begins a new one. */
final class Groups {

    /** Where a topic has more of them, new questions go to the nearest, however far: memory and time stay bounded. */
    private static final int MOST = 1_000;

    /** @param likeness to the middle of the group, 0 to 1 */
    record Placed(long group, double likeness) {}

    private final Connection connection;
    private final List<Group> groups;

    Groups(Connection connection, List<Group> groups) {
        this.connection = connection;
        this.groups = new ArrayList<>(groups);
    }

    Placed place(Asked asked, float[] where) throws SQLException {
        var nearest = nearest(where, -1);
        var fits = nearest.filter(group -> isNear(group, where) || groups.size() >= MOST);
        if (fits.isEmpty()) {
            var begun = Group.add(connection, asked, where);
            groups.add(begun);
            return new Placed(begun.id(), 1);
        }
        var likeness = fits.get().middle().likeness(where);
        var grown = change(fits.get(), fits.get().takeIn(connection, Middle.of(where)));
        return new Placed(joined(grown).id(), Math.max(0, likeness));
    }

    // As groups grow, two that began apart may turn out to be one.
    private Group joined(Group grown) throws SQLException {
        var other = nearest(grown.middle().place(), grown.id())
                .filter(near -> near.middle().likeness(grown.middle().place()) >= Middle.SAME_GROUP);
        if (other.isEmpty()) return grown;
        groups.remove(other.get());
        return change(grown, grown.absorb(connection, other.get()));
    }

    private Group change(Group before, Group after) {
        groups.set(groups.indexOf(before), after);
        return after;
    }

    private Optional<Group> nearest(float[] where, long without) {
        return groups.stream()
                .filter(group -> group.id() != without)
                .max(Comparator.comparingDouble(group -> group.middle().likeness(where)));
    }

    private static boolean isNear(Group group, float[] where) {
        return group.middle().likeness(where) >= Middle.SAME_MEANING;
    }
}
