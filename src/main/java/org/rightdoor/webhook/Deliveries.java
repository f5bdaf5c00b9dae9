package org.rightdoor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.rightdoor.records.Sql;
import org.rightdoor.records.Work;

/** The messages on their way. Any number of replicas may take from here: what one has taken, no other gets. */
@ApplicationScoped
class Deliveries {

    private static final int AT_ONCE = 20;
    private static final int LONGEST_ERROR = 300;

    // Facts only. Of a case that is confidential or called a person, no more than which it is: what it is about is
    // nobody's.
    private static final String HAND_OUT =
            """
            with taken as (
                delete from webhook_event where event_id in (
                    select event_id from webhook_event order by event_id limit 500 for update skip locked)
                returning event_id),
            told as (
                select e.id, e.at, e.staff_id, e.actor, i.*, i.confidential or i.safety as restricted, %s as type
                from taken t join event e on e.id = t.event_id join inquiry i on i.number = e.inquiry_number)
            insert into webhook_delivery (webhook_id, message, type, body)
            select w.id, 'evt_' || t.id, t.type, json_build_object(
                'type', t.type,
                'timestamp', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'data', case when t.restricted then json_build_object('number', t.number, 'restricted', true)
                        else json_build_object(
                            'number', t.number, 'restricted', false, 'status', t.status, 'department', t.department,
                            'topic', t.topic, 'kind', t.kind, 'priority', t.priority, 'language', t.language,
                            'school', t.school, 'contacts', t.contacts, 'partOf', t.merged_into,
                            'by', case when t.staff_id is not null then 'staff' when t.actor = 'Family' then 'family'
                                       else 'rightdoor' end) end)::text
            from told t cross join webhook w
            where t.type is not null and w.off_at is null and t.at >= w.created_at
              and (w.types = '{}' or t.type = any(w.types))
            on conflict do nothing"""
                    .formatted(EventType.sql());

    // Taken for two minutes: where its sender dies, the next one sends it again.
    private static final String CLAIM =
            """
            update webhook_delivery set attempts = attempts + 1, tried_at = now(), next_try_at = now() + interval '2 minutes'
            where id in (select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
                         where d.state = 'QUEUED' and d.next_try_at <= now() and w.off_at is null
                         order by d.next_try_at limit %d for update of d skip locked)
            returning *"""
                    .formatted(AT_ONCE);

    @Inject
    Work work;

    /** Makes a message of each new event for each address that is to be told of it. */
    void handOut() {
        work.in(connection -> Sql.of(HAND_OUT).run(connection));
    }

    /** The next ones that are due; empty when there are none. */
    List<Delivery> claim() {
        return work.in(connection -> Sql.of(CLAIM).list(connection, Delivery::read));
    }

    void arrived(Delivery delivery, int status) {
        work.in(connection -> Sql.of(
                        "update webhook_delivery set state = 'DELIVERED', status = ?, error = null where id = ?",
                        status,
                        delivery.id())
                .run(connection));
    }

    /** @param status of the answer, or null where none came */
    void failed(Delivery delivery, Integer status, String error) {
        var words = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        var wait = Waits.after(delivery.attempts(), ThreadLocalRandom.current().nextDouble());
        work.in(connection -> Sql.of(
                        """
                        update webhook_delivery set state = ?, status = ?::integer, error = ?,
                            next_try_at = now() + make_interval(secs => ?) where id = ?""",
                        wait.isPresent() ? "QUEUED" : "FAILED",
                        status,
                        words,
                        wait.map(time -> time.toMillis() / 1000.0).orElse(0.0),
                        delivery.id())
                .run(connection));
    }

    /** The latest messages to that address. */
    List<Delivery> latest(long webhook, int most) {
        return work.in(connection -> Sql.of(
                        "select * from webhook_delivery where webhook_id = ? order by id desc limit ?", webhook, most)
                .list(connection, Delivery::read));
    }

    /** Sends it once more, at once. */
    void again(long webhook, long id) {
        work.in(connection -> Sql.of(
                        """
                        update webhook_delivery set state = 'QUEUED', attempts = 0, next_try_at = now()
                        where id = ? and webhook_id = ?""",
                        id,
                        webhook)
                .run(connection));
    }

    /** A message that says nothing, to try the address. */
    void test(long webhook) {
        work.in(connection -> Sql.of(
                        """
                        insert into webhook_delivery (webhook_id, message, type, body)
                        select ?, 'test_' || gen_random_uuid(), t.type, json_build_object('type', t.type,
                            'timestamp', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                            'data', json_build_object('test', true))::text
                        from (select ?::text as type) t""",
                        webhook,
                        EventType.TEST)
                .run(connection));
    }

    /** Takes out what is older than a month. */
    void forget() {
        work.in(connection -> Sql.of(
                        """
                        delete from webhook_delivery where id in (
                            select id from webhook_delivery where created_at < now() - interval '30 days'
                            order by created_at limit 5000)""")
                .run(connection));
    }
}
