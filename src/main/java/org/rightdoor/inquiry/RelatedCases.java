package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases that somebody should know of who speaks about another: of the same people, alike, or part of it. */
@ApplicationScoped
public class RelatedCases {

    private static final int MOST = 5;

    /** From here on two first lines are taken for the same matter. */
    private static final double ALIKE = 0.5;

    /** From here on two first messages are about the same thing where they were read as of one topic, in whatever language. */
    private static final double SIMILAR = 0.5;

    /** The same where they were not: two topics of one department lie close together. */
    private static final double SIMILAR_ACROSS_TOPICS = 0.8;

    /**
     * One line about a case.
     *
     * @param person name, or null
     * @param same true when it is of the same person
     */
    public record Line(
            long number, String subject, Status status, Instant openedAt, int contacts, String person, boolean same) {}

    /**
     * Open cases that somebody should see beside this one.
     *
     * @param alike perhaps the same matter: of the same people, or in nearly the same letters
     * @param similar those that ask about the same kind of thing, most alike first
     */
    public record Beside(List<Line> alike, List<Line> similar) {}

    /** Another case, and where the first words of it and of this one lie among meanings; null where that is not known. */
    private record Candidate(Line line, String topic, Gist gist, Gist own) {

        double likeness() {
            return gist == null || own == null ? 0 : own.likeness(gist);
        }

        boolean isLike(Inquiry inquiry) {
            var ofOneTopic = topic != null && topic.equals(inquiry.topic);
            return likeness() >= (ofOneTopic ? SIMILAR : SIMILAR_ACROSS_TOPICS);
        }
    }

    /** Cases that have become part of this one by one deed. */
    public record Merged(long deed, List<Long> numbers, String by, Instant at) {}

    private static final String COLUMNS =
            """
            select i.number as number, i.subject as subject, i.status as status, i.opened_at as opened_at,
                   i.contacts as contacts, p.name as person, i.person_id in :same as same""";

    private static final String CASES = " from inquiry i join person p on p.id = i.person_id ";

    private static final String EARLIER = COLUMNS
            + CASES
            + """
            where i.person_id in :people and i.number not in :numbers and i.merged_into is null and %s
            order by i.last_contact_at desc
            limit 5""";

    // The newest of the department first: a million settled cases are never looked at.
    private static final String OPEN_LATELY = COLUMNS
            + ", i.topic as topic, g.direction as direction, (select direction from gist where inquiry_number = :number) as own"
            + CASES
            + """
            left join gist g on g.inquiry_number = i.number
            where i.number = any(array(
                      select number from inquiry n where n.department = :department order by n.number desc limit 300))
                and i.status <> 'RESOLVED' and i.merged_into is null and i.number not in :numbers
                and i.opened_at > now() - interval '14 days' and %s
            order by i.number desc
            limit 100""";

    private static final String MERGED =
            """
            select d.id as deed, d.actor as by, d.at as at, string_agg(cast(m.number as text), ',' order by m.number) as numbers
            from inquiry m
            join deed_on_case o on o.inquiry_number = m.number
            join deed d on d.id = o.deed_id and d.kind = 'MERGED' and d.undone_at is null
            where m.merged_into = :number
                and exists (select from deed_on_case s where s.deed_id = d.id and s.inquiry_number = :number)
            group by d.id, d.actor, d.at order by d.at""";

    @Inject
    Mutiny.SessionFactory sessions;

    /**
     * The latest other cases of these people.
     *
     * @param numbers of the case itself and its parts
     * @param same ids of the person; {@code people} holds also those of the household
     */
    public Uni<List<Line>> earlier(List<Long> numbers, List<Long> same, List<Long> people, Sight sight) {
        return lines(EARLIER, sight, Map.of("numbers", numbers, "same", same, "people", people));
    }

    /** Open cases of the department and of the last days that may be the same matter, or are like it: no more than a hint. */
    public Uni<Beside> beside(Inquiry inquiry, List<Long> numbers, List<Long> same, Sight sight) {
        return rows(
                        OPEN_LATELY,
                        sight,
                        Map.of(
                                "number",
                                inquiry.number,
                                "numbers",
                                numbers,
                                "same",
                                same,
                                "department",
                                inquiry.department))
                .map(rows -> beside(
                        inquiry, rows.stream().map(RelatedCases::candidate).toList()));
    }

    private static Beside beside(Inquiry inquiry, List<Candidate> open) {
        var letters = Letters.of(inquiry.subject);
        var alike = open.stream()
                .map(Candidate::line)
                .filter(line -> line.same() || letters.likeness(Letters.of(line.subject())) >= ALIKE)
                .sorted(Comparator.comparing(Line::same)
                        .thenComparing(line -> letters.likeness(Letters.of(line.subject())))
                        .reversed())
                .limit(MOST)
                .toList();
        var similar = open.stream()
                .filter(candidate -> candidate.isLike(inquiry) && !alike.contains(candidate.line()))
                .sorted(Comparator.comparing(Candidate::likeness).reversed())
                .map(Candidate::line)
                .limit(MOST)
                .toList();
        return new Beside(alike, similar);
    }

    /** What was merged into the case and can be taken apart. */
    public Uni<List<Merged>> mergedInto(long number) {
        return sessions.withSession(session -> session.createNativeQuery(MERGED, Tuple.class)
                .setParameter("number", number)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Merged(
                                row.get("deed", Long.class),
                                Arrays.stream(row.get("numbers", String.class).split(","))
                                        .map(Long::valueOf)
                                        .toList(),
                                row.get("by", String.class),
                                row.get("at", OffsetDateTime.class).toInstant()))
                        .toList()));
    }

    private Uni<List<Line>> lines(String sql, Sight sight, Map<String, Object> parameters) {
        return rows(sql, sight, parameters)
                .map(rows -> rows.stream().map(RelatedCases::line).toList());
    }

    private Uni<List<Tuple>> rows(String sql, Sight sight, Map<String, Object> parameters) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(sql.formatted(sight.mayRead()), Tuple.class);
            parameters.forEach(query::setParameter);
            sight.bind(query::setParameter);
            return query.getResultList();
        });
    }

    private static Candidate candidate(Tuple row) {
        return new Candidate(line(row), row.get("topic", String.class), gist(row, "direction"), gist(row, "own"));
    }

    private static Gist gist(Tuple row, String column) {
        var direction = row.get(column, byte[].class);
        return direction == null ? null : new Gist(direction);
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("number", Long.class),
                row.get("subject", String.class),
                Status.valueOf(row.get("status", String.class)),
                row.get("opened_at", OffsetDateTime.class).toInstant(),
                row.get("contacts", Integer.class),
                row.get("person", String.class),
                row.get("same", Boolean.class));
    }
}
