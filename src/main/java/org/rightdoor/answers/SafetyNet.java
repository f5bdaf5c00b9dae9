package org.rightdoor.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.SafetyRules;
import org.rightdoor.routing.Words;
import org.rightdoor.understand.Detector;
import org.rightdoor.understand.Reading;

/** What calls a person at once: the words the district wrote down, and what was learnt beside them; either is enough. */
public final class SafetyNet {

    private final SafetyRules rules;
    private final Detector detector;

    SafetyNet(SafetyRules rules, Detector detector) {
        this.rules = rules;
        this.detector = detector;
    }

    static SafetyNet of(RulesDirectory read, Path cache) {
        return new SafetyNet(read.safety(), Detector.of(read.safety().texts(), cache));
    }

    /** As {@link #of}, learnt as a whole before it returns. */
    static SafetyNet whole(RulesDirectory read, Path cache) {
        return new SafetyNet(read.safety(), Detector.whole(read.safety().texts(), cache));
    }

    /** What in the text calls a person, at most once a category, the surest first. */
    public List<Signal> check(String text, Reading reading) {
        var own = withoutQuotedMail(text);
        var signals = new ArrayList<Signal>();
        rules.in(own).forEach(call -> signals.add(new Signal(call.category(), List.of(call.words()), 1)));
        var suspected =
                isWorthWeighing(own, reading) ? detector.find(own, reading) : Optional.<Detector.Suspicion>empty();
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
