package org.rightdoor.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.routing.Entry;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.Once;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.Words;
import org.rightdoor.routing.YamlFile;

/** What is never answered automatically, from {@code routing-rules/never-answer.yml}. */
public final class NeverAnswer {

    /**
     * One matter that only a person answers.
     *
     * @param why the reason, for staff
     * @param topics keys of topics, any of which forbids; may be empty
     * @param words any of which forbids; may find nothing
     */
    public record Matter(String id, LocalText why, Set<String> topics, Words words) {}

    private final List<Matter> matters;

    public NeverAnswer(List<Matter> matters) {
        this.matters = List.copyOf(matters);
    }

    static NeverAnswer read(Path file, RoutingRules rules, Faults faults) {
        var ids = new Once("never-answer entry", faults);
        return new NeverAnswer(new YamlFile(file, faults).list(entry -> matter(entry, rules, ids)));
    }

    /** The id of the entry that forbids an automatic answer to this text on this topic (topic may be null). */
    public Optional<String> forbids(String text, String topic) {
        // Once for all of them: every message is looked at several times.
        var folded = Words.fold(text);
        return matters.stream()
                .filter(matter -> topic != null && matter.topics.contains(topic)
                        || matter.words.foundInFolded(folded).isPresent())
                .map(Matter::id)
                .findFirst();
    }

    /** Why the entry of this id forbids, in words for staff; empty for an id that is not there any more. */
    public Optional<LocalText> why(String id) {
        return matters.stream()
                .filter(matter -> matter.id.equals(id))
                .map(Matter::why)
                .findFirst();
    }

    private static Matter matter(Entry entry, RoutingRules rules, Once ids) {
        var id = entry.text("id");
        ids.claim(id, entry.place("id"));
        var why = entry.localText("why");
        var topics = Set.copyOf(entry.someOf("topics", rules.topicNames()));
        var words = Words.read(entry, "words");
        if (topics.isEmpty() && words.isEmpty()) {
            entry.fault(entry.place(), "entry " + id + " has neither words nor topics: it would forbid nothing");
        }
        return new Matter(id, why, topics, words.orElse(Words.of(List.of())));
    }
}
