package org.rightdoor.answers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;

/** Which answers are given by themselves, what was said about them in cases, and how the one follows from the other. */
@ApplicationScoped
public class AnswerStandings {

    private static final String JUDGE =
            """
            insert into answer_verdict (answer_id, inquiry_number, helped, actor, staff_id, at)
            values (:answer, :number, :helped, :actor, cast(:staff as bigint), :at)
            on conflict (answer_id, inquiry_number) do update
            set helped = excluded.helped, actor = excluded.actor, staff_id = excluded.staff_id, at = excluded.at
            """;

    private static final String COUNT =
            """
            select v.answer_id as answer,
                   count(*) filter (where helped) as hits, count(*) filter (where not helped) as misses,
                   count(*) filter (where helped and at > s.since) as new_hits,
                   count(*) filter (where not helped and at > s.since) as new_misses
            from answer_verdict v cross join lateral (
                select coalesce(max(s.at), '-infinity') as since from answer_standing s where s.answer_id = v.answer_id) s
            where :answer = '' or v.answer_id = :answer
            group by v.answer_id
            """;

    /**
     * What was said about one answer.
     *
     * @param ever in all its time
     * @param lately since its standing last changed: after a change it has to earn the next one anew
     */
    record Said(TrackRecord ever, TrackRecord lately) {}

    @Inject
    Mutiny.SessionFactory sessions;

    /** May this answer be given without a person? */
    public Uni<Boolean> isAutomatic(Answer answer) {
        return sessions.withSession(session -> latest(session, answer.id()))
                .map(standing -> standing == null ? answer.automatic() : standing.automatic);
    }

    /**
     * Somebody says whether the answer fitted the case. In the end that makes it one which is given by itself, or stops it
     * from being one.
     */
    public Uni<Void> judge(Answer answer, long inquiry, boolean helped, Actor by) {
        return sessions.withTransaction(session -> session.createNativeQuery(JUDGE)
                .setParameter("answer", answer.id())
                .setParameter("number", inquiry)
                .setParameter("helped", helped)
                .setParameter("actor", by.name())
                .setParameter("staff", by.staffId())
                .setParameter("at", Instant.now())
                .executeUpdate()
                .chain(() -> weigh(session, answer)));
    }

    /** Staff decide by hand; from then on the answer has to earn the next change anew. */
    public Uni<Void> decide(Answer answer, boolean automatic, Actor by) {
        var standing = AnswerStanding.of(answer.id(), automatic, "Decided by hand", by);
        return sessions.withTransaction(session -> session.persist(standing));
    }

    /** The ids of the answers that were said not to fit this case. */
    public Uni<Set<String>> misfitsOf(long inquiry) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select answer_id from answer_verdict where inquiry_number = :number and not helped",
                        String.class)
                .setParameter("number", inquiry)
                .getResultList()
                .map(Set::copyOf));
    }

    /** All standings of each answer that has any, the latest first. */
    public Uni<Map<String, List<AnswerStanding>>> history() {
        return sessions.withSession(
                session -> session.createSelectionQuery("from AnswerStanding order by id desc", AnswerStanding.class)
                        .getResultList()
                        .map(all -> all.stream().collect(Collectors.groupingBy(standing -> standing.answerId))));
    }

    /** What was said about each answer that was judged. */
    public Uni<Map<String, TrackRecord>> records() {
        return sessions.withSession(session -> said(session, "")).map(said -> said.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().ever())));
    }

    private static Uni<Void> weigh(Mutiny.Session session, Answer answer) {
        return latest(session, answer.id())
                .chain(standing -> said(session, answer.id()).chain(said -> {
                    var automatic = standing == null ? answer.automatic() : standing.automatic;
                    var lately = said.get(answer.id()).lately();
                    if (automatic ? !lately.condemnsIt() : !lately.provesIt())
                        return Uni.createFrom().voidItem();
                    var why = "Fitted %d of %d cases".formatted(lately.hits(), lately.hits() + lately.misses());
                    return session.persist(AnswerStanding.of(answer.id(), !automatic, why, Actor.RIGHTDOOR));
                }));
    }

    private static Uni<AnswerStanding> latest(Mutiny.Session session, String answer) {
        return session.createSelectionQuery(
                        "from AnswerStanding where answerId = :answer order by id desc", AnswerStanding.class)
                .setParameter("answer", answer)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private static Uni<Map<String, Said>> said(Mutiny.Session session, String answer) {
        return session.createNativeQuery(COUNT, Tuple.class)
                .setParameter("answer", answer)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("answer", String.class),
                                row -> new Said(
                                        record(row, "hits", "misses"), record(row, "new_hits", "new_misses")))));
    }

    private static TrackRecord record(Tuple row, String hits, String misses) {
        return new TrackRecord(
                row.get(hits, Long.class).intValue(),
                row.get(misses, Long.class).intValue());
    }
}
