package org.rightdoor.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rightdoor.routing.LocalText;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.SafetyRules;
import org.rightdoor.understand.Detector;
import org.rightdoor.understand.Passage;
import org.rightdoor.understand.Reading;
import org.rightdoor.understand.TrainingText;

/** What calls a person at once: the words the district wrote down, and what was learnt beside them; either is enough. */
public final class SafetyNet {

    private static final Set<String> TAUGHT = Set.of("en", "es");

    /** So many of the texts that teach routing teach what is everyday too; more would drown what calls. */
    private static final int EVERYDAY_ONE_IN = 7;

    private final SafetyRules rules;
    private final Detector detector;

    SafetyNet(SafetyRules rules, Detector detector) {
        this.rules = rules;
        this.detector = detector;
    }

    static SafetyNet of(RulesDirectory read, Path cache) {
        return new SafetyNet(read.safety(), Detector.of(texts(read), cache));
    }

    /** As {@link #of}, learnt as a whole before it returns. */
    static SafetyNet whole(RulesDirectory read, Path cache) {
        return new SafetyNet(read.safety(), Detector.whole(texts(read), cache));
    }

    /** Texts of a matter that is never answered automatically are not called everyday. */
    private static List<TrainingText> texts(RulesDirectory read) {
        var own = read.safety().texts();
        if (own.isEmpty()) return own;
        var everyday = everyday(read.rules(), read.neverAnswer());
        return Stream.concat(
                        own.stream(),
                        IntStream.range(0, everyday.size())
                                .filter(index -> index % EVERYDAY_ONE_IN == 0)
                                .mapToObj(everyday::get)
                                .map(text -> new TrainingText(Detector.NONE, text.language(), text.text())))
                .toList();
    }

    private static List<TrainingText> everyday(RoutingRules rules, NeverAnswer neverAnswer) {
        return rules.trainingTexts().stream()
                .filter(text -> text.topic() != null && TAUGHT.contains(text.language()))
                .filter(text -> neverAnswer.forbids("", text.topic()).isEmpty())
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
        detector.find(own, reading, passages)
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

    /** A mail that is nothing but quotation is read all the same. */
    private static String withoutQuotedMail(String text) {
        if (!text.contains("\n>")) return text;
        var own = text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
        return own.isBlank() ? text : own;
    }
}
