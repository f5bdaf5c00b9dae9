package org.rightdoor.desk.answers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rightdoor.answers.AnswerReaders;
import org.rightdoor.answers.AnswerStandings;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.answers.TrackRecord;
import org.rightdoor.desk.Seat;

/** All answers in force with what became of them. */
@ApplicationScoped
class AnswerCards {

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AnswerStandings standings;

    @Inject
    AnswerReaders readers;

    @Inject
    GivenAnswers given;

    Uni<List<AnswerCard>> all(Seat seat) {
        return standings.history().chain(history -> standings.records().chain(records -> readers.records()
                .chain(read -> given.all().map(versions -> knowledge.now().answers().all().stream()
                        .map(answer -> new AnswerCard(
                                seat,
                                answer,
                                history.getOrDefault(answer.id(), List.of()),
                                records.getOrDefault(answer.id(), TrackRecord.NONE),
                                read.getOrDefault(answer.id(), TrackRecord.NONE),
                                versions.getOrDefault(answer.id(), List.of())))
                        .toList()))));
    }
}
