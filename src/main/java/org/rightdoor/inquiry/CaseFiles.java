package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.TimelineEntry.Direction;
import org.rightdoor.inquiry.TimelineEntry.File;
import org.rightdoor.people.People;
import org.rightdoor.people.Person;
import org.rightdoor.people.Ties;

/** Cases with their whole history over all channels. */
@ApplicationScoped
public class CaseFiles {

    // Replies tell more than the event that one was written, so that event is left out.
    private static final String TIMELINE =
            """
            select c.at as at, 'CONTACT' as kind, c.channel as channel, p.name as who, c.address as address,
                   case when c.subject is null or c.subject = '' then c.text else c.subject || E'\\n\\n' || c.text end as text,
                   false as automatic, cast(null as text) as state, cast(null as text) as error, c.id as id,
                   false as undone, c.inquiry_number as number, c.counts as counts, c.left_out as left_out
            from contact c join person p on p.id = c.person_id where c.inquiry_number in :numbers
            union all
            select r.created_at, 'REPLY', r.channel, r.author, r.address, r.text, r.automatic,
                   case when r.held_until > now() then 'HELD' else r.state end, r.error, r.id, false, r.inquiry_number,
                   false, null
            from reply r where r.inquiry_number in :numbers and not r.code
            union all
            select e.at, e.kind, null, e.actor, null, e.detail, false, null, null, e.id,
                   exists (select from deed_on_case o join deed d on d.id = o.deed_id
                           where o.event_id = e.id and d.undone_at is not null),
                   e.inquiry_number, false, null
            from event e where e.inquiry_number in :numbers and e.kind <> 'REPLIED'
            order by 1, 2, 10
            """;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    People people;

    @Inject
    Inquiries inquiries;

    @Inject
    Parts parts;

    @Inject
    Merges merges;

    @Inject
    Ties ties;

    /** The case with all that has become part of it, or null when there is none of that number. */
    public Uni<CaseFile> find(long number) {
        return sessions.withSession(session -> merges.wholeOf(number).chain(numbers -> find(session, number, numbers)));
    }

    /**
     * The case as its own family may read it. Of merged cases that is the surviving one, with the parts of the same person;
     * where that is another person's, the own part alone, standing as the whole does.
     */
    public Uni<CaseFile> ofFamily(long number) {
        return sessions.withSession(session -> inquiries
                .find(number)
                .chain(own -> own == null
                        ? Uni.createFrom().<CaseFile>nullItem()
                        : merges.survivorOf(number).chain(survivor -> parts(session, own, survivor)
                                .chain(theirs -> theirs.contains(survivor)
                                        ? find(session, survivor, theirs)
                                        : find(session, number, theirs).chain(file -> inquiries
                                                .find(survivor)
                                                .map(whole -> file.standingAs(whole)))))));
    }

    private Uni<List<Long>> parts(Mutiny.Session session, Inquiry own, long survivor) {
        return merges.wholeOf(survivor)
                .chain(all -> all.size() == 1
                        ? Uni.createFrom().item(all)
                        : ties.samePeople(own.personId).chain(same -> session.createSelectionQuery(
                                        "select number from Inquiry where number in :all and personId in :same",
                                        Long.class)
                                .setParameter("all", all)
                                .setParameter("same", same)
                                .getResultList()));
    }

    private Uni<CaseFile> find(Mutiny.Session session, long number, List<Long> numbers) {
        return inquiries.find(number).chain(inquiry -> {
            if (inquiry == null) return Uni.createFrom().nullItem();
            return session.find(Person.class, inquiry.personId).chain(person -> people.addresses(person.id)
                    .chain(addresses -> timeline(session, numbers).chain(timeline -> inquiries
                            .wholeLink(number)
                            .chain(link -> parts.of(number).chain(parts -> session.find(Survey.class, number)
                                    .map(survey -> new CaseFile(
                                            inquiry, person, addresses, timeline, parts, link.token, survey)))))));
        });
    }

