package org.rightdoor.records.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.records.Sql;

/**
 * Takes the words out of a case for good: what people wrote, said, sent and are called. What is left has no words and nobody's
 * name: when, on which channel, about which topic, answered by which department. So every count stays as it was.
 */
final class Eraser {

    /** Any number that no other part of the application locks: no hold is placed while something is being deleted. */
    private static final long LOCK = 7_201_068;

    private static final String CONTACTS = "(select c.id from contact c where c.inquiry_number = ?)";
    private static final String REPLIES = "(select r.id from reply r where r.inquiry_number = ?)";

    /** By table, in the order in which it is done; each question mark is the case's number. */
    static final Map<String, String> STEPS = steps();

    /** Tables that hang on a case and keep what they hold, because it is no words of the family or has its own road. */
    static final Set<String> KEPT = Set.of(
            "answer_verdict",
            "clarification",
            "event",
            "disclosure",
            "legal_hold",
            "retention_line",
            "correction",
            "address",
            "release",
            "release_case",
            "mention",
            "alert_notice",
            "tie",
            "case_words",
            "question",
            "root_cause",
            "case_measure",
            "reroute",
            "measure_due");

    private Eraser() {}

    /**
     * @throws Held when a legal hold or a reply on its way forbids it, or the case is not settled
     */
    static void erase(Connection connection, long number, String recordClass, String reason, Actor by)
            throws SQLException {
        Sql.of("select pg_advisory_xact_lock_shared(?)", LOCK).run(connection);
        var candidate = Candidate.settled(number).first(connection, Candidate::read);
        if (candidate == null) throw new Held("Case " + number + " is open, deleted already, or part of another case.");
        if (candidate.held()) throw new Held("A legal hold keeps case " + number + ".");
        if (isAnswering(connection, number)) throw new Held("An answer of case " + number + " is still on its way.");
        takeOut(connection, number, recordClass, reason, by);
        for (var merged : mergedInto(connection, number)) takeOut(connection, merged, recordClass, reason, by);
    }

    private static void takeOut(Connection connection, long number, String recordClass, String reason, Actor by)
            throws SQLException {
        var person = Sql.of("select person_id from inquiry where number = ?", number)
                .first(connection, row -> row.getLong(1));
        for (var step : STEPS.values()) {
            var marks = (int) step.chars().filter(c -> c == '?').count();
            var values = new Object[marks];
            Arrays.fill(values, number);
            Sql.of(step, values).run(connection);
        }
        forgetPeople(connection, number, person);
        Sql.of(
                        "select erase_words_of_audit_trail(?, ?, ?, ?, ?::bigint)",
                        number,
                        recordClass,
                        reason,
                        by.name(),
                        by.staffId())
                .run(connection);
    }

    /** Cases that have become part of that one, or of one of those: what they said belongs to it, and goes with it. */
    private static List<Long> mergedInto(Connection connection, long number) throws SQLException {
        return Sql.of(
                        """
                        select w.number from whole_of(?) as w(number) where w.number <> ?
                          and not exists (select from deletion d where d.inquiry_number = w.number)""",
                        number,
                        number)
                .list(connection, row -> row.getLong(1));
    }

    /** Keeps holds from being placed until the transaction ends, and waits for deletions that run. */
    static void stopDeletions(Connection connection) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(?)", LOCK).run(connection);
    }

    private static boolean isAnswering(Connection connection, long number) throws SQLException {
        return Sql.of("select 1 from reply where inquiry_number = ? and state in ('QUEUED', 'CLAIMED')", number)
                        .first(connection, row -> true)
                != null;
    }

    // Each person of the case becomes a nameless one, so that families are still counted; who has no other case is
    // gone.
    private static void forgetPeople(Connection connection, long number, long owner) throws SQLException {
        var people = Sql.of(
                        """
                        select person_id from inquiry where number = ? union select person_id from contact
                        where inquiry_number = ?""",
                        number,
                        number)
                .list(connection, row -> row.getLong(1));
        for (var person : people) {
            var nameless = Sql.of(
                            "insert into person (language, role) select language, role from person where id = ? returning id",
                            person)
                    .first(connection, row -> row.getLong(1));
            Sql.of(
                            "update contact set person_id = ? where inquiry_number = ? and person_id = ?",
                            nameless,
                            number,
                            person)
                    .run(connection);
            if (person == owner) {
                Sql.of("update inquiry set person_id = ?, version = version + 1 where number = ?", nameless, number)
                        .run(connection);
            }
            People.forgetIfGone(connection, person);
        }
    }

    private static Map<String, String> steps() {
        var steps = new LinkedHashMap<String, String>();
        steps.put(
                "attachment", "delete from attachment where contact_id in " + CONTACTS + " or reply_id in " + REPLIES);
        steps.put("letter", "delete from letter where contact_id in " + CONTACTS);
        steps.put("learned_text", "delete from learned_text where contact_id in " + CONTACTS);
        steps.put(
                "voice_call",
                "delete from voice_call where call_sid in (select call_sid from voicemail where contact_id in "
                        + CONTACTS + ")");
        steps.put("voicemail", "delete from voicemail where contact_id in " + CONTACTS);
        steps.put(
                "awaited_media",
                "delete from awaited_media where message_sid in (select c.external_id from contact c"
                        + " where c.inquiry_number = ?)");
        steps.put(
                "device_code",
                "delete from device_code where token in (select l.token from case_link l where l.inquiry_number = ?)");
        steps.put(
                "contact",
                "update contact set text = '', subject = null, address = null, link_token = null,"
                        + " external_id = 'deleted-' || id where inquiry_number = ?");
        // A case always has its link; nobody knows this one.
        steps.put(
                "case_link",
                "update case_link set token = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')"
                        + " where inquiry_number = ?");
        steps.put(
                "reply",
                "update reply set text = '', address = null, external_id = null, error = null where inquiry_number = ?");
        steps.put("part", "update part set text = '', because = '{}' where inquiry_number = ?");
        steps.put("survey", "update survey set comment = '', token = null where inquiry_number = ?");
        steps.put("promise", "update promise set text = '' where inquiry_number = ?");
        steps.put("suspected", "update suspected set question = '{}', visitor = '' where inquiry_number = ?");
        steps.put("sending", "delete from sending where inquiry_number = ?");
        steps.put("gist", "delete from gist where inquiry_number = ?");
        steps.put("draft", "delete from draft where inquiry_number = ?");
        steps.put("draft_file", "delete from draft_file where inquiry_number = ?");
        steps.put("proposal", "update proposal set text = '', remark = '' where inquiry_number = ?");
        steps.put("consultation", "update consultation set question = '' where inquiry_number = ?");
        steps.put(
                "deed_on_case",
                "update deed_on_case set before_deed = '{}', after_deed = '{}' where inquiry_number = ?");
        steps.put("alert", "update alert set words = '{}', handled = '' where inquiry_number = ?");
        steps.put("redaction", "delete from redaction where inquiry_number = ?");
        steps.put("named_on_case", "delete from named_on_case where inquiry_number = ?");
        steps.put(
                "inquiry",
                "update inquiry set subject = '', because = '{}', tags = '{}', answer_by = null where number = ?");
        return steps;
    }
}
