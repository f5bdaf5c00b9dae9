package org.rightdoor.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.SafetyRules;
import org.rightdoor.routing.Words;
import org.rightdoor.understand.Detector;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.TrainingText;

/** What calls a person at once: the words the district wrote down, and what was learnt beside them; either is enough. */
public final class SafetyNet {

    private static final Set<String> TAUGHT = Set.of("en", "es");

    private final SafetyRules rules;
    private final Detector detector;

    SafetyNet(SafetyRules rules, Detector detector) {
        this.rules = rules;
        this.detector = detector;
    }

    static SafetyNet of(RulesDirectory read, Path cache) {
        return new SafetyNet(read.safety(), Detector.of(read.safety().texts(), everyday(read), cache));
    }

    /** As {@link #of}, learnt as a whole before it returns. */
    static SafetyNet whole(RulesDirectory read, Path cache) {
        return new SafetyNet(read.safety(), Detector.whole(read.safety().texts(), everyday(read), cache));
    }

    /** What teaches routing teaches what is everyday too, but for matters that are never answered automatically. */
    static List<TrainingText> everyday(RulesDirectory read) {
        return read.rules().trainingTexts().stream()
                .filter(text -> text.topic() != null && TAUGHT.contains(text.language()))
                .filter(text -> read.neverAnswer().forbids("", text.topic()).isEmpty())
                .map(text -> new TrainingText(Detector.NONE, text.language(), text.text()))
                .toList();
    }

    /**
     * What in the text calls a person, at most once a category, the surest first.
     *
     * @param passages of the text, each read on its own; may be empty, and then one sentence of a long text weighs less
     */
    public List<Signal> check(String text, Reading reading, List<Passage> passages) {
        var own = withoutQuotedMail(text);
        var signals = new ArrayList<Signal>();
        rules.in(own).forEach(call -> signals.add(new Signal(call.category(), List.of(call.words()), 1)));
        var suspected = isWorthWeighing(own, reading)
                ? detector.find(own, reading, passages)
                : Optional.<Detector.Suspicion>empty();
        suspected
                .filter(suspicion ->
                        signals.stream().noneMatch(signal -> signal.category().equals(suspicion.label())))
                .ifPresent(suspicion ->
                        signals.add(new Signal(suspicion.label(), suspicion.evidence(), suspicion.probability())));
        return List.copyOf(signals);
    }

    public SafetyRules rules() {
        return rules;
    }

    /** What a family is told in place of any answer. */
    public LocalText familyText() {
        return rules.familyText();
    }

    /** Only the rules hear a single word, such as HELP to learn what a number is for, and what a machine wrote. */
    private static boolean isWorthWeighing(String own, Reading reading) {
        return Words.count(own) > 1 && reading.kind() != Reading.Kind.AUTOMATIC;
    }

    /** A mail that is nothing but quotation is read all the same. */
    private static String withoutQuotedMail(String text) {
        if (!text.contains("\n>")) return text;
        var own = text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
        return own.isBlank() ? text : own;
    }
}
