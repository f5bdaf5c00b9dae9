package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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

    Uni<Found> of(Asked asked) {
        var scope = asked.scope();
        var sight = asked.seat().sight();
        return Uni.combine()
                .all()
                .unis(
                        figures.lines(scope),
                        figures.weeks(scope),
                        figures.hours(scope),
                        extras.moves(scope),
                        extras.ages(scope),
                        extras.loads(scope, sight),
                        extras.net(asked.seat().rules().district().timeZone().getId()),
                        goals.of(scope.period().last()),
                        rising.topics(scope, sight))
                .with(Found::new);
    }
}
