package org.rightdoor.records;

import javax.sql.DataSource;

/** Rows of one family's case, as intake and staff leave them. */
public final class Family {

    private Family() {}

    /** A case about a late bus, with a file, a mail, a reply, a note and a line of everything that may hang on a case. */
    public static void writes(DataSource database, long number, String name, String school) {
        OwnDatabase.run(
                database,
                """
                insert into staff (id, email, name, roles) values (7, 'robin@maple.example', 'Robin Lee', 'agent')
                on conflict do nothing""",
                "insert into person (id, name, language) values (%1$d, '%2$s', 'en')".formatted(number, name),
                "insert into address (person_id, kind, value) values (%1$d, 'EMAIL', 'p%1$d@family.example'),"
                                .formatted(number)
                        + " (%1$d, 'PHONE', '+1410555%1$04d')".formatted(number),
                """
                insert into inquiry (number, person_id, subject, department, topic, status, language, school, contacts,
                                     opened_at, last_contact_at, resolved_at)
                values (%1$d, %1$d, 'Bus 12 was late for %2$s', 'transportation', 'bus-late', 'RESOLVED', 'en', '%3$s', 1,
                        '2020-01-07 08:00Z', '2020-01-07 08:00Z', '2020-01-08 09:00Z')"""
                        .formatted(number, name, school),
                "insert into case_link (token, inquiry_number, whole) values ('token-%1$d', %1$d, true)"
                        .formatted(number),
                """
                insert into contact (id, inquiry_number, person_id, channel, external_id, at, address, subject, text, counts,
                                     link_token)
                values (%1$d, %1$d, %1$d, 'EMAIL', 'mail-%1$d', '2020-01-07 08:00Z', 'p%1$d@family.example', 'Bus',
                        'Bus 12 of %2$s was late again. Call +1 410 555 0123.', true, 'token-%1$d')"""
                        .formatted(number, name),
                "insert into letter (contact_id, quoted) values (%1$d, 'what %2$s quoted')".formatted(number, name),
                """
                insert into attachment (contact_id, name, media_type, size, content)
                values (%1$d, 'bus.bin', 'application/octet-stream', 5, '\\x00ff0a5c09')"""
                        .formatted(number),
                """
                insert into reply (inquiry_number, channel, address, text, automatic, author, state, created_at, next_try_at)
                values (%1$d, 'EMAIL', 'p%1$d@family.example', 'Dear %2$s, it will be on time.', false, 'Robin Lee', 'SENT',
                        '2020-01-08 09:00Z', '2020-01-08 09:00Z')"""
                        .formatted(number, name),
                """
                insert into event (inquiry_number, at, kind, actor, staff_id, detail)
                values (%1$d, '2020-01-07 08:00Z', 'OPENED', 'RightDoor', null, ''),
                       (%1$d, '2020-01-07 08:30Z', 'NOTED', 'Robin Lee', 7, 'Spoke with %2$s.'),
                       (%1$d, '2020-01-08 09:00Z', 'RESOLVED', 'Robin Lee', 7, '')"""
                        .formatted(number, name),
                """
                insert into learned_text (contact_id, text, language, topic, kind, at, author)
                values (%1$d, 'Bus 12 of %2$s was late again %1$d', 'en', 'bus-late', 'TOPIC_CHANGED', now(), 'Robin Lee')"""
                        .formatted(number, name),
                // The next ones are numbered after these.
                "select setval(pg_get_serial_sequence('person', 'id'), (select max(id) from person)),"
                        + " setval(pg_get_serial_sequence('contact', 'id'), (select max(id) from contact))");
    }
}
