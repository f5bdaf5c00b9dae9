package org.rightdoor;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rightdoor.inquiry.Inquiry;

/** Writes a made-up term a table at a time: seconds for what would take minutes as entities. */
final class DemoRows {

    private DemoRows() {}

    static Uni<Void> write(SqlConnection connection, DemoTerm term) {
        return insert(
                        connection,
                        "person",
                        term.people,
                        number("id", person -> person.id),
                        text("name", person -> person.name),
                        text("language", person -> person.language),
                        time("created_at", person -> person.createdAt))
                .chain(() -> insert(
                        connection,
                        "address",
                        term.addresses,
                        number("id", address -> address.id),
                        number("person_id", address -> address.personId),
                        text("kind", address -> address.kind.name()),
                        text("value", address -> address.value)))
                .chain(() -> insertInquiries(connection, term.inquiries))
                .chain(() -> insert(
                        connection,
                        "case_link",
                        term.inquiries,
                        text("token", inquiry -> "demo-case-" + inquiry.number),
                        number("inquiry_number", inquiry -> inquiry.number),
                        flag("whole", inquiry -> true)))
                .chain(() -> insert(
                        connection,
                        "contact",
                        term.contacts,
                        number("id", contact -> contact.id),
                        number("inquiry_number", contact -> contact.inquiryNumber),
                        number("person_id", contact -> contact.personId),
                        text("channel", contact -> contact.channel.name()),
                        text("external_id", contact -> contact.externalId),
                        time("at", contact -> contact.at),
                        text("address", contact -> contact.address),
                        text("text", contact -> contact.text),
                        flag("counts", contact -> contact.counts)))
                .chain(() -> insert(
                        connection,
                        "event",
                        term.events,
                        number("id", event -> event.id),
                        number("inquiry_number", event -> event.inquiryNumber),
                        time("at", event -> event.at),
                        text("kind", event -> event.kind.name()),
                        text("actor", event -> event.actor),
                        number("staff_id", event -> event.staffId),
                        text("detail", event -> event.detail)))
                .chain(() -> insert(
                        connection,
                        "reply",
                        term.replies,
                        number("id", reply -> reply.id),
                        number("inquiry_number", reply -> reply.inquiryNumber),
                        text("channel", reply -> reply.channel.name()),
                        text("text", reply -> reply.text),
                        flag("automatic", reply -> reply.automatic),
                        text("author", reply -> reply.author),
                        number("staff_id", reply -> reply.staffId),
                        text("state", reply -> reply.state.name()),
                        time("created_at", reply -> reply.createdAt),
                        time("next_try_at", reply -> reply.nextTryAt),
                        time("sent_at", reply -> reply.sentAt)));
    }

    private static Uni<Void> insertInquiries(SqlConnection connection, List<Inquiry> inquiries) {
        return insert(
                connection,
                "inquiry",
                inquiries,
                number("number", inquiry -> inquiry.number),
                number("person_id", inquiry -> inquiry.personId),
                text("subject", inquiry -> inquiry.subject),
                text("department", inquiry -> inquiry.department),
                text("topic", inquiry -> inquiry.topic),
                text("priority", inquiry -> inquiry.priority.name()),
                text("status", inquiry -> inquiry.status.name()),
                text("language", inquiry -> inquiry.language),
                list("because", inquiry -> inquiry.because),
                new Column<>("confidence", "real", Float[]::new, inquiry -> inquiry.confidence),
                number("contacts", inquiry -> (long) inquiry.contacts),
                time("opened_at", inquiry -> inquiry.openedAt),
                time("last_contact_at", inquiry -> inquiry.lastContactAt),
                time("waiting_since", inquiry -> inquiry.waitingSince),
                time("resolved_at", inquiry -> inquiry.resolvedAt));
    }

    /** A column with the values of all rows in one array. */
    private record Column<T>(
            String name, String type, IntFunction<Object[]> array, Function<T, Object> value, String selected) {

        Column(String name, String type, IntFunction<Object[]> array, Function<T, Object> value) {
            this(name, type, array, value, name);
        }
    }

    private static <T> Column<T> text(String name, Function<T, Object> value) {
        return new Column<>(name, "text", String[]::new, value);
    }

    // Lists do not unnest into lists; none of these holds a tab.
    private static <T> Column<T> list(String name, Function<T, String[]> value) {
        return new Column<>(
                name,
                "text",
                String[]::new,
                row -> String.join("\t", value.apply(row)),
                "string_to_array(" + name + ", E'\\t')");
    }

    private static <T> Column<T> number(String name, Function<T, Object> value) {
        return new Column<>(name, "bigint", Long[]::new, value);
    }

    private static <T> Column<T> flag(String name, Function<T, Object> value) {
        return new Column<>(name, "boolean", Boolean[]::new, value);
    }

    private static <T> Column<T> time(String name, Function<T, Instant> value) {
        return new Column<>(name, "timestamptz", OffsetDateTime[]::new, row -> {
            var instant = value.apply(row);
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        });
    }

    @SafeVarargs
    private static <T> Uni<Void> insert(SqlConnection connection, String table, List<T> rows, Column<T>... columns) {
        var names = Arrays.stream(columns).map(Column::name).collect(Collectors.joining(", "));
        var selected = Arrays.stream(columns).map(Column::selected).collect(Collectors.joining(", "));
        var arrays = IntStream.range(0, columns.length)
                .mapToObj(i -> "$" + (i + 1) + "::" + columns[i].type() + "[]")
                .collect(Collectors.joining(", "));
        var values = Tuple.tuple();
        for (var column : columns) {
            values.addValue(rows.stream().map(column.value()).toArray(column.array()));
        }
        // Counted up and not set, which a role that does not own the tables may not.
        var counted = columns[0].type().equals("bigint")
                ? "select count(nextval(pg_get_serial_sequence('" + table + "', '" + columns[0].name() + "'))) "
                        + "from " + table
                : "select 1";
        return connection
                .preparedQuery("insert into " + table + " (" + names + ") select " + selected + " from unnest(" + arrays
                        + ") as rows(" + names + ")")
                .execute(values)
                .chain(() -> connection.query(counted).execute())
                .chain(() -> connection.query("analyze " + table).execute())
                .replaceWithVoid();
    }
}