    /** What was written through one link, oldest first. */
    public Uni<List<Contact>> writtenThrough(String token) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Contact where linkToken = :token order by at, id", Contact.class)
                .setParameter("token", token)
                .getResultList());
    }

    /** What a mail brought beside words and files, or null unless that contact is a mail of the case. */
    public Uni<Letter> letter(long number, long contact) {
        return sessions.withSession(session -> merges.wholeOf(number).chain(numbers -> session.createSelectionQuery(
                        """
                        select l from Letter l join Contact c on c.id = l.contactId
                        where l.contactId = :contact and c.inquiryNumber in :numbers""",
                        Letter.class)
                .setParameter("contact", contact)
                .setParameter("numbers", numbers)
                .getSingleResultOrNull()));
    }

    /** A file with its content, or null unless it belongs to that case. */
    public Uni<Attachment> attachment(long number, long id) {
        return sessions.withSession(session -> merges.wholeOf(number).chain(numbers -> session.createSelectionQuery(
                        """
                        select a from Attachment a where a.id = :id and (
                            a.contactId in (select c.id from Contact c where c.inquiryNumber in :numbers)
                            or a.replyId in (select r.id from Reply r where r.inquiryNumber in :numbers))""",
                        Attachment.class)
                .setParameter("id", id)
                .setParameter("numbers", numbers)
                .getSingleResultOrNull()));
    }

    private static Uni<List<TimelineEntry>> timeline(Mutiny.Session session, List<Long> numbers) {
        return files(session, numbers).chain(files -> letters(session, numbers)
                .chain(letters -> session.createNativeQuery(TIMELINE, Tuple.class)
                        .setParameter("numbers", numbers)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> entry(row, files, letters))
                                .toList())));
    }

    /** By contact, and by reply under the negative of its id. */
    private static Uni<Map<Long, List<File>>> files(Mutiny.Session session, List<Long> numbers) {
        return session.createSelectionQuery(
                        """
                        select coalesce(a.contactId, -a.replyId) as owner, a.id as id, a.name as name, a.size as size,
                               a.mediaType as type, a.found as found
                        from Attachment a
                        where a.contactId in (select c.id from Contact c where c.inquiryNumber in :numbers)
                            or a.replyId in (select r.id from Reply r where r.inquiryNumber in :numbers)
                        order by a.id""",
                        Tuple.class)
                .setParameter("numbers", numbers)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("owner", Long.class),
                                Collectors.mapping(CaseFiles::file, Collectors.toList()))));
    }

    private static List<File> files(String kind, long id, Map<Long, List<File>> files) {
        return switch (kind) {
            case "CONTACT" -> files.getOrDefault(id, List.of());
            case "REPLY" -> files.getOrDefault(-id, List.of());
            default -> List.of();
        };
    }

    private static Uni<Map<Long, Letter>> letters(Mutiny.Session session, List<Long> numbers) {
        return session.createSelectionQuery(
                        "select l from Letter l join Contact c on c.id = l.contactId where c.inquiryNumber in :numbers",
                        Letter.class)
                .setParameter("numbers", numbers)
                .getResultList()
                .map(letters ->
                        letters.stream().collect(Collectors.toMap(letter -> letter.contactId, letter -> letter)));
    }

    private static File file(Tuple row) {
        return new File(
                row.get("id", Long.class),
                row.get("name", String.class),
                row.get("size", Long.class),
                row.get("type", String.class),
                row.get("found", String.class));
    }

    private static TimelineEntry entry(Tuple row, Map<Long, List<File>> files, Map<Long, Letter> letters) {
        var kind = row.get("kind", String.class);
        var channel = row.get("channel", String.class);
        var id = row.get("id", Long.class);
        var leftOut = row.get("left_out", String.class);
        return new TimelineEntry(
                row.get("at", OffsetDateTime.class).toInstant(),
                kind,
                channel == null ? null : Channel.valueOf(channel),
                kind.equals("CONTACT") ? Direction.IN : kind.equals("REPLY") ? Direction.OUT : Direction.INSIDE,
                row.get("who", String.class),
                row.get("address", String.class),
                row.get("text", String.class),
                row.get("automatic", Boolean.class),
                row.get("state", String.class),
                row.get("error", String.class),
                id,
                files(kind, id, files),
                kind.equals("CONTACT") ? letters.get(id) : null,
                row.get("undone", Boolean.class),
                row.get("number", Long.class),
                row.get("counts", Boolean.class),
                leftOut == null ? null : LeftOut.valueOf(leftOut));
    }
}
