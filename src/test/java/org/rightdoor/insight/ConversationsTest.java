package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.TestStaff.number;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Assignment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Counting;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Merges;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** Each of the written conversations, played through the real road in, comes to what was counted by hand. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class ConversationsTest {

    private static final List<String> MEASURED =
            List.of("contacts", "settled", "first_contact", "reroutes", "handovers", "reopened");

    private static Staff robin;
    private static Staff kim;

    @Inject
    Intake intake;

    @Inject
    Inquiries inquiries;

    @Inject
    Deeds deeds;

    @Inject
    Merges merges;

    @Inject
    Counting counting;

    private final Map<String, Long> cases = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, Sender> senders = new HashMap<>();
    private final Map<String, Long> deedOf = new HashMap<>();
    private Long deed;

    static List<Conversation> conversations() {
        return Conversation.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversations")
    void A_conversation_comes_to_what_was_counted_by_hand(Conversation conversation) throws Throwable {
        for (var step : conversation.steps()) {
            if (step.startsWith("staff ")) staff(step.substring("staff ".length()));
            else family(step);
        }
        for (var one : conversation.expected().entrySet()) {
            assertThat(measured(cases.get(one.getKey()))).as(one.getKey()).isEqualTo(one.getValue());
        }
    }

    private void family(String step) throws Throwable {
        var said = step.split(": ", 2);
        var automatic = said[0].equals("a machine");
        var who = automatic ? "Ana" : said[0].split(" ")[0];
        var channel = said[0].endsWith("by mail")
                ? Channel.EMAIL
                : said[0].endsWith("on the page")
                        ? Channel.WEB
                        : said[0].endsWith("calls") ? Channel.PHONE : Channel.SMS;
        var sender = senders.computeIfAbsent(who, name -> sender());
        var reference = links.containsKey(who) ? Reference.toLink(links.get(who)) : Reference.NONE;
        var receipt = run(() -> intake.receive(new Inbound(
                channel,
                UUID.randomUUID().toString(),
                sender,
                null,
                said[1],
                List.of(),
                reference,
                null,
                null,
                automatic,
                Instant.now())));
        cases.putIfAbsent(who, receipt.number());
        links.putIfAbsent(who, receipt.token());
        assertThat(receipt.number()).as(step).isEqualTo(cases.get(who));
    }

    private void staff(String what) throws Throwable {
        var number = cases.get("Ana");
        var by = Actor.of(robin());
        var words = what.split(" ");
        switch (words[0]) {
            case "answer" -> run(() -> inquiries.change(number, inquiry -> inquiry.replied(by, "")));
            case "resolve" -> record(Deed.Kind.RESOLVED, inquiry -> inquiry.resolve(by));
            case "reopen" -> record(Deed.Kind.REOPENED, inquiry -> inquiry.reopen(by));
            case "hand" -> record(Deed.Kind.HANDED_OVER, inquiry -> inquiry.reroute(words[3], null, "not ours", by));
            case "assign" ->
                record(Deed.Kind.ASSIGNED, inquiry -> Assignment.to(words[2].equals("one") ? robin() : kim())
                        .of(inquiry, by));
            case "take" -> {
                if (words[1].equals("apart")) undo(deedOf.get("merge"));
                else {
                    remember(run(() -> merges.merge(number, List.of(cases.get(words[2])), by, into -> {})));
                    deedOf.put("merge", deed);
                }
            }
            case "leave" -> count(Integer.parseInt(words[2]), false);
            case "count" -> count(Integer.parseInt(words[1]), true);
            case "undo" -> undo(deed);
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void undo(long which) throws Throwable {
        run(() -> deeds.undo(which, Actor.of(robin())));
    }

    private void record(Deed.Kind kind, Function<Inquiry, Event> verb) throws Throwable {
        remember(run(() -> deeds.record(kind, cases.get("Ana"), Actor.of(robin()), verb)));
    }

    /** @param nth of the messages of the case and its parts, from 1 */
    private void count(int nth, boolean counts) throws Throwable {
        var contact = number(
                """
                with recursive whole(number) as (
                    select ?::bigint union all select i.number from inquiry i join whole w on i.merged_into = w.number)
                select c.id from contact c join whole w on w.number = c.inquiry_number order by c.id limit 1 offset ?""",
                cases.get("Ana"),
                nth - 1);
        remember(run(() -> counting.correct(cases.get("Ana"), contact, counts, Actor.of(robin()))));
    }

    private void remember(Deed done) {
        deed = done.id;
    }

    private static Map<String, Integer> measured(long inquiry) {
        var measured = new TreeMap<String, Integer>();
        for (var name : MEASURED) {
            var value =
                    number("select coalesce(sum(" + name + "), 0) from case_measure where inquiry_number = ?", inquiry);
            if (value != 0) measured.put(name, (int) value);
        }
        return measured;
    }

    private static Sender sender() {
        var digits = Long.toString(System.nanoTime());
        return new Sender(
                "Family", "f" + digits + "@family.example", "+1410" + digits.substring(digits.length() - 7), null);
    }

    private static synchronized Staff robin() {
        if (robin == null) robin = hired("Robin Lee");
        return robin;
    }

    private static synchronized Staff kim() {
        if (kim == null) kim = hired("Kim Lee");
        return kim;
    }

    private static Staff hired(String name) {
        var staff = new Staff();
        staff.id = number("select id from staff where email = ?", TestStaff.hire(Staff.ADMIN));
        staff.name = name;
        return staff;
    }

    private static <T> T run(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }
}
