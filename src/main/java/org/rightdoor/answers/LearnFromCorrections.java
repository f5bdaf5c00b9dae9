package org.rightdoor.answers;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rightdoor.Database;
import org.rightdoor.learning.LearnedText;
import org.rightdoor.learning.LearnedTexts;
import org.rightdoor.learning.ModelVersion;
import org.rightdoor.learning.ModelVersions;
import org.rightdoor.learning.Outcome;
import org.rightdoor.understand.Classifier;
import org.rightdoor.understand.Meaning;
import org.rightdoor.understand.TrainingText;

/**
 * Keeps what is read by in step with what staff have taught. The replica that claims a candidate trains it and decides; the
 * others train the same texts once it is in force, which gives the same model: that costs each some seconds of one
 * processor, where storing it would cost the database some 30 MB for every correction.
 */
@ApplicationScoped
class LearnFromCorrections {

    private final CurrentKnowledge knowledge;
    private final LearnedTexts texts;
    private final ModelVersions versions;
    private final String claimant = UUID.randomUUID().toString();
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    LearnFromCorrections(CurrentKnowledge knowledge, LearnedTexts texts, ModelVersions versions) {
        this.knowledge = knowledge;
        this.texts = texts;
        this.versions = versions;
    }

    @Scheduled(every = "2s", skipExecutionIf = Database.NotReady.class)
    void look() {
        if (knowledge.now() == null || !busy.compareAndSet(false, true)) return;
        var thread = new Thread(this::learnAndRest, "learning-from-corrections");
        thread.setDaemon(true);
        thread.start();
    }

    private void learnAndRest() {
        try {
            learn();
        } catch (RuntimeException failure) {
            Log.error("What staff corrected could not be learned; it is tried again", failure);
        } finally {
            busy.set(false);
        }
    }

    /** Takes over the version in force, and trains and decides a new one where there is something new. */
    void learn() {
        if (knowledge.now().classifier().meaning().state() == Meaning.State.BEING_LEARNED) return;
        var inForce = await(versions.inForce());
        if (inForce.number != knowledge.version()) takeOver(inForce);
        var candidate = await(versions.claim(claimant));
        if (candidate != null) decide(candidate, inForce);
    }

    private void takeOver(ModelVersion inForce) {
        var basis = knowledge.now();
        var learned = trainingTexts(inForce);
        var isReadAlready = learned.equals(knowledge.learned());
        knowledge.takeOver(
                inForce, learned, basis, isReadAlready ? basis.classifier() : knowledge.trained(basis, learned));
    }

    private void decide(ModelVersion candidate, ModelVersion inForce) {
        var basis = knowledge.now();
        var learned = trainingTexts(candidate);
        var trained = knowledge.trained(basis, learned);
        var outcome = outcome(basis, trained);
        // What only takes texts out is never refused: whoever removes a text wants it gone.
        var accepted = candidate.contentsWithout(inForce).isEmpty()
                || outcome.isNoWorse(await(versions.firstAccuracy(outcome.rules())));
        if (!accepted) {
            Log.warnf("Version %d reads worse than the one in force and is refused: %s", candidate.number, outcome);
            await(versions.refuse(candidate.number, claimant, outcome));
        } else if (await(versions.accept(candidate.number, claimant, outcome))) {
            knowledge.takeOver(candidate, learned, basis, trained);
        }
    }

    private static Outcome outcome(Knowledge basis, Classifier trained) {
        var before = basis.classifier().heldOutAccuracy();
        var after = trained.heldOutAccuracy();
        return new Outcome(
                Classifier.fingerprint(basis.rules().trainingTexts()),
                before.isPresent() ? before.getAsDouble() : null,
                after.isPresent() ? after.getAsDouble() : null,
                trained.heldOutTexts());
    }

    private List<TrainingText> trainingTexts(ModelVersion version) {
        return await(texts.of(version.contents())).stream()
                .map(LearnedText::asTrainingText)
                .toList();
    }

    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
