package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.ProposedFiles;
import org.rightdoor.desk.writing.Writing;
import org.rightdoor.people.May;
import org.rightdoor.portal.Download;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Proposal;
import org.rightdoor.reply.Proposals;

/** An answer that a helper wrote: a colleague sends it, as it is or changed, or returns it with a remark. */
@Path("/desk/inquiries/{number}/proposals/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.SEND)
@Cancellable(false)
class ProposalPages {

    private static final int LONGEST_REMARK = 1_000;

    /**
     * @param mine true where this seat's person wrote it
     * @param files that are to go with it
     * @param remark as typed
     */
    record Waiting(
            Seat seat,
            Sheet sheet,
            Proposal proposal,
            boolean mine,
            List<Writing.File> files,
            String remark,
            String error)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Proposals proposals;

    @Inject
    ProposedFiles files;

    @Inject
    Approvals approvals;

    @Inject
    Textings textings;

    @GET
    @RolesAllowed(May.READ)
    public Uni<Response> show(@RestPath long number, @RestPath long id) {
        return page(200, number, id, null, "", null);
    }

    @GET
    @Path("/files/{file}")
    @RolesAllowed(May.READ)
    public Uni<Response> file(@RestPath long number, @RestPath long id, @RestPath long file) {
        return access.open(number, seats.now())
                .chain(opened -> found(number, id))
                .chain(proposal -> files.find(id, file))
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new)
                .map(Download::of);
    }

    @POST
    @Path("/approved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> approve(@RestPath long number, @RestPath long id, @BeanParam Composed composed) {
        var seat = seats.now();
        return access.demandWork(number, seat).chain(() -> found(number, id)).chain(proposal -> {
            composed.answer = proposal.answerId;
            var draft = composed.draft();
            var fault = composed.fault(Enclosures.NONE);
            if (fault != null) return page(422, number, id, draft, "", fault);
            return approvals
                    .send(proposal, composed, seat)
                    .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=replied"))
                    .onFailure(IllegalStateException.class)
                    .recoverWithUni(misuse -> page(409, number, id, draft, "", misuse.getMessage()));
        });
    }

    @POST
    @Path("/returned")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> giveBack(@RestPath long number, @RestPath long id, @RestForm String remark) {
        var seat = seats.now();
        var said = remark == null ? "" : CaseDesk.clean(remark);
        return access.demandWork(number, seat)
                .chain(() -> said.isEmpty() || said.length() > LONGEST_REMARK
                        ? page(422, number, id, null, said, "Say what to change.")
                        : approvals
                                .giveBack(number, id, said, seat)
                                .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=returned"))
                                .onFailure(IllegalStateException.class)
                                .recoverWithUni(misuse -> page(409, number, id, null, said, misuse.getMessage())));
    }

    private Uni<Proposal> found(long number, long id) {
        return proposals.find(number, id).onItem().ifNull().failWith(NotFoundException::new);
    }

    private Uni<Response> page(int status, long number, long id, Draft typed, String remark, String error) {
        var seat = seats.now();
        return access.open(number, seat).chain(opened -> found(number, id).chain(proposal -> {
            var draft = typed != null
                    ? typed
                    : Draft.reply(proposal.text, Arrays.asList(proposal.channels), proposal.answerId);
            var mine = proposal.staffId == seat.staff().id;
            return textings.about(opened.file())
                    .map(texting ->
                            new Sheet(seat, opened.file(), List.of(), List.of(), texting, draft, opened.mayWork()))
                    .chain(sheet -> files.of(id)
                            .chain(waiting -> Html.secret(Html.page(
                                    status, new Waiting(seat, sheet, proposal, mine, waiting, remark, error)))));
        }));
    }
}
