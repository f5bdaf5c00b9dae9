package org.rightdoor.answers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.rightdoor.calendar.Promise;
import org.rightdoor.inquiry.RemindBeforePromiseBreaks;

/** Shows at /q/metrics which knowledge this replica reads by: they are to agree. */
@ApplicationScoped
class KnowledgeIsMeasured {

    private final CurrentKnowledge knowledge;
    private final MeterRegistry meters;

    @Inject
    KnowledgeIsMeasured(CurrentKnowledge knowledge, MeterRegistry meters) {
        this.knowledge = knowledge;
        this.meters = meters;
        Gauge.builder("rightdoor.rules.faults", knowledge, now -> now.faults().size())
                .description("Faults for which the rules as they stand in the files are not in force")
                .strongReference(true)
                .register(meters);
        Gauge.builder("rightdoor.model.version", knowledge, CurrentKnowledge::version)
                .description("Version of the model by which messages are read; 0 for the rules alone")
                .strongReference(true)
                .register(meters);
    }

    /** A counter that appears with its first event would hide that event from whoever looks for a change. */
    void measureFromTheStart(@Observes StartupEvent start) {
        for (var department : knowledge.now().rules().departments().keySet()) {
            for (var kind : Promise.Kind.values()) RemindBeforePromiseBreaks.broken(kind, department, meters);
        }
    }
}
