package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Attachment;

/** What members of staff are writing, a draft each a case; whoever asks gets only what is that person's own. */
@ApplicationScoped
public class Drafts {

    public enum Kind {
        REPLY,
        NOTE
    }

    /** What is kept, and whether that is what was to be kept. */
    record Kept(Writing writing, boolean saved) {}

    // A page that was left open, or that saves a moment too late, does not bring back what its writer has sent since.
    private static final String SAVE =
            """
            insert into draft (inquiry_number, staff_id, kind, text, translation, channels, answer_id, known_contact,
                               known_reply, saved_at)
            select :number, :staff, :kind, :text, :translation, :channels, :answer, :contact, :reply, :now
            where not exists (select from reply r
                              where r.inquiry_number = :number and r.staff_id = :staff and r.id > :reply)
            on conflict (inquiry_number, staff_id, kind) do update
            set text = excluded.text, translation = excluded.translation, channels = excluded.channels,
                answer_id = excluded.answer_id, known_contact = excluded.known_contact, known_reply = excluded.known_reply,
                saved_at = excluded.saved_at""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** What that person has written in the case, or {@link Writing#NONE}. */
    public Uni<Writing> find(long number, long staff, Kind kind) {
        return sessions.withSession(session -> session.createNativeQuery(
                        """
                        select text, translation, channels, answer_id, known_contact, known_reply, saved_at from draft
                        where inquiry_number = :number and staff_id = :staff and kind = :kind""",
                        Tuple.class)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .setParameter("kind", kind.name())
                .getSingleResultOrNull()
                .chain(row -> files(session, number, staff, kind).map(files -> writing(row, files))));
    }

    /**
     * Keeps it in place of that version, or of whatever is there when null; an empty one is forgotten.
     *
     * @return what is kept now; where its writer has gone on or sent an answer elsewhere since that version, what stands
     *     there, and this was not kept
     */
    public Uni<Kept> save(long number, long staff, Kind kind, Writing writing, Long version) {
        return sessions.withTransaction(session -> lock(session, number, staff, kind)
                .chain(() -> find(number, staff, kind))
                .chain(there -> {
                    var overtaken = version != null
                            && there.savedAt() != null
                            && there.version() != version
                            && !there.saysTheSame(writing);
                    return overtaken
                            ? Uni.createFrom().item(new Kept(there, false))
                            : save(number, staff, kind, writing)
                                    .chain(() -> find(number, staff, kind))
                                    .map(now -> new Kept(
                                            now, version == null || writing.isEmpty() || now.saysTheSame(writing)));
                }));
    }

    // Two pages that save at once do it one after the other, also where there is no draft yet.
    private static Uni<Void> lock(Mutiny.Session session, long number, long staff, Kind kind) {
        return session.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:draft, 0))")
                .setParameter("draft", "draft " + number + " " + staff + " " + kind)
                .getResultList()
                .replaceWithVoid();
    }

    /** Keeps it in place of what was there; an empty one is forgotten. */
    public Uni<Void> save(long number, long staff, Kind kind, Writing writing) {
        if (writing.text().isBlank() && writing.translation().isBlank()) return forget(number, staff, kind);
        return sessions.withTransaction(session -> session.createNativeQuery(SAVE)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .setParameter("kind", kind.name())
                .setParameter("text", writing.text())
                .setParameter("translation", writing.translation())
                .setParameter("channels", writing.channelsByComma())
                .setParameter("answer", writing.answer())
                .setParameter("contact", writing.known().contact())
                .setParameter("reply", writing.known().reply())
                .setParameter("now", Instant.now())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Keeps the words and, of the files, those added and those of these ids, until the answer can be sent. */
    public Uni<Void> keep(long number, long staff, Writing writing, List<Long> kept, List<Attachment> added) {
        return sessions.withTransaction(session -> save(number, staff, Kind.REPLY, writing)
                .chain(() -> keepOnly(number, staff, kept))
                .chain(() -> keep(number, staff, added)));
    }

    /** An answer comes back to its writer, who finds it before whatever was begun meanwhile. */
    public Uni<Void> bringBack(long number, long staff, Writing back) {
        return find(number, staff, Kind.REPLY)
                .map(begun -> Writing.of(
                        both(back.text(), begun.text()),
                        both(back.translation(), begun.translation()),
                        back.channels(),
                        back.answer(),
                        Known.ALL))
                .chain(writing -> save(number, staff, Kind.REPLY, writing));
    }

    private static String both(String back, String begun) {
        return begun.isBlank() || begun.equals(back) ? back : back + "\n\n" + begun;
    }

    /** Keeps these files for the answer until it can be sent. */
    public Uni<Void> keep(long number, long staff, List<Attachment> files) {
        if (files.isEmpty()) return Uni.createFrom().voidItem();
        return sessions.withTransaction(session -> session.persistAll(
                files.stream().map(file -> DraftFile.of(number, staff, file)).toArray()));
    }

    /** The kept files of those ids, as attachments that can be sent. */
    public Uni<List<Attachment>> kept(long number, long staff, List<Long> ids) {
        if (ids == null || ids.isEmpty()) return Uni.createFrom().item(List.of());
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        from DraftFile where id in :ids and inquiryNumber = :number and staffId = :staff
                            and proposalId is null order by id""",
                        DraftFile.class)
                .setParameter("ids", ids)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .getResultList()
                .map(files -> files.stream().map(DraftFile::attachment).toList()));
    }

    /** Lets go of the kept files but for those of these ids. */
    public Uni<Void> keepOnly(long number, long staff, List<Long> ids) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        """
                        delete DraftFile where inquiryNumber = :number and staffId = :staff and id not in :ids
                            and proposalId is null""")
                .setParameter("number", number)
                .setParameter("staff", staff)
                .setParameter("ids", ids == null || ids.isEmpty() ? List.of(-1L) : ids)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** It was sent, or is not wanted any more. */
    public Uni<Void> forget(long number, long staff, Kind kind) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "delete from draft where inquiry_number = :number and staff_id = :staff and kind = :kind")
                .setParameter("number", number)
                .setParameter("staff", staff)
                .setParameter("kind", kind.name())
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Uni<List<Writing.File>> files(Mutiny.Session session, long number, long staff, Kind kind) {
        if (kind == Kind.NOTE) return Uni.createFrom().item(List.of());
        return session.createSelectionQuery(
                        """
                        select id, name, size from DraftFile
                        where inquiryNumber = :number and staffId = :staff and proposalId is null order by id""",
                        Writing.File.class)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .getResultList();
    }

    private static Writing writing(Tuple row, List<Writing.File> files) {
        if (row == null) return new Writing("", "", List.of(), "", Known.ALL, null, files);
        return new Writing(
                row.get("text", String.class),
                row.get("translation", String.class),
                Writing.channels(row.get("channels", String.class)),
                row.get("answer_id", String.class),
                new Known(row.get("known_contact", Long.class), row.get("known_reply", Long.class)),
                row.get("saved_at", OffsetDateTime.class).toInstant(),
                files);
    }
}
