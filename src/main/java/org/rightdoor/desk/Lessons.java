package org.rightdoor.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.rightdoor.learning.LearnedTexts.Listed;
import org.rightdoor.learning.ModelVersion;
import org.rightdoor.learning.ModelVersion.State;

/**
 * What RightDoor has learned, and the versions that came of it.
 *
 * @param texts the newest first
 * @param versions the newest first
 * @param accuracy share, 0 to 1, of the texts kept back that are read rightly now; null where too few could be
 */
record Lessons(Seat seat, List<Lesson> texts, List<ModelVersion> versions, Double accuracy) {

    /** How many texts are shown at most. */
    static final int MOST_TEXTS = 500;

    static Lessons of(Seat seat, List<Listed> texts, List<ModelVersion> versions, OptionalDouble accuracy) {
        var contents = versions.stream()
                .filter(ModelVersion::isInForce)
                .findFirst()
                .<Set<Long>>map(inForce -> new HashSet<>(inForce.contents()))
                .orElse(Set.of());
        var lessons = texts.stream()
                .map(listed -> new Lesson(seat, listed, contents.contains(listed.text().id)))
                .toList();
        return new Lessons(seat, lessons, versions, accuracy.isPresent() ? accuracy.getAsDouble() : null);
    }

    public ModelVersion inForce() {
        return first(State.IN_FORCE);
    }

    /** The version being trained, or null. */
    public ModelVersion candidate() {
        return first(State.CANDIDATE);
    }

    /** A refused version that nothing has come after, or null. */
    public ModelVersion refused() {
        var refused = first(State.REFUSED);
        return refused != null && refused.number > inForce().number ? refused : null;
    }

    public boolean cut() {
        return texts.size() == MOST_TEXTS;
    }

    public long exportable() {
        return texts.stream().filter(Lesson::mayBeExported).count();
    }

    public String percent(Double share) {
        return share == null ? "not measured" : String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    public String named(ModelVersion version) {
        return switch (version.state) {
            case CANDIDATE -> "Being trained";
            case IN_FORCE -> "In force";
            case REPLACED -> "Replaced";
            case REFUSED -> "Refused";
            case ROLLED_BACK -> "Taken back";
        };
    }

    private ModelVersion first(State state) {
        return versions.stream()
                .filter(version -> version.state == state)
                .findFirst()
                .orElse(null);
    }
}
