package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.writing.Drafts;

/** Takes in what the reply box sends, whatever becomes of it: what cannot go stays a draft, with its files. */
@ApplicationScoped
class Composing {

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Drafts drafts;

    @Inject
    Vertx vertx;

    /** Goes on where nothing is at fault; otherwise the page comes back with what was typed and what is wrong with it. */
    Uni<Response> take(long number, Composed composed, Seat seat, Function<Enclosures, Uni<Response>> then) {
        return enclosures(composed).chain(enclosures -> {
            var fault = composed.fault(enclosures);
            if (fault == null) return then.apply(enclosures);
            return access.demandWork(number, seat)
                    .chain(() -> keep(number, composed, enclosures, seat))
                    .chain(() -> desk.wrong(number, seat, composed.draft(), fault));
        });
    }

    /** As a draft, with the files that could be sent. */
    Uni<Void> keep(long number, Composed composed, Enclosures enclosures, Seat seat) {
        return drafts.keep(number, seat.staff().id, composed.writing(), composed.kept, enclosures.sendable());
    }

    private Uni<Enclosures> enclosures(Composed composed) {
        return composed.uploads().isEmpty()
                ? Uni.createFrom().item(Enclosures.NONE)
                : vertx.executeBlocking(() -> Enclosures.of(composed.uploads()), false);
    }
}
