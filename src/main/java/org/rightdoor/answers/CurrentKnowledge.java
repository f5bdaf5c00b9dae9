package org.rightdoor.answers;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;
import org.rightdoor.Config;
import org.rightdoor.routing.Fault;
import org.rightdoor.routing.FaultyRules;

/** The knowledge in force; a change under {@code routing-rules/} is taken over when it is free of faults. */
@ApplicationScoped
public class CurrentKnowledge {

    private static final Logger LOG = Logger.getLogger(CurrentKnowledge.class);

    /** Before anything that might ask for it. */
    private static final int FIRST = 1;

    private final Path rules;
    private final Path cache;

    private volatile Knowledge knowledge;
    private volatile List<Fault> faults = List.of();
    private DirectoryState seen;
    private boolean answersTriedOutByMeaning;

    @Inject
    CurrentKnowledge(Config config) {
        this(config.rules(), config.data());
    }

    CurrentKnowledge(Path rules, Path data) {
        this.rules = rules;
        this.cache = data.resolve("model");
    }

    /** Stops the start with {@link FaultyRules} when a file is wrong. */
    void readAtStart(@Observes @Priority(FIRST) StartupEvent start) {
        seen = DirectoryState.of(rules);
        knowledge = read();
    }

    public Knowledge now() {
        return knowledge;
    }

    /** What keeps the files as they are now from being taken over; empty when they are in force. */
    public List<Fault> faults() {
        return faults;
    }

    /** Runs on a worker thread, where training for some seconds holds up nobody. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAgainWhenChanged() {
        if (knowledge == null) {
            return; // the start is still reading
        }
        var state = DirectoryState.of(rules);
        if (state.equals(seen)) {
            if (!answersTriedOutByMeaning && knowledge.classifier().readsMeaning()) {
                answersTriedOutByMeaning = true;
                knowledge = knowledge.withAnswersTriedOutAgain();
                giveBackWhatLearningNeeded();
            }
            return;
        }
        seen = state;
        try {
            knowledge = read();
            faults = List.of();
            LOG.infof("%s has changed and is in force", rules);
        } catch (FaultyRules e) {
            faults = e.faults();
            LOG.errorf("%s has changed but has faults; what was read before stays in force%n%s", rules, e.getMessage());
        }
    }

    /** Learning fills three times the heap that reading needs; on a small machine others have a use for it. */
    private static void giveBackWhatLearningNeeded() {
        System.gc();
    }

    private Knowledge read() {
        var read = Knowledge.of(rules, cache);
        answersTriedOutByMeaning = read.classifier().readsMeaning();
        giveBackWhatLearningNeeded();
        return read;
    }
}
