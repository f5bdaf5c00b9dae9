package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Attachment;

/** The files of answers that wait for approval. */
@ApplicationScoped
public class ProposedFiles {

    @Inject
    Mutiny.SessionFactory sessions;

    /** What that person has kept for the case goes with the answer from now on. */
    public Uni<Void> give(long number, long staff, long proposal) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        """
                        update DraftFile set proposalId = :proposal
                        where inquiryNumber = :number and staffId = :staff and proposalId is null""")
                .setParameter("proposal", proposal)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The answer goes nowhere: they are its writer's again. */
    public Uni<Void> giveBack(long proposal) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update DraftFile set proposalId = null where proposalId = :proposal")
                .setParameter("proposal", proposal)
                .executeUpdate()
                .replaceWithVoid());
    }

    public Uni<List<Writing.File>> of(long proposal) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select id, name, size from DraftFile where proposalId = :proposal order by id",
                        Writing.File.class)
                .setParameter("proposal", proposal)
                .getResultList());
    }

    /** Null unless that answer has one of that id. */
    public Uni<Attachment> find(long proposal, long id) {
        return sessions.withSession(session -> session.find(DraftFile.class, id))
                .map(file ->
                        file == null || !Long.valueOf(proposal).equals(file.proposalId) ? null : file.attachment());
    }

    /** Those of these ids, to be sent; none is kept. */
    public Uni<List<Attachment>> take(long proposal, List<Long> ids) {
        return sessions.withTransaction(session -> session.createSelectionQuery(
                        "from DraftFile where proposalId = :proposal order by id", DraftFile.class)
                .setParameter("proposal", proposal)
                .getResultList()
                .call(files -> session.removeAll(files.toArray()))
                .map(files -> files.stream()
                        .filter(file -> ids != null && ids.contains(file.id))
                        .map(DraftFile::attachment)
                        .toList()));
    }
}
