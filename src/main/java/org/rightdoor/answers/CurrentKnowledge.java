package org.rightdoor.answers;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rightdoor.Config;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.learning.ModelVersion;
import org.rightdoor.routing.Fault;
import org.rightdoor.routing.FaultyRules;
import org.rightdoor.understand.Classifier;
import org.rightdoor.understand.TrainingText;

/**
 * The knowledge in force: a change under {@code routing-rules/} is taken over when it is free of faults, and what staff have
 * taught when the version of the model that knows it has come into force.
 */
@ApplicationScoped
public class CurrentKnowledge {

    private static final Logger LOG = Logger.getLogger(CurrentKnowledge.class);

    /** Before the tables are touched. */
    private static final int FIRST = 1;

    /** While it was being read the tables were brought up to date; before anything that might ask for it. */
    private static final int AFTER_TABLES = 20;

    private final CurrentCalendar calendar;
    private final Path rules;
    private final Path cache;

    private volatile Knowledge knowledge;
    private volatile List<Fault> faults = List.of();
    private DirectoryState seen;
    private boolean answersTriedOutByMeaning;
    private List<TrainingText> learned = List.of();
    private volatile List<Answer> inFiles = List.of();
    private List<WrittenAnswer> written = List.of();
    private boolean publishedIsTriedOut = true;
    private volatile long version;

    @Inject
    CurrentKnowledge(Config config, CurrentCalendar calendar) {
        this(config.rules(), config.data(), calendar);
    }

    CurrentKnowledge(Path rules, Path data, CurrentCalendar calendar) {
        this.calendar = calendar;
        this.rules = rules;
        this.cache = ReadAhead.cache(data);
    }

    void demandSoundRules(@Observes @Priority(FIRST) StartupEvent start) {
        ReadAhead.demandSound(rules);
    }

    /** Stops the start with {@link FaultyRules} when a file is wrong. */
    void readAtStart(@Observes @Priority(AFTER_TABLES) StartupEvent start) {
        var ahead = ReadAhead.taken(rules, cache);
        seen = ahead.map(ReadAhead.Read::seen).orElseGet(() -> DirectoryState.of(rules));
        knowledge =
                ahead.map(read -> takeOver(read.directory(), read.knowledge())).orElseGet(this::read);
    }

    public Knowledge now() {
        return knowledge;
    }

    /** As staff read it: in English, as every page of theirs. */
    public String districtName() {
        return knowledge.rules().district().name().in("en");
    }

    /** Number of the {@link ModelVersion} by which messages are read here; 0 for the rules alone, before the database was asked. */
    public long version() {
        return version;
    }

    synchronized List<TrainingText> learned() {
        return learned;
    }

    /** Reads by that version from now on; reading goes on undisturbed meanwhile. */
    synchronized void takeOver(ModelVersion inForce, List<TrainingText> texts, Knowledge basis, Classifier trained) {
        // Where the rules have changed while it was being trained, it is trained once more with those of now.
        var isOfNow = basis.rules() == knowledge.rules();
        knowledge = knowledge.readBy(isOfNow ? trained : trained(knowledge, texts));
        version = inForce.number;
        learned = texts;
        giveBackWhatLearningNeeded();
        LOG.infof("Version %d is in force, with %d learned texts", version, texts.size());
    }

    /** Puts what staff have published over the answers of the files: readers get it at once. */
    synchronized void takeOverAnswers(List<WrittenAnswer> published) {
        written = published;
        knowledge = knowledge.saying(WrittenAnswers.over(inFiles, written, knowledge.rules()));
        publishedIsTriedOut = false;
        LOG.infof("%d answers written at the desk are in force", written.size());
    }

    /** Tries the questions of what was published out, so that it is found by them; that takes some seconds and holds up nobody. */
    void tryOutWhatWasPublished() {
        Knowledge basis;
        synchronized (this) {
            if (publishedIsTriedOut) return;
            publishedIsTriedOut = true;
            basis = knowledge;
        }
        var tried = basis.withAnswers(basis.answers().all(), cache);
        synchronized (this) {
            if (knowledge == basis) knowledge = tried;
            else publishedIsTriedOut = false; // something else was taken over meanwhile
        }
    }

    /** The answer as the files have it, whatever was published at the desk; empty when they have none of that id. */
    public Optional<Answer> inFiles(String id) {
        return inFiles.stream().filter(answer -> answer.id().equals(id)).findFirst();
    }

    /** Trains with these texts on top of the rules' own, all at once. */
    Classifier trained(Knowledge basis, List<TrainingText> texts) {
        return Classifier.whole(basis.textsWith(texts), cache);
    }

    /** What keeps the files as they are now from being taken over; empty when they are in force. */
    public List<Fault> faults() {
        return faults;
    }

    /** Runs on a worker thread, where training for some seconds holds up nobody. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void readAgainWhenChanged() {
        if (knowledge == null) {
            return; // the start is still reading
        }
        var state = DirectoryState.of(rules);
        if (state.equals(seen)) {
            if (!answersTriedOutByMeaning && knowledge.classifier().readsMeaning()) {
                answersTriedOutByMeaning = true;
                knowledge = knowledge.withAnswersTriedOutAgain(cache);
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

    /**
     * Learning fills three times the heap that reading needs; on a small machine others have a use for it. A start does not wait for
     * this: it is done when the version in force is taken over, a moment later.
     */
    private static void giveBackWhatLearningNeeded() {
        System.gc();
    }

    private Knowledge read() {
        var directory = RulesDirectory.read(rules);
        var read = takeOver(directory, Knowledge.of(directory, written, learned, cache));
        giveBackWhatLearningNeeded();
        return read;
    }

    private Knowledge takeOver(RulesDirectory directory, Knowledge read) {
        inFiles = directory.answers();
        calendar.takeOver(read.calendar(), read.promises(), RulesDirectory.promisesWrittenAt(rules));
        answersTriedOutByMeaning = read.classifier().readsMeaning();
        return read;
    }
}
