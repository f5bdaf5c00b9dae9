package org.rightdoor.desk.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.TimelineEntry;

/**
 * Why a case is where it is, sorted for reading.
 *
 * @param verdict how sure the decision is, or who made it
 * @param words of the message that spoke for the topic, strongest first
 * @param likes messages the district wrote down as examples that this one is like
 * @param reasons everything else: a rule, a colleague
 */
record Why(String verdict, List<String> words, List<Like> likes, List<String> reasons) {

    private static final Set<String> DECISIONS = Set.of(Event.Kind.ROUTED.name(), Event.Kind.TOPIC_CHANGED.name());
    private static final String WORDS = "words: ";
    private static final String LIKE = "like: ";
    private static final String TITLE = " — ";

    /** An example and its topic. */
    record Like(String text, String topic) {}

    static Why of(CaseFile file) {
        var inquiry = file.inquiry();
        var mover = colleagueWhoMoved(file);
        if (mover != null) {
            return new Why(mover + " decided", List.of(), List.of(), List.of(inquiry.because));
        }
        var verdict = "";
        var words = new ArrayList<String>();
        var likes = new ArrayList<Like>();
        var reasons = new ArrayList<String>();
        for (var line : inquiry.because) {
            if (line.startsWith(WORDS))
                words.addAll(List.of(line.substring(WORDS.length()).split(", ")));
            else if (line.startsWith(LIKE)) likes.add(like(line.substring(LIKE.length())));
            else if (isSureness(line)) verdict = sentence(line);
            else reasons.add(sentence(line));
        }
        return new Why(verdict, words, likes, reasons);
    }

    private static String colleagueWhoMoved(CaseFile file) {
        return file.timeline().stream()
                .filter(entry -> DECISIONS.contains(entry.kind()))
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::who)
                .filter(who -> !Objects.equals(who, Actor.RIGHTDOOR.name()))
                .orElse(null);
    }

    private static boolean isSureness(String line) {
        return line.matches("(quite|fairly|not) sure .*");
    }

    private static Like like(String line) {
        int title = line.lastIndexOf(TITLE);
        return title < 0
                ? new Like(line, "")
                : new Like(line.substring(0, title), line.substring(title + TITLE.length()));
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase() + reason.substring(1);
    }
}
