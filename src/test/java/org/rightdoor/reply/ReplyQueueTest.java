package org.rightdoor.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TextingFamily.one;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Deliveries.Sent;

/** Who may take what, and when; tried on the one channel that has no lane of its own. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ReplyQueueTest {

    private static final Channel IDLE = Channel.PHONE;
    private static final Pace AWAKE = new Pace(1_000, false, Duration.ofMinutes(1));

    @Inject
    ReplyQueue queue;

    @Inject
    Deliveries deliveries;

    private final TextingFamily family = new TextingFamily();

    @BeforeEach
    void ask() {
        TestStaff.sql("update reply set state = 'SENT', claimed_at = null where channel = 'PHONE'");
        family.texts("when does the office open on Monday");
    }

    @Test
    void No_more_leave_in_a_second_than_are_allowed_however_many_replicas_ask() throws Exception {
        for (var i = 0; i < 12; i++) queued();
        var pace = new Pace(3, false, Duration.ofMinutes(1));
        var replicas = Executors.newFixedThreadPool(6);
        try {
            var asking = new ArrayList<Callable<Claimed>>();
            for (var i = 0; i < 12; i++) asking.add(() -> await(queue.claim(IDLE, pace)));
            replicas.invokeAll(asking);
        } finally {
            replicas.shutdown();
        }
        assertThat(one("select count(*) from reply where channel = 'PHONE' and state = 'CLAIMED'"))
                .isEqualTo("3");
    }

    @Test
    void In_the_quiet_hours_only_what_a_family_has_just_asked_for_leaves() {
        var night = new Pace(1_000, true, Duration.ofMinutes(1));
        var id = queued();
        TestStaff.sql(
                "update contact set at = now() - interval '61 minutes' where inquiry_number = ?", family.inquiry());
        assertThat(await(queue.claim(IDLE, night))).isNull();
        TestStaff.sql(
                "update contact set at = now() - interval '59 minutes' where inquiry_number = ?", family.inquiry());
        assertThat(await(queue.claim(IDLE, night)).message().replyId()).isEqualTo(id);
    }

    @Test
    void What_waited_for_the_morning_leaves_then() {
        var id = queued();
        TestStaff.sql("update contact set at = now() - interval '9 hours' where inquiry_number = ?", family.inquiry());
        assertThat(await(queue.claim(IDLE, AWAKE)).message().replyId()).isEqualTo(id);
    }

    @Test
    void A_reply_that_lost_its_sender_is_taken_by_one_replica_and_a_fresh_one_by_nobody() {
        var id = queued();
        await(queue.claim(IDLE, AWAKE));
        assertThat(await(queue.claimLost(IDLE, AWAKE))).isNull();
        TestStaff.sql("update reply set claimed_at = now() - interval '2 minutes' where id = ?", id);
        assertThat(await(queue.claimLost(IDLE, AWAKE)).message().replyId()).isEqualTo(id);
        assertThat(await(queue.claimLost(IDLE, AWAKE))).isNull();
    }

    @Test
    void A_report_that_comes_before_our_own_note_is_not_taken_back_by_it() {
        var id = queued();
        await(queue.claim(IDLE, AWAKE));
        await(deliveries.arrived(new Sent(IDLE, id, "X" + id)));
        await(queue.sent(id, "X" + id));
        assertThat(state(id)).isEqualTo("DELIVERED");
        await(queue.failed(id, "no"));
        await(queue.tryAgain(id, "no", Duration.ZERO));
        assertThat(state(id)).isEqualTo("DELIVERED");
    }

    @Test
    void A_report_about_a_reply_that_is_to_be_tried_again_keeps_it_from_leaving_twice() {
        var id = queued();
        await(queue.claim(IDLE, AWAKE));
        await(queue.tryAgain(id, "out of order", Duration.ZERO));
        await(deliveries.left(new Sent(IDLE, id, "X" + id)));
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(await(queue.claim(IDLE, AWAKE))).isNull();
    }

    @Test
    void A_report_about_another_message_of_the_same_reply_changes_nothing() {
        var id = queued();
        await(queue.claim(IDLE, AWAKE));
        await(queue.sent(id, "X" + id));
        await(deliveries.lost(new Sent(IDLE, id, "Y" + id), "no"));
        await(deliveries.lost(new Sent(IDLE, -1, "Z" + id), "no"));
        assertThat(state(id)).isEqualTo("SENT");
    }

    @Test
    void Our_own_guess_that_it_may_be_lost_gives_way_to_what_the_carrier_knows() {
        var id = queued();
        await(queue.claim(IDLE, AWAKE));
        await(queue.failed(id, "May not have arrived"));
        await(deliveries.left(new Sent(IDLE, id, "X" + id)));
        assertThat(state(id)).isEqualTo("SENT");
        await(deliveries.lost(new Sent(IDLE, id, "X" + id), "landline"));
        await(deliveries.left(new Sent(IDLE, id, "X" + id)));
        assertThat(state(id)).isEqualTo("FAILED");
    }

    private long queued() {
        return Long.parseLong(one(
                """
                        insert into reply (inquiry_number, channel, address, text, automatic, author, state, created_at, next_try_at)
                        values (%d, 'PHONE', '%s', 'Call back', true, 'RightDoor', 'QUEUED', now(), now()) returning id"""
                        .formatted(family.inquiry(), family.number)));
    }

    private static String state(long id) {
        return one("select state from reply where id = " + id);
    }

    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
