package org.rightdoor.channel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.channel.web.Suspected.Because;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Receipt;

/** Questions that look like spam wait here for a person; none is ever deleted. */
@ApplicationScoped
public class Quarantine {

    private static final int PAGE = 50;

    private static final String COLUMNS =
            """
            select id, at, external_id, visitor, because, cast(question as text) as question, decided_by, let_in,
                   inquiry_number
            from suspected""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    ObjectMapper json;

    @Inject
    Intake intake;

    @Inject
    Inquiries inquiries;

    /** Holds it; the same one twice is held once. */
    public Uni<Void> hold(String externalId, String visitor, Because because, Question question) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into suspected (external_id, visitor, because, question)
                        values (:externalId, :visitor, :because, cast(cast(:question as text) as jsonb)) on conflict do nothing""")
                .setParameter("externalId", externalId)
                .setParameter("visitor", visitor)
                .setParameter("because", because.name())
                .setParameter("question", written(question))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Those that wait for a person, oldest first. */
    public Uni<List<Suspected>> waiting() {
        return list(" where decided_at is null order by id", null);
    }

    /** Those a person has decided about, the latest first, without those that became cases this person may not see. */
    public Uni<List<Suspected>> decided(Sight sight) {
        var which = " where decided_at is not null and (inquiry_number is null or exists (select from inquiry i"
                + " where i.number = inquiry_number and " + sight.mayRead() + ")) order by decided_at desc";
        return list(which, sight);
    }

    /** It goes the road of all questions, and its case says that it was held; null when a colleague was faster. */
    public Uni<Receipt> letIn(long id, Actor by) {
        return find(id).chain(held -> held == null || held.decidedBy() != null
                ? Uni.createFrom().nullItem()
                : intake.receive(held.question().inbound(held.externalId()))
                        .call(receipt -> decide(id, true, receipt.number(), by))
                        .call(receipt -> inquiries.change(
                                receipt.number(),
                                inquiry -> inquiry.note("It was held as possible spam and let in.", by))));
    }

    public Uni<Void> keepOut(long id, Actor by) {
        return decide(id, false, null, by);
    }

    private Uni<Void> decide(long id, boolean letIn, Long inquiry, Actor by) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        update suspected set decided_at = now(), decided_by = :who, staff_id = cast(:staff as bigint),
                               let_in = :letIn, inquiry_number = cast(:inquiry as bigint)
                        where id = :id and decided_at is null""")
                .setParameter("who", by.name())
                .setParameter("staff", by.staffId())
                .setParameter("letIn", letIn)
                .setParameter("inquiry", inquiry)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }

    private Uni<Suspected> find(long id) {
        return sessions.withSession(session -> session.createNativeQuery(COLUMNS + " where id = :id", Tuple.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : suspected(row)));
    }

    private Uni<List<Suspected>> list(String which, Sight sight) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(COLUMNS + which, Tuple.class);
            if (sight != null) sight.bind(query::setParameter);
            return query.setMaxResults(PAGE)
                    .getResultList()
                    .map(rows -> rows.stream().map(this::suspected).toList());
        });
    }

    private Suspected suspected(Tuple row) {
        return new Suspected(
                row.get("id", Long.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("external_id", String.class),
                row.get("visitor", String.class),
                Because.valueOf(row.get("because", String.class)),
                read(row.get("question", String.class)),
                row.get("decided_by", String.class),
                Boolean.TRUE.equals(row.get("let_in", Boolean.class)),
                row.get("inquiry_number", Long.class));
    }

    private String written(Question question) {
        try {
            return json.writeValueAsString(question);
        } catch (JsonProcessingException aRecordOfTexts) {
            throw new IllegalStateException(aRecordOfTexts);
        }
    }

    private Question read(String question) {
        try {
            return json.readValue(question, Question.class);
        } catch (JsonProcessingException writtenByUs) {
            throw new IllegalStateException(writtenByUs);
        }
    }
}
