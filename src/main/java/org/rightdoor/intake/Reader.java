package org.rightdoor.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.understand.Passage;

/** Reads what comes in, and measures how that goes: /q/metrics shows it as {@code rightdoor_reading...}. */
@ApplicationScoped
class Reader {

    private final Timer time;
    private final DistributionSummary confidence;
    private final LatelyRead lately = new LatelyRead();

    @Inject
    Reader(MeterRegistry meters, CurrentKnowledge knowledge) {
        time = Timer.builder("rightdoor.reading")
                .description("How long it takes to read a message")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        confidence = DistributionSummary.builder("rightdoor.reading.confidence")
                .description("How likely the topic is that a message was read as, 0 to 1")
                .serviceLevelObjectives(0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
                .register(meters);
        Gauge.builder("rightdoor.reading.meaning", knowledge, Reader::meaning)
                .description("1 while messages are read by their meaning, 0 while by their words alone")
                .strongReference(true)
                .register(meters);
    }

    /** Its meters are there from the start, not from the first message on. */
    void measureFromTheStart(@Observes StartupEvent start) {}

    /**
     * Takes milliseconds: not for the event loop.
     *
     * @param ownLanguage null where the sender's is not known
     * @param chosen true where the sender has said whom it is for: then all of the words may be about something else
     */
    Heard read(String text, String ownLanguage, boolean chosen, Knowledge known) {
        var classifier = known.classifier();
        var of = new LatelyRead.Of(text, ownLanguage, chosen, classifier.readsMeaning());
        var heard = time.record(() -> lately.read(of, known, () -> {
            var whole = classifier.read(text, ownLanguage);
            var passages = classifier.passages(text);
            var signals = known.safety().check(text, whole);
            var mayHoldTwo = signals.isEmpty() && (chosen || known.rules().mayHoldSecondMatter(whole, passages));
            // Read here, where that may take its time; most messages are about one matter, and nobody asks for their
            // passages.
            if (mayHoldTwo) passages.forEach(Passage::reading);
            return new Heard(whole, mayHoldTwo ? passages : List.of(), signals);
        }));
        confidence.record(heard.whole().confidence());
        return heard;
    }

    private static double meaning(CurrentKnowledge knowledge) {
        var now = knowledge.now();
        return now != null && now.classifier().meaning().isRead() ? 1 : 0;
    }
}
