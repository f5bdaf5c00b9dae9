package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.learning.LearnedTexts;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Takes back what was done: by whoever did it, or by those who may work on all the cases that it touched. */
@Path("/desk/deeds/{id}/undone")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class DeedPages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Deeds deeds;

    @Inject
    LearnedTexts learnedTexts;

    @Inject
    CaseDesk desk;

    @POST
    public Uni<Response> undo(@RestPath long id) {
        var seat = seats.now();
        return deeds.find(id).onItem().ifNull().failWith(NotFoundException::new).chain(deed -> deeds.casesOf(id)
                .chain(numbers -> demand(deed, numbers, seat)
                        .chain(() -> deeds.undo(id, seat.actor()))
                        .call(() -> unlearn(deed, numbers, seat))
                        .map(done -> Html.seeOther(
                                numbers.size() == 1
                                        ? "/desk/inquiries/" + numbers.get(0) + "?done=undone"
                                        : "/desk?done=undone"))
                        .onFailure(IllegalStateException.class)
                        .recoverWithUni(refused -> desk.page(
                                409, numbers.get(0), seat, file -> Draft.STATE.wrong(refused.getMessage()), null))));
    }

    private Uni<Void> demand(Deed deed, List<Long> numbers, Seat seat) {
        if (numbers.isEmpty()) throw new NotFoundException();
        return Deeds.inOrder(
                        numbers,
                        number -> deed.isBy(seat.actor())
                                ? access.mayWork(number, seat).replaceWithVoid()
                                : access.demandWork(number, seat))
                .replaceWithVoid();
    }

    private Uni<Void> unlearn(Deed deed, List<Long> numbers, Seat seat) {
        if (deed.kind != Deed.Kind.HANDED_OVER && deed.kind != Deed.Kind.TOPIC_CHANGED) {
            return Uni.createFrom().voidItem();
        }
        return Deeds.inOrder(numbers, number -> learnedTexts.unlearn(number, deed.at, seat.actor()))
                .replaceWithVoid();
    }
}
