package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Sight;

/** Answers that wait for somebody's approval. */
@ApplicationScoped
public class Proposals {

    private static final int MOST = 200;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /** Keeps it for somebody's approval; nothing leaves. */
    public Uni<Inquiry> propose(Proposal proposal, Actor by) {
        return sessions.withTransaction(session -> session.persist(proposal)
                .chain(() -> inquiries.change(
                        proposal.inquiryNumber, inquiry -> Event.of(Event.Kind.PROPOSED, by, proposal.text))));
    }

    /** Those of a case that wait, or went back and were not written again, the newest first. */
    public Uni<List<Proposal>> undoneOf(long inquiryNumber) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        from Proposal p where p.inquiryNumber = :number and (p.state = WAITING or p.state = RETURNED
                            and not exists (from Proposal n where n.inquiryNumber = :number and n.staffId = p.staffId
                                            and n.id > p.id))
                        order by p.id desc""",
                        Proposal.class)
                .setParameter("number", inquiryNumber)
                .setMaxResults(MOST)
                .getResultList());
    }

    /** Those that wait on cases this person may work on, the longest waiting first. */
    public Uni<List<Proposal>> waiting(Sight sight) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(
                    "select w.* from proposal w join inquiry i on i.number = w.inquiry_number where w.state = 'WAITING' and "
                            + sight.mayWork() + " order by w.at, w.id",
                    Proposal.class);
            sight.bind(query::setParameter);
            return query.setMaxResults(MOST).getResultList();
        });
    }

    /** Null unless that case has one of that id. */
    public Uni<Proposal> find(long inquiryNumber, long id) {
        return sessions.withSession(session -> session.find(Proposal.class, id))
                .map(found -> found != null && found.inquiryNumber == inquiryNumber ? found : null);
    }

    /**
     * Approves it, once; sending it is its approver's.
     *
     * @throws IllegalStateException when it was decided already
     */
    public Uni<Inquiry> approve(long inquiryNumber, long id, Actor by) {
        return sessions.withTransaction(session -> decide(inquiryNumber, id, proposal -> proposal.approve(by))
                .chain(proposal -> inquiries.change(
                        inquiryNumber, inquiry -> Event.of(Event.Kind.APPROVED, by, proposal.author))));
    }

    /** Gives it back to its author. */
    public Uni<Inquiry> giveBack(long inquiryNumber, long id, String remark, Actor by) {
        return sessions.withTransaction(session -> decide(inquiryNumber, id, proposal -> proposal.giveBack(remark, by))
                .chain(() -> inquiries.change(inquiryNumber, inquiry -> Event.of(Event.Kind.GIVEN_BACK, by, remark))));
    }

    /** Its author takes it back. */
    public Uni<Inquiry> withdraw(long inquiryNumber, long id, Actor by) {
        return sessions.withTransaction(session -> decide(inquiryNumber, id, proposal -> proposal.withdraw(by))
                .chain(() -> inquiries.change(inquiryNumber, inquiry -> Event.of(Event.Kind.WITHDRAWN, by, ""))));
    }

    private Uni<Proposal> decide(long inquiryNumber, long id, Consumer<Proposal> verb) {
        return sessions.withTransaction(session -> session.find(Proposal.class, id, LockMode.PESSIMISTIC_WRITE)
                .invoke(proposal -> {
                    if (proposal == null || proposal.inquiryNumber != inquiryNumber) {
                        throw new IllegalStateException("There is no such answer any more.");
                    }
                    verb.accept(proposal);
                }));
    }
}
