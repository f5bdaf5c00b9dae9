package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.writing.ProposedFiles;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.reply.Proposal;
import org.rightdoor.reply.Proposals;
import org.rightdoor.reply.Reply;
import org.rightdoor.reply.Sending;
import org.rightdoor.reply.Sendings;

/** Decides about the answers of helpers. What is approved is its approver's answer, who can take it back for some seconds. */
@ApplicationScoped
class Approvals {

    private static final String OVERTAKEN =
            "Something came in since you opened this page. Read the case once more; then approve, or change the answer.";

    @Inject
    Access access;

    @Inject
    Proposals proposals;

    @Inject
    ProposedFiles files;

    @Inject
    Sendings sendings;

    @Inject
    Textings textings;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Mutiny.SessionFactory sessions;

    /** @throws IllegalStateException when it was decided already, cannot go that way, or the case has gone on */
    Uni<Inquiry> send(Proposal proposal, Composed composed, Seat seat) {
        return access.open(proposal.inquiryNumber, seat).chain(opened -> textings.about(opened.file())
                .chain(texting -> send(
                        proposal,
                        composed,
                        opened,
                        new Sheet(seat, opened.file(), List.of(), List.of(), texting, composed.draft(), true))));
    }

    private Uni<Inquiry> send(Proposal proposal, Composed composed, Access.Opened opened, Sheet sheet) {
        var file = opened.file();
        if (!composed.known().news(file.timeline()).isEmpty()) throw new IllegalStateException(OVERTAKEN);
        var number = proposal.inquiryNumber;
        var seat = sheet.seat();
        var writing = composed.writing();
        var made = sheet.destinations().stream()
                .map(to -> Reply.to(number, to, composed.whole(), seat.actor()))
                .toList();
        suggested.mark(made, writing.answer(), file);
        var sending =
                Sending.of(number, seat.staff().id, writing.text(), "", writing.channelsByComma(), writing.answer());
        return sessions.withTransaction(session -> proposals
                .approve(number, proposal.id, seat.actor())
                .chain(() -> files.take(proposal.id, composed.kept))
                .chain(enclosed -> sendings.send(
                        sending,
                        opened.partOf(seat),
                        made,
                        enclosed,
                        composed.known().reply(),
                        seat.actor()))
                .call(() -> suggested.sent(writing.answer(), file, seat.actor())));
    }

    /** Its writer finds the remark, and the files where the answer is written again. */
    Uni<Inquiry> giveBack(long number, long id, String remark, Seat seat) {
        return sessions.withTransaction(
                session -> proposals.giveBack(number, id, remark, seat.actor()).call(() -> files.giveBack(id)));
    }
}
