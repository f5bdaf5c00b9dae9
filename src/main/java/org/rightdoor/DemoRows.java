package org.rightdoor;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.Address;
import org.rightdoor.people.Person;
import org.rightdoor.reply.Reply;

/** Writes a made-up term in batches: a term of a whole district in seconds, where entities would take minutes. */
final class DemoRows {

    private static final int BATCH = 1_000;

    private DemoRows() {}

    static Uni<Void> write(SqlConnection connection, DemoTerm term) {
        return insert(connection, "person(id, name, language, created_at)", term.people, DemoRows::row)
                .chain(() -> insert(connection, "address(id, person_id, kind, value)", term.addresses, DemoRows::row))
                .chain(() -> insert(
                        connection,
                        "inquiry(number, person_id, subject, department, topic, priority, status, language, because,"
                                + " confidence, contacts, opened_at, last_contact_at, waiting_since, resolved_at)",
                        term.inquiries,
                        DemoRows::row))
                .chain(() ->
                        insert(connection, "case_link(token, inquiry_number, whole)", term.inquiries, DemoRows::link))
                .chain(() -> insert(
                        connection,
                        "contact(id, inquiry_number, person_id, channel, external_id, at, address, text, counts)",
                        term.contacts,
                        DemoRows::row))
                .chain(() -> insert(
                        connection,
                        "event(id, inquiry_number, at, kind, actor, staff_id, detail)",
                        term.events,
                        DemoRows::row))
                .chain(() -> insert(
                        connection,
                        "reply(id, inquiry_number, channel, text, automatic, author, staff_id, state, created_at,"
                                + " next_try_at, sent_at)",
                        term.replies,
                        DemoRows::row))
                .chain(() -> Multi.createFrom()
                        .items("person.id", "address.id", "inquiry.number", "contact.id", "event.id", "reply.id")
                        .onItem()
                        .transformToUniAndConcatenate(column -> continueCounting(connection, column))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> connection.query("analyze").execute().replaceWithVoid());
    }

    private static <T> Uni<Void> insert(SqlConnection connection, String table, List<T> all, Function<T, Tuple> row) {
        var columns = (int) table.chars().filter(c -> c == ',').count() + 1;
        var places = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) places.add("$" + i);
        var sql = "insert into " + table + " values (" + String.join(", ", places) + ")";
        return Multi.createFrom()
                .iterable(all)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(batch -> connection
                        .preparedQuery(sql)
                        .executeBatch(batch.stream().map(row).toList()))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> continueCounting(SqlConnection connection, String column) {
        var parts = column.split("\\.");
        return connection
                .query("select setval(pg_get_serial_sequence('" + parts[0] + "', '" + parts[1] + "'), (select max("
                        + parts[1] + ") from " + parts[0] + "))")
                .execute()
                .replaceWithVoid();
    }

    private static Tuple row(Person person) {
        return Tuple.from(values(person.id, person.name, person.language, time(person.createdAt)));
    }

    private static Tuple row(Address address) {
        return Tuple.from(values(address.id, address.personId, address.kind.name(), address.value));
    }

    private static Tuple row(Inquiry inquiry) {
        return Tuple.from(values(
                inquiry.number,
                inquiry.personId,
                inquiry.subject,
                inquiry.department,
                inquiry.topic,
                inquiry.priority.name(),
                inquiry.status.name(),
                inquiry.language,
                inquiry.because,
                inquiry.confidence,
                inquiry.contacts,
                time(inquiry.openedAt),
                time(inquiry.lastContactAt),
                time(inquiry.waitingSince),
                time(inquiry.resolvedAt)));
    }

    private static Tuple link(Inquiry inquiry) {
        return Tuple.from(values("demo-case-" + inquiry.number, inquiry.number, true));
    }

    private static Tuple row(Contact contact) {
        return Tuple.from(values(
                contact.id,
                contact.inquiryNumber,
                contact.personId,
                contact.channel.name(),
                contact.externalId,
                time(contact.at),
                contact.address,
                contact.text,
                contact.counts));
    }

    private static Tuple row(Event event) {
        return Tuple.from(values(
                event.id,
                event.inquiryNumber,
                time(event.at),
                event.kind.name(),
                event.actor,
                event.staffId,
                event.detail));
    }

    private static Tuple row(Reply reply) {
        return Tuple.from(values(
                reply.id,
                reply.inquiryNumber,
                reply.channel.name(),
                reply.text,
                reply.automatic,
                reply.author,
                reply.staffId,
                reply.state.name(),
                time(reply.createdAt),
                time(reply.nextTryAt),
                time(reply.sentAt)));
    }

    private static List<Object> values(Object... values) {
        return java.util.Arrays.asList(values);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
