package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.CurrentKnowledge;

/** Reads all that the page shows, at once: the readings do not depend on each other. */
@ApplicationScoped
class Board {

    @Inject
    Figures figures;

    @Inject
    Extras extras;

    @Inject
    Goals goals;

    @Inject
    Rising rising;

    @Inject
    CurrentKnowledge knowledge;

    Uni<Found> of(Asked asked) {
        var scope = asked.scope();
        var sight = asked.seat().sight();
        return Uni.combine()
                .all()
                .unis(
                        figures.counted(scope, asked.by()),
                        figures.heard(scope),
                        extras.moves(scope),
                        extras.ages(scope),
                        extras.loads(scope, sight),
                        extras.net(asked.seat().rules().district().timeZone().getId()),
                        goals.of(scope.period().last()),
                        rising.topics(scope, sight))
                .with((counted, heard, moves, ages, loads, net, goals, surges) -> new Found(
                        counted.lines(), counted.weeks(), heard, moves, ages, loads, net, goals, surges, questions()));
    }

    private Map<String, String> questions() {
        return knowledge.now().answers().all().stream()
                .collect(Collectors.toMap(Answer::id, answer -> answer.question("en"), (one, same) -> one));
    }
}
