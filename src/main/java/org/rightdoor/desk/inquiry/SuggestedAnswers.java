package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.AnswerStandings;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.reply.Reply;
import org.rightdoor.understand.Classifier;
import org.rightdoor.understand.Reading;

/** The approved answers that staff are offered for a case, and what the answers learn from what staff do with them. */
@ApplicationScoped
class SuggestedAnswers {

    private static final int MOST = 3;

    /** Texts whose reading is kept: those of the cases that are worked on just now. */
    private static final int REMEMBERED = 200;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AnswerStandings standings;

    @Inject
    GivenAnswers given;

    @Inject
    Vertx vertx;

    private record Held(Classifier by, boolean byMeaning, Reading reading) {}

    private final Map<String, Held> readings = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Those that fit best, best first, without those that somebody said not to fit. */
    Uni<List<Sheet.Fitting>> forCase(CaseFile file) {
        return standings.misfitsOf(file.inquiry().number).chain(misfits -> fitting(file, misfits));
    }

    /** A reply begun with that answer; a blank one when there is no such answer any more. */
    Draft begin(String id, CaseFile file) {
        return knowledge
                .now()
                .answers()
                .find(id)
                .map(answer -> Draft.from(answer.id(), answer.text().in(file.inquiry().language)))
                .orElse(Draft.BLANK);
    }

    /** Notes in the replies from which answer they were taken. */
    void mark(List<Reply> replies, String id, CaseFile file) {
        knowledge
                .now()
                .answers()
                .find(id)
                .ifPresent(answer -> replies.forEach(
                        reply -> reply.takenFrom(answer.id(), answer.version(file.inquiry().language))));
    }

    /** Staff sent it, as it is or edited: it fits. */
    Uni<Void> sent(String id, CaseFile file, Actor by) {
        var answer = knowledge.now().answers().find(id);
        if (answer.isEmpty()) return Uni.createFrom().voidItem();
        return given.remember(answer.get(), file.inquiry().language)
                .chain(() -> standings.judge(answer.get(), file.inquiry().number, true, by));
    }

    /** Staff say that it does not fit. */
    Uni<Void> reject(String id, long number, Actor by) {
        return knowledge
                .now()
                .answers()
                .find(id)
                .map(answer -> standings.judge(answer, number, false, by))
                .orElse(Uni.createFrom().voidItem());
    }

    // Reading takes milliseconds: off the event loop.
    private Uni<List<Sheet.Fitting>> fitting(CaseFile file, Set<String> misfits) {
        var known = knowledge.now();
        var today = LocalDate.now(known.rules().district().timeZone());
        var school = file.inquiry().school;
        var said = file.timeline().stream()
                .filter(TimelineEntry::isContact)
                .map(TimelineEntry::text)
                .findFirst()
                .orElse("");
        return vertx.executeBlocking(
                () -> {
                    var reading = reading(said, known.classifier());
                    return known.answers().suggestions(said, reading, school, today, MOST + misfits.size()).stream()
                            .map(match -> match.answer())
                            .filter(answer -> !misfits.contains(answer.id()))
                            .limit(MOST)
                            .map(answer -> fitting(answer, file))
                            .toList();
                },
                false);
    }

    // A case is looked at many times, and its first message is always the same.
    private Reading reading(String said, Classifier classifier) {
        synchronized (readings) {
            var held = readings.get(said);
            if (held != null && held.by == classifier && held.byMeaning == classifier.readsMeaning())
                return held.reading;
        }
        var byMeaning = classifier.readsMeaning();
        var reading = classifier.read(said);
        synchronized (readings) {
            readings.put(said, new Held(classifier, byMeaning, reading));
        }
        return reading;
    }

    private static Sheet.Fitting fitting(Answer answer, CaseFile file) {
        var language = file.inquiry().language;
        var phrasings = answer.questions().containsKey(language)
                ? answer.questions().get(language)
                : answer.questions().values().iterator().next();
        return new Sheet.Fitting(answer.id(), phrasings.get(0), answer.text().in(language));
    }
}
