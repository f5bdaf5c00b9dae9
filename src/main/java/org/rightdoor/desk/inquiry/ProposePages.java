package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.Drafts;
import org.rightdoor.desk.writing.Known;
import org.rightdoor.desk.writing.ProposedFiles;
import org.rightdoor.desk.writing.Writing;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Proposal;
import org.rightdoor.reply.Proposals;

/** A helper writes an answer, with files, for a colleague to send; until then it can be taken back and written on. */
@Path("/desk/inquiries/{number}/proposals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class ProposePages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Composing composing;

    @Inject
    Proposals proposals;

    @Inject
    Drafts drafts;

    @Inject
    ProposedFiles files;

    @Inject
    Mutiny.SessionFactory sessions;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> propose(@RestPath long number, @BeanParam Composed composed) {
        return take(number, composed);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> proposeWithFiles(@RestPath long number, @BeanParam Composed.WithFiles composed) {
        return take(number, composed);
    }

    private Uni<Response> take(long number, Composed composed) {
        var seat = seats.now();
        return composing.take(
                number,
                composed,
                seat,
                enclosures -> desk.work(
                        number,
                        seat,
                        composed.draft(),
                        "proposed",
                        () -> propose(proposal(number, composed, seat), composed, enclosures, seat)));
    }

    private static Proposal proposal(long number, Composed composed, Seat seat) {
        var writing = composed.writing();
        return Proposal.of(
                number,
                composed.whole(),
                writing.channels(),
                writing.answer().isEmpty() ? null : writing.answer(),
                seat.actor());
    }

    private Uni<Inquiry> propose(Proposal proposal, Composed composed, Enclosures enclosures, Seat seat) {
        var number = proposal.inquiryNumber;
        return sessions.withTransaction(session -> proposals
                .propose(proposal, seat.actor())
                .call(() -> composing.keep(number, composed, enclosures, seat))
                .call(() -> files.give(number, seat.staff().id, proposal.id))
                .call(() -> drafts.forget(number, seat.staff().id, Drafts.Kind.REPLY)));
    }

    private static Writing begun(Proposal proposal) {
        return Writing.of(proposal.text, "", Arrays.asList(proposal.channels), proposal.answerId, Known.ALL);
    }

    /** What waited is a draft again, with its files. */
    @POST
    @Path("/{id}/withdrawn")
    public Uni<Response> withdraw(@RestPath long number, @RestPath long id) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> sessions.withTransaction(session -> proposals
                        .withdraw(number, id, seat.actor())
                        .call(() -> proposals
                                .find(number, id)
                                .chain(withdrawn -> drafts.bringBack(number, seat.staff().id, begun(withdrawn))))
                        .call(() -> files.giveBack(id))))
                .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=withdrawn#reply"))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(
                        misuse -> desk.page(409, number, seat, file -> Draft.STATE.wrong(misuse.getMessage()), null));
    }
}
