package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Sendings;
import org.rightdoor.reply.Sendings.TakenBack;

/** Takes an answer back before it leaves: its words and files are a draft again. */
@Path("/desk/inquiries/{number}/sendings/{id}/taken-back")
@RolesAllowed(May.SEND)
@Cancellable(false)
class TakeBackPages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Sendings sendings;

    @Inject
    Drafts drafts;

    @Inject
    Mutiny.SessionFactory sessions;

    @POST
    public Uni<Response> takeBack(@RestPath long number, @RestPath long id) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> sessions.withTransaction(session -> sendings.takeBack(number, id, seat.actor())
                        .onItem()
                        .ifNull()
                        .failWith(NotFoundException::new)
                        .chain(this::writeAgain)))
                .map(draft -> "taken-back")
                .onFailure(IllegalStateException.class)
                .recoverWithItem("left")
                .map(done -> Html.seeOther("/desk/inquiries/" + number + "?done=" + done + "#reply"));
    }

    private Uni<Void> writeAgain(TakenBack taken) {
        var sending = taken.sending();
        var writing = Writing.of(
                sending.text, sending.translation, Writing.channels(sending.channels), sending.answerId, Known.ALL);
        return drafts.bringBack(sending.inquiryNumber, sending.staffId, writing)
                .chain(() -> drafts.keep(sending.inquiryNumber, sending.staffId, taken.files()));
    }
}
