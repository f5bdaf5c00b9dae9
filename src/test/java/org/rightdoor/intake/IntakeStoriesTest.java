package org.rightdoor.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Status;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.people.Sender;
import org.rightdoor.routing.Priority;
import org.rightdoor.understand.Tone;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class IntakeStoriesTest {

    @Inject
    Intake intake;

    @Inject
    CaseFiles caseFiles;

    private final String phone = "+1410" + (2_000_000 + (int) (Math.random() * 7_000_000));
    private final String email = UUID.randomUUID() + "@family.example";

    @Test
    void A_text_about_a_late_bus_reaches_transportation() {
        var receipt = text("bus 14 is late again, my son is still waiting at the stop");
        assertThat(receipt.department()).isEqualTo("transportation");
        assertThat(receipt.because()).isNotEmpty();
    }

    @Test
    void Web_text_and_mail_about_one_matter_are_one_case_with_three_contacts() {
        var web = receive(Inbound.of(
                Channel.WEB,
                id(),
                new Sender("Ana Ruiz", email, phone, "en"),
                "Where is bus 14? It is twenty minutes late again and my son is waiting at the stop."));
        var text = text("the bus is still not here");
        var mail = mail("Ana Ruiz", "Re: the bus is late", "Bus 14 was late again this morning.");
        assertThat(List.of(text.number(), mail.number())).containsOnly(web.number());
        assertThat(file(web.number()).inquiry().contacts).isEqualTo(3);
    }

    @Test
    void The_same_message_twice_is_one_contact() {
        var sms = Inbound.of(Channel.SMS, id(), Sender.withPhone(phone), "what is for lunch tomorrow");
        var first = receive(sms);
        var second = receive(sms);
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.duplicate()).isTrue();
        assertThat(file(first.number()).inquiry().contacts).isEqualTo(1);
    }

    @Test
    void The_same_message_eight_times_at_once_is_one_contact() throws Exception {
        var sms = Inbound.of(Channel.SMS, id(), Sender.withPhone(phone), "what is for lunch tomorrow");
        var numbers = atOnce(8, () -> receive(sms).number());
        assertThat(new HashSet<>(numbers)).hasSize(1);
        assertThat(file(numbers.get(0)).inquiry().contacts).isEqualTo(1);
    }

    @Test
    void Two_texts_of_one_family_at_once_are_one_case() throws Exception {
        var words = new ConcurrentLinkedQueue<>(
                List.of("bus 9 has not come yet, where is the bus?", "where is bus 9? it has not come yet"));
        var numbers = atOnce(2, () -> text(words.remove()).number());
        assertThat(new HashSet<>(numbers)).hasSize(1);
        assertThat(file(numbers.get(0)).inquiry().contacts).isEqualTo(2);
    }

    @Test
    void Two_parents_with_one_family_address_are_two_people() {
        var ana = mail("Ana Ruiz", "Bus", "The bus 14 is late every day.");
        var jose = mail("Jose Ruiz", "Bus", "The bus 14 is late every day.");
        assertThat(jose.number()).isNotEqualTo(ana.number());
        assertThat(file(jose.number()).person().name).isEqualTo("Jose Ruiz");
        assertThat(file(ana.number()).person().name).isEqualTo("Ana Ruiz");
    }

    @Test
    void Who_only_types_a_known_address_joins_the_case_but_does_not_see_it() {
        var first = mail("Ana Ruiz", "Bus", "The bus 14 is late every day, my daughter waits for it in tears.");
        var typed = receive(Inbound.of(
                Channel.WEB, id(), new Sender("Ana Ruiz", email, null, "en"), "The bus 14 is late again today."));
        assertThat(typed.number()).isEqualTo(first.number());
        assertThat(typed.token()).isNotEqualTo(file(first.number()).token());
    }

    @Test
    void The_secret_link_continues_its_case_whatever_is_said() {
        var first = receive(Inbound.of(Channel.WEB, id(), Sender.ANONYMOUS, "My tablet does not turn on any more."));
        var again = receive(Inbound.of(Channel.WEB, id(), Sender.ANONYMOUS, "And how do I enrol my niece?")
                .withReference(Reference.toLink(first.token())));
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.token()).isEqualTo(first.token());
    }

    @Test
    void A_frightened_parent_comes_first_and_hears_from_a_person() {
        var receipt = text("When does the bus come? I am terrified, my son is alone, please answer right away");
        var inquiry = file(receipt.number()).inquiry();
        assertThat(inquiry.distress).isTrue();
        assertThat(inquiry.urgency).isEqualTo(Tone.Urgency.NOW);
        assertThat(inquiry.priority).isEqualTo(Priority.URGENT);
        assertThat(receipt.answer()).isNull();
        assertThat(receipt.because()).anyMatch(reason -> reason.contains("“terrified”"));
    }

    @Test
    void A_calm_case_becomes_pressing_with_the_message_that_is() {
        var first = text("bus 14 is late again, my son is still waiting at the stop");
        assertThat(file(first.number()).inquiry().urgency).isEqualTo(Tone.Urgency.NONE);
        var second = text("The bus is still not here. This is an emergency now, he is crying");
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(file(first.number()).inquiry().priority).isEqualTo(Priority.URGENT);
    }

    @Test
    void An_absence_notice_without_a_robots_header_is_no_contact_gets_no_reply_and_stays_for_a_person() {
        var receipt = mail("Ana Ruiz", null, "Automatic reply: I am out of the office until Monday.");
        var file = file(receipt.number());
        assertThat(file.inquiry().contacts).isZero();
        assertThat(file.inquiry().status).isEqualTo(Status.OPEN);
        assertThat(file.timeline()).noneMatch(TimelineEntry::isReply);
    }

    @Test
    void A_mistyped_link_loses_nothing() {
        var words = "bus 14 is late again, my son is still waiting at the stop";
        var first = text(words);
        var mistyped = receive(Inbound.of(Channel.SMS, id(), Sender.withPhone(phone), words)
                .withReference(Reference.toLink("abcdefghijklmnopqrstuv")));
        assertThat(mistyped.number()).isEqualTo(first.number());
    }

    @Test
    void A_strangers_guess_of_a_case_number_opens_a_new_case() {
        var first = mail("Ana Ruiz", "Bus", "The bus 14 is late every day.");
        var guessed = receive(Inbound.of(
                        Channel.EMAIL,
                        id(),
                        Sender.withEmail("Eve", UUID.randomUUID() + "@other.example"),
                        "What did they say?")
                .withReference(new Reference(null, List.of(), first.number())));
        assertThat(guessed.number()).isNotEqualTo(first.number());
    }

    @Test
    void A_common_question_is_answered_at_once_and_says_that_it_was_automatic() {
        var receipt = text("What time does school start and end?");
        var file = file(receipt.number());
        var reply = file.timeline().stream().filter(TimelineEntry::isReply).findFirst();
        assertThat(reply).isPresent();
        assertThat(reply.get().automatic()).isTrue();
    }

    @Test
    void What_is_on_the_never_answer_list_gets_no_answer_but_a_person() {
        var receipt = text("my daughter says she wants to kill herself, what time does school start");
        assertThat(receipt.answer()).isNull();
        assertThat(file(receipt.number()).inquiry().status).isEqualTo(Status.OPEN);
    }

    @Test
    void Thanks_join_the_case_and_do_not_count() {
        var first = text("bus 14 is late again and my son is waiting");
        var thanks = text("thank you!!");
        assertThat(thanks.number()).isEqualTo(first.number());
        assertThat(file(first.number()).inquiry().contacts).isEqualTo(1);
    }

    @Test
    void Ugly_texts_are_kept_as_they_came() {
        for (var ugly : List.of(
                "😀😀😀",
                "\u0000\u0001binary\u0000",
                "مرحبا، متى تبدأ المدرسة؟",
                "'; drop table inquiry; -- <script>alert(1)</script>",
                "x ".repeat(50_000),
                "lone surrogate \uD83D here")) {
            var receipt = receive(Inbound.of(Channel.WEB, id(), Sender.ANONYMOUS, ugly));
            var kept = file(receipt.number()).timeline().stream()
                    .filter(TimelineEntry::isContact)
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertThat(kept)
                    .isEqualTo(ugly.replaceAll("[\u0000\u0001]", "")
                            .replace("\uD83D here", "\uFFFD here")
                            .strip());
        }
    }

    @Test
    void A_message_of_nothing_but_a_file_is_a_contact_with_a_file() {
        var message = new Inbound(
                Channel.EMAIL,
                id(),
                Sender.withEmail("Ana Ruiz", email),
                "",
                "",
                List.of(Attachment.of("form.pdf", "application/pdf", new byte[] {1, 2, 3})),
                Reference.NONE,
                null,
                null,
                false,
                java.time.Instant.now());
        var entry = file(receive(message).number()).timeline().stream()
                .filter(TimelineEntry::isContact)
                .findFirst()
                .orElseThrow();
        assertThat(entry.files()).extracting(TimelineEntry.File::name).containsExactly("form.pdf");
    }

    @Test
    void An_out_of_office_notice_is_kept_and_answered_by_nobody() {
        var notice = new Inbound(
                Channel.EMAIL,
                id(),
                Sender.withEmail("Ana Ruiz", email),
                "Out of office",
                "I am away until Monday.",
                List.of(),
                Reference.NONE,
                null,
                null,
                true,
                java.time.Instant.now());
        var file = file(receive(notice).number());
        assertThat(file.inquiry().status).isEqualTo(Status.RESOLVED);
        assertThat(file.inquiry().contacts).isZero();
        assertThat(file.timeline()).noneMatch(TimelineEntry::isReply);
    }

    private Receipt text(String text) {
        return receive(Inbound.of(Channel.SMS, id(), Sender.withPhone(phone), text));
    }

    private Receipt mail(String name, String subject, String text) {
        return receive(new Inbound(
                Channel.EMAIL,
                id(),
                Sender.withEmail(name, email),
                subject,
                text,
                List.of(),
                Reference.NONE,
                null,
                null,
                false,
                java.time.Instant.now()));
    }

    private Receipt receive(Inbound message) {
        return await(() -> intake.receive(message));
    }

    private CaseFile file(long number) {
        return await(() -> caseFiles.find(number));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(java.util.Collections.nCopies(times, call))) results.add(result.get());
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
