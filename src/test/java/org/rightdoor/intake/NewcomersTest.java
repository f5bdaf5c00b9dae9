package org.rightdoor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.people.Person;
import org.rightdoor.people.Sender;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class NewcomersTest {

    /** Everything that one question has left, without what differs from one question to the next. */
    private static final String LEFT =
            """
            with i as (select * from inquiry where number = $1)
            select 'inquiry' as what, to_jsonb(i) - array['number', 'person_id', 'resolution_due_at', 'answer_due_at', 'due_at'] as row from i
            union all select 'due', to_jsonb(i.answer_due_at is null) from i
            union all select 'person', to_jsonb(p) - array['id', 'created_at'] from i join person p on p.id = i.person_id
            union all select 'address', to_jsonb(a) - array['id', 'person_id', 'value'] from i join address a on a.person_id = i.person_id
            union all select 'link', to_jsonb(l) - array['token', 'inquiry_number', 'created_at'] from case_link l where l.inquiry_number = $1
            union all select 'contact', to_jsonb(c) - array['id', 'inquiry_number', 'person_id', 'external_id', 'address', 'link_token'] || jsonb_build_object('linked', c.link_token is not null)
                from contact c where c.inquiry_number = $1
            union all select 'event', to_jsonb(e) - array['id', 'inquiry_number', 'at'] from event e where e.inquiry_number = $1
            union all select 'reply', to_jsonb(r) - array['id', 'inquiry_number', 'address', 'text', 'created_at', 'next_try_at',
                    'state', 'attempts', 'claimed_at', 'sent_at', 'external_id', 'error']
                || jsonb_build_object('text', replace(replace(r.text, $1::text, 'N'), (select token from case_link where inquiry_number = $1 limit 1), 'T'))
                from reply r where r.inquiry_number = $1
            union all select 'promise', to_jsonb(q) - array['id', 'inquiry_number', 'made_at', 'due_at', 'reminded_at'] from promise q where q.inquiry_number = $1
            union all select 'words', to_jsonb(w.departments) || to_jsonb(array(select word from unnest(tsvector_to_array(w.words)) word where word !~ '\\d' order by 1)) from case_words w where w.inquiry_number = $1
            union all select 'measure', to_jsonb(m) - array['inquiry_number', 'measured_in'] from case_measure m where m.inquiry_number = $1
            order by 1, 2""";

    private static final String SAME_KEY =
            """
            insert into contact select (jsonb_populate_record(c, jsonb_build_object(
                'id', nextval(pg_get_serial_sequence('contact', 'id')), 'external_id', $2::text))).*
            from contact c where c.inquiry_number = $1""";

    @Inject
    Intake intake;

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bus 14 did not come this morning and my son is waiting at the stop.",
                "What time does the bus come in the morning?",
                "Thank you so much!",
                "Quiero saber cuándo empieza la escuela.",
                ""
            })
    void What_a_newcomer_asks_is_stored_as_on_the_road_that_can_do_everything(String text) {
        var at = Instant.now();
        var together = await(() -> intake.receive(question(text, at, sender("Ana Ruiz"))));
        var alone = await(() -> intake.receiveAlone(question(text, at, sender("Ana Ruiz"))));

        assertThat(left(together.number())).isEqualTo(left(alone.number())).isNotEmpty();
        assertThat(together.because()).isEqualTo(alone.because());
        assertThat(together.answer()).isEqualTo(alone.answer());
        assertThat(together.department()).isEqualTo(alone.department());
    }

    @Test
    void Questions_of_many_families_at_once_are_each_a_case_of_its_own() {
        var receipts = await(() -> Uni.join()
                .all(IntStream.range(0, 100)
                        .mapToObj(i -> intake.receive(
                                question("The bus is late again, number " + i, Instant.now(), sender("Family " + i))))
                        .toList())
                .andFailFast());

        assertThat(receipts.stream().map(Receipt::number)).doesNotHaveDuplicates();
        assertThat(receipts.stream().map(Receipt::token)).doesNotHaveDuplicates();
        assertThat(left(receipts.get(99).number()).toString()).contains("number 99");
    }

    @Test
    void The_same_family_and_the_same_question_many_times_at_once_are_one_case() {
        var threads = Executors.newFixedThreadPool(12);
        var sender = sender("Ana Ruiz");
        var question = question("The bus 14 has not come yet, where is it?", Instant.now(), sender);
        var asking = IntStream.range(0, 12)
                .mapToObj(i -> i % 2 == 0 ? question : question(question.text(), Instant.now(), sender))
                .map(asked -> CompletableFuture.supplyAsync(() -> await(() -> intake.receive(asked)), threads))
                .toList();
        var receipts = asking.stream().map(CompletableFuture::join).toList();

        assertThat(receipts.stream().map(Receipt::number))
                .containsOnly(receipts.get(0).number());
        assertThat(left(receipts.get(0).number()).stream().filter(row -> row.startsWith("contact")))
                .hasSize(7);
        threads.shutdown();
    }

    @Test
    void Who_has_an_address_that_somebody_uses_is_no_newcomer() {
        var sender = sender("Ana Ruiz");
        await(() -> intake.receive(question("Where is bus 14?", Instant.now(), sender)));

        var read = question("Where is bus 14?", Instant.now(), sender);
        var again = await(() -> intake.receive(read));

        assertThat(again.joined()).isTrue();
        assertThat(again.duplicate()).isFalse();
    }

    @Test
    void A_question_that_is_held_up_holds_up_no_other() {
        var before = await(() -> intake.receive(question("Where is bus 14?", Instant.now(), sender("Ana Ruiz"))));
        var held = question("When does school begin?", Instant.now(), sender("Bo Chen"));
        var asking = Executors.newSingleThreadExecutor();
        var connection = await(pool::getConnection);
        try {
            await(() -> connection.query("begin").execute());
            // Somebody stores a contact with the same key, and does not say yet whether it stays.
            await(() -> connection.preparedQuery(SAME_KEY).execute(Tuple.of(before.number(), held.externalId())));
            var waits = CompletableFuture.supplyAsync(() -> await(() -> intake.receive(held)), asking);
            await(() -> Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofSeconds(1)));

            // Long before PostgreSQL lets nobody wait for the key any longer (lock_timeout).
            var other = await(() -> intake.receive(question("Is there school?", Instant.now(), sender("Cy Diaz")))
                    .ifNoItem()
                    .after(Duration.ofSeconds(3))
                    .fail());

            assertThat(left(other.number())).isNotEmpty();
            assertThat(waits).isNotDone();
            await(() -> connection.query("rollback").execute());
            assertThat(left(waits.join().number())).isNotEmpty();
        } finally {
            await(connection::close);
            asking.shutdown();
        }
    }

    private List<String> left(long number) {
        return await(() -> pool.preparedQuery(LEFT).execute(Tuple.of(number))).stream()
                .map(row -> row.getString("what") + " " + row.getValue("row"))
                .toList();
    }

    private static Inbound question(String text, Instant at, Sender sender) {
        var of = Inbound.of(Channel.WEB, UUID.randomUUID().toString(), sender, text);
        return new Inbound(
                of.channel(),
                of.externalId(),
                sender,
                null,
                text,
                List.of(),
                Reference.NONE,
                "maple-elementary",
                null,
                false,
                at);
    }

    private static Sender sender(String name) {
        return new Sender(name, UUID.randomUUID() + "@family.example", null, "en", Person.Role.PARENT);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
