package org.rightdoor.survey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Survey;

/** The cases whose families may be asked now. */
@ApplicationScoped
class SettledCases {

    private static final int AT_ONCE = 200;

    /** Those that were due longer ago are left alone: a family that is asked about last month's case wonders what it was. */
    private static final int DAYS = 3;

    // Without an answer by a person or from the approved ones there was no help to speak of: what staff just close is
    // mostly no matter at all.
    private static final String UNASKED =
            """
            select i.number from inquiry i
            where i.status = 'RESOLVED'
                and i.resolved_at between cast(:until as timestamptz) - make_interval(days => %d) and cast(:until as timestamptz)
                and i.merged_into is null and not i.safety and i.contacts > 0
                and exists (select from reply r where r.inquiry_number = i.number and not r.code
                            and (not r.automatic or r.answer_id is not null))
                and not exists (select from survey s where s.inquiry_number = i.number)
            order by i.resolved_at"""
                    .formatted(DAYS);

    private static final String ASKED_LATELY =
            """
            select count(*) from survey s join inquiry i on i.number = s.inquiry_number
            where i.person_id = :person and s.sent_at > :since""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** The next of them that were settled that long ago, the longest settled first. */
    Uni<List<Long>> next(Duration after) {
        return sessions.withSession(session -> session.createNativeQuery(UNASKED, Long.class)
                .setParameter("until", ago(after))
                .setMaxResults(AT_ONCE)
                .getResultList());
    }

    Uni<Boolean> wasAskedWithin(Duration time, long person) {
        return sessions.withSession(session -> session.createNativeQuery(ASKED_LATELY, Long.class)
                .setParameter("person", person)
                .setParameter("since", ago(time))
                .getSingleResult()
                .map(count -> count > 0));
    }

    Uni<Void> keep(Survey survey) {
        return sessions.withTransaction(session -> session.persist(survey));
    }

    private static OffsetDateTime ago(Duration time) {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(time);
    }
}
