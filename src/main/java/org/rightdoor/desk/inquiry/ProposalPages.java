package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.desk.writing.Drafts;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.reply.Proposal;
import org.rightdoor.reply.Proposals;
import org.rightdoor.reply.Reply;

/** A helper writes an answer; a colleague sends it, as it is or changed, or returns it with a remark. */
@Path("/desk/inquiries/{number}/proposals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class ProposalPages {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_REMARK = 1_000;

    /**
     * @param mine true where this seat's person wrote it
     * @param remark as typed
     */
    record Waiting(Seat seat, Sheet sheet, Proposal proposal, boolean mine, String remark, String error)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Proposals proposals;

    @Inject
    Drafts drafts;

    @Inject
    Textings textings;

    @Inject
    SuggestedAnswers suggested;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> propose(
            @RestPath long number,
            @RestForm String text,
            @RestForm("channel") List<String> channels,
            @RestForm String answer) {
        var seat = seats.now();
        var draft = Draft.reply(text, channels, answer);
        var fault = fault(draft);
        if (fault != null) return desk.wrong(number, seat, draft, fault);
        var proposal = Proposal.of(
                number,
                CaseDesk.clean(draft.reply()),
                draft.channels(),
                draft.answer().isEmpty() ? null : draft.answer(),
                seat.actor());
        return desk.work(number, seat, draft, "proposed", () -> proposals
                .propose(proposal, seat.actor())
                .call(() -> drafts.forget(number, seat.staff().id, Drafts.Kind.REPLY)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(May.READ)
    public Uni<Response> show(@RestPath long number, @RestPath long id) {
        return page(200, number, id, null, "", null);
    }

    @POST
    @Path("/{id}/approved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.SEND)
    public Uni<Response> approve(
            @RestPath long number,
            @RestPath long id,
            @RestForm String text,
            @RestForm("channel") List<String> channels) {
        var seat = seats.now();
        return access.demandWork(number, seat)
                .chain(() -> proposals.find(number, id))
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new)
                .chain(proposal -> {
                    var draft = Draft.reply(text, channels, proposal.answerId);
                    var fault = fault(draft);
                    if (fault != null) return page(422, number, id, draft, "", fault);
                    return send(number, proposal, draft, seat)
                            .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=replied"))
                            .onFailure(IllegalStateException.class)
                            .recoverWithUni(misuse -> page(409, number, id, draft, "", misuse.getMessage()));
                });
    }

    private Uni<Void> send(long number, Proposal proposal, Draft draft, Seat seat) {
        return access.open(number, seat)
                .chain(opened -> textings.about(opened.file()).chain(texting -> {
                    var sheet = new Sheet(seat, opened.file(), List.of(), List.of(), texting, draft, true);
                    var refusal = sheet.refusal(draft.channels());
                    if (refusal != null) throw new IllegalStateException(refusal);
                    var made = draft.channels().stream()
                            .map(sheet::destination)
                            .filter(Objects::nonNull)
                            .map(to -> Reply.to(number, to, CaseDesk.clean(draft.reply()), seat.actor()))
                            .toList();
                    if (made.isEmpty()) throw new IllegalStateException("The family cannot be reached that way.");
                    suggested.mark(made, draft.answer(), opened.file());
                    return proposals
                            .approve(number, proposal.id, made, opened.partOf(seat), seat.actor())
                            .call(() -> suggested.sent(draft.answer(), opened.file(), seat.actor()))
                            .replaceWithVoid();
                }));
    }

    @POST
    @Path("/{id}/returned")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(May.SEND)
    public Uni<Response> giveBack(@RestPath long number, @RestPath long id, @RestForm String remark) {
        var seat = seats.now();
        var said = remark == null ? "" : CaseDesk.clean(remark);
        return access.demandWork(number, seat)
                .chain(() -> said.isEmpty() || said.length() > LONGEST_REMARK
                        ? page(422, number, id, null, said, "Say what to change.")
                        : proposals
                                .giveBack(number, id, said, seat.actor())
                                .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=returned"))
                                .onFailure(IllegalStateException.class)
                                .recoverWithUni(misuse -> page(409, number, id, null, said, misuse.getMessage())));
    }

    @POST
    @Path("/{id}/withdrawn")
    public Uni<Response> withdraw(@RestPath long number, @RestPath long id) {
        var seat = seats.now();
        return access.demandWork(number, seat).chain(() -> proposals
                .withdraw(number, id, seat.actor())
                .replaceWith(() -> Html.seeOther("/desk/inquiries/" + number + "?done=withdrawn"))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(misuse -> page(409, number, id, null, "", misuse.getMessage())));
    }

    private Uni<Response> page(int status, long number, long id, Draft typed, String remark, String error) {
        var seat = seats.now();
        return access.open(number, seat)
                .chain(opened -> proposals.find(number, id).chain(proposal -> {
                    if (proposal == null) throw new NotFoundException();
                    var draft = typed != null
                            ? typed
                            : Draft.reply(proposal.text, Arrays.asList(proposal.channels), proposal.answerId);
                    return textings.about(opened.file())
                            .map(texting -> new Sheet(
                                    seat, opened.file(), List.of(), List.of(), texting, draft, opened.mayWork()))
                            .chain(sheet -> Html.secret(Html.page(
                                    status,
                                    new Waiting(
                                            seat,
                                            sheet,
                                            proposal,
                                            proposal.staffId == seat.staff().id,
                                            remark,
                                            error))));
                }));
    }

    private static String fault(Draft draft) {
        if (draft.reply().isBlank()) return "Write an answer first.";
        if (draft.reply().length() > LONGEST) return "That is too long for one answer.";
        return draft.channels().isEmpty() ? "Choose how the family gets the answer." : null;
    }
}
