package org.rightdoor.desk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.as;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.Rows;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Reference;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** One matter over three channels: merged, answered, written to, and taken apart again. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MergeStoriesTest {

    private final String dana = hire(Staff.AGENT, "transportation");
    private final String mail = UUID.randomUUID() + "@family.example";
    private final String phone = TestPhones.next();
    private final String otherMail = UUID.randomUUID() + "@family.example";

    @Inject
    Intake intake;

    @Inject
    CaseFiles caseFiles;

    private long web;
    private long text;
    private long letter;

    @BeforeEach
    void three_cases_over_three_channels() {
        web = ask(Channel.WEB, Sender.withEmail("Ana Ruiz", mail), "bus 14 is late again, my son waits at the stop");
        text = ask(Channel.SMS, Sender.withPhone(phone), "bus 14 did not come, he waits in the rain");
        letter = ask(Channel.EMAIL, Sender.withEmail("Luis Ruiz", otherMail), "The school bus 14 is late every day");
    }

    @Test
    void Merged_then_written_to_and_taken_apart_every_row_is_what_it_was_plus_the_new_contact_and_the_events() {
        var before = rows();
        var texted = Rows.of("inquiry", "number", List.of(text), "version", "contacts", "last_contact_at")
                .all();
        var undo = merge();
        as(dana).get(page(web)).then().body(containsString("3 contacts"), containsString("did not come, he waits in"));
        as(dana).get(page(text)).then().statusCode(303).header("Location", endsWith(page(web)));

        ask(Channel.SMS, Sender.withPhone(phone), "bus 14 did not come, and it is raining");
        as(dana).get(page(web))
                .then()
                .body(containsString("4 contacts"), containsString("bus 14 did not come, and it is raining"));

        as(dana).post(undo).then().statusCode(303);
        var after = rows();
        assertThat(gone(before, after)).hasSize(1).allMatch(row -> isOf(row, "inquiry", text));
        assertThat(Rows.of("inquiry", "number", List.of(text), "version", "contacts", "last_contact_at")
                        .all())
                .isEqualTo(texted);
        assertThat(number("select contacts from inquiry where number = ?", text))
                .isEqualTo(2);
        assertThat(gone(after, before))
                .allMatch(row -> row.startsWith("contact ")
                        || row.startsWith("event ")
                        || isOf(row, "reply", text)
                        || isOf(row, "inquiry", text));
    }

    @Test
    void Merged_then_answered_and_taken_apart_only_the_answered_case_has_changed() {
        var before = rows();
        var undo = merge();
        as(dana).formParam("text", "A bus is on its way.")
                .formParam("channel", "EMAIL")
                .post(page(web) + "/replies")
                .then()
                .statusCode(303);
        as(dana).get(page(web)).then().body(containsString("Waiting on family"));
        as(dana).post(undo).then().statusCode(303);
        var after = rows();
        assertThat(gone(before, after)).allMatch(row -> isOf(row, "", web));
        assertThat(number("select contacts from inquiry where number = ? and status = 'WAITING'", web))
                .isEqualTo(1);
    }

    @Test
    void Merged_written_to_answered_and_taken_apart_there_is_more_only_by_the_answer_the_contact_and_the_events() {
        var before = rows();
        var undo = merge();
        ask(Channel.SMS, Sender.withPhone(phone), "bus 14 did not come, and it is still raining");
        as(dana).formParam("text", "A bus is on its way.")
                .formParam("channel", "EMAIL")
                .post(page(web) + "/replies")
                .then()
                .statusCode(303);
        as(dana).post(undo).then().statusCode(303);
        var after = rows();

        var gone = gone(before, after);
        var added = gone(after, before);
        assertThat(gone).as("the third case is as it was").noneMatch(row -> isOf(row, "", letter));
        assertThat(gone).allMatch(row -> row.startsWith("inquiry ") || row.startsWith("promise "));
        assertThat(added)
                .allMatch(row -> row.startsWith("contact ")
                        || row.startsWith("reply ")
                        || row.startsWith("event ")
                        || gone.stream().anyMatch(was -> isSame(was, row)));
        assertThat(added).filteredOn(row -> row.startsWith("contact ")).hasSize(1);
        assertThat(added)
                .filteredOn(row -> row.startsWith("reply ") && row.contains("A bus is on its way."))
                .hasSize(1);
        assertThat(number(
                        "select count(*) from inquiry where number in (?, ?, ?) and merged_into is null",
                        web,
                        text,
                        letter))
                .isEqualTo(3);
    }

    @Test
    void Merged_answered_and_written_to_by_another_channel_the_answered_case_owes_nothing_once_taken_apart() {
        var undo = merge();
        as(dana).formParam("text", "A bus is on its way.")
                .formParam("channel", "EMAIL")
                .post(page(web) + "/replies")
                .then()
                .statusCode(303);
        var answered = ownRows(web);
        ask(Channel.SMS, Sender.withPhone(phone), "bus 14 did not come, and it is raining still");
        assertThat(number("select count(*) from inquiry where number = ? and status = 'OPEN'", web))
                .isEqualTo(1);
        as(dana).post(undo).then().statusCode(303);
        assertThat(ownRows(web)).isEqualTo(answered);
        assertThat(number(
                        "select count(*) from inquiry where number = ? and status = 'OPEN' and answer_due_at is not null",
                        text))
                .isEqualTo(1);
    }

    /** The case with what it owes, without what it added up of the others. */
    private static List<String> ownRows(long number) {
        return Rows.of("inquiry", "number", List.of(number), "version", "contacts", "last_contact_at")
                .and("promise", "inquiry_number", List.of(number))
                .all();
    }

    /** True for two states of one row: both begin with their table and their number or id. */
    private static boolean isSame(String was, String is) {
        return key(was).equals(key(is));
    }

    private static String key(String row) {
        return row.replaceAll("(?s)^(\\w+) .*?\"(?:number|id)\": (\\d+)[,}].*", "$1 $2");
    }

    @Test
    void Merged_and_taken_apart_at_once_no_row_has_changed_though_one_was_settled() {
        as(dana).post(page(web) + "/resolved").then().statusCode(303);
        as(dana).formParam("text", "On its way.").formParam("channel", "SMS").post(page(text) + "/replies");
        var before = rows();
        var undo = merge();
        assertThat(number(
                        "select count(*) from inquiry where number = ? and status = 'OPEN' and answer_due_at is not null",
                        web))
                .isEqualTo(1);
        as(dana).post(undo).then().statusCode(303);
        var after = rows();
        assertThat(gone(before, after)).isEmpty();
        assertThat(gone(after, before)).allMatch(row -> row.startsWith("event "));
        as(dana).get(page(text)).then().statusCode(200).body(containsString("1 contact"));
        as(dana).post(undo).then().statusCode(409);
    }

    @Test
    void Each_family_reads_its_own_part_and_one_person_with_two_addresses_all_of_it() throws Throwable {
        merge();
        assertThat(read(letter)).containsExactly("The school bus 14 is late every day");
        assertThat(read(web)).containsExactly("bus 14 is late again, my son waits at the stop");
        as(dana).formParam("text", "We are sorry, Luis.")
                .formParam("channel", "EMAIL")
                .post(page(web) + "/replies")
                .then()
                .statusCode(303);
        var home =
                number("select inquiry_number from reply where text = 'We are sorry, Luis.' order by id desc limit 1");
        assertThat(read(home)).contains("We are sorry, Luis.");
        assertThat(read(home == web ? letter : web)).doesNotContain("We are sorry, Luis.");

        var ana = number("select person_id from inquiry where number = ?", web);
        var texting = number("select person_id from inquiry where number = ?", text);
        as(dana).formParam("other", text)
                .formParam("kind", "SAME")
                .post(page(web) + "/people")
                .then()
                .statusCode(303);
        assertThat(read(text))
                .contains(
                        "bus 14 is late again, my son waits at the stop", "bus 14 did not come, he waits in the rain");
        assertThat(read(text)).doesNotContain("The school bus 14 is late every day");
        assertThat(ana).isNotEqualTo(texting);
    }

    @Test
    void The_safety_mark_goes_with_a_merged_case_and_what_is_told_there_later_reaches_the_one_that_is_worked_on() {
        sql("update inquiry set safety = true where number = ?", text);
        var undo = merge();
        assertThat(marked(web)).isTrue();
        as(dana).post(undo).then().statusCode(303);
        assertThat(marked(web)).as("as before").isFalse();
        assertThat(marked(text)).isTrue();
        sql("update inquiry set safety = false where number = ?", text);

        undo = merge();
        as(dana).post(page(web) + "/resolved").then().statusCode(303);
        ask(
                Channel.SMS,
                Sender.withPhone(phone),
                "I want to kill myself tonight, nobody would miss me.",
                new Reference(null, List.of(), text));
        assertThat(marked(text)).isTrue();
        assertThat(number(
                        "select count(*) from inquiry where number = ? and safety and status = 'OPEN' and priority = 'URGENT'",
                        web))
                .isOne();
        as(dana).post(undo).then().statusCode(303);
        assertThat(marked(web)).as("a person was called to it since").isTrue();
    }

    @Test
    void Of_two_merges_the_later_is_taken_apart_first_so_that_each_case_is_what_it_was() {
        var before = Rows.of("inquiry", "number", List.of(web, text, letter), "version")
                .all();
        var first = merge(text);
        var second = merge(letter);
        as(dana).post(first)
                .then()
                .statusCode(409)
                .body(containsString("Case #" + letter + " has become part of case #" + web + " since."));
        as(dana).post(second).then().statusCode(303);
        as(dana).post(first).then().statusCode(303);
        assertThat(Rows.of("inquiry", "number", List.of(web, text, letter), "version")
                        .all())
                .isEqualTo(before);
    }

    private static boolean marked(long number) {
        return number("select count(*) from inquiry where number = ? and safety", number) == 1;
    }

    @Test
    void What_cannot_be_merged_is_said() {
        as(dana).formParam("typed", "x").post(page(web) + "/merged").then().statusCode(422);
        as(dana).formParam("typed", web)
                .post(page(web) + "/merged")
                .then()
                .statusCode(409)
                .body(containsString("Choose another case"));
        as(hire(Staff.AGENT, "nutrition"))
                .formParam("typed", text)
                .post(page(web) + "/merged")
                .then()
                .statusCode(404);
        sql("update inquiry set confidential = true where number = ?", text);
        as(dana).formParam("typed", text).post(page(web) + "/merged").then().statusCode(anyOf(is(409), is(422)));
        sql("update inquiry set confidential = false where number = ?", text);
        as(dana).formParam("typed", "#" + text)
                .post(page(web) + "/merged")
                .then()
                .statusCode(303);
        as(dana).formParam("typed", text)
                .post(page(letter) + "/merged")
                .then()
                .statusCode(409)
                .body(containsString("is part of case #" + web));
        as(dana).post(page(text) + "/taken")
                .then()
                .statusCode(409)
                .body(containsString("has become part of case #" + web));
        as(dana).get(page(web)).then().body(containsString("2 contacts"), not(containsString("in Case #" + letter)));
    }

    private static boolean isOf(String row, String table, long number) {
        return row.startsWith(table) && row.matches("(?s).*number\": " + number + "[,}].*");
    }

    private String merge() {
        return merge(text + ", #" + letter);
    }

    private String merge(Object typed) {
        return "/desk/deeds/"
                + as(dana).formParam("typed", typed)
                        .post(page(web) + "/merged")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")
                        .replaceAll(".*&undo=", "")
                + "/undone";
    }

    private List<String> rows() {
        return Rows.ofCases(List.of(web, text, letter));
    }

    private static List<String> gone(List<String> from, List<String> to) {
        var left = new ArrayList<>(from);
        to.forEach(left::remove);
        return left;
    }

    private List<String> read(long number) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> caseFiles.ofFamily(number)).timeline().stream()
                .filter(entry -> entry.isContact() || entry.isReply() && !entry.automatic())
                .map(TimelineEntry::text)
                .toList();
    }

    private static String page(long number) {
        return "/desk/inquiries/" + number;
    }

    private long ask(Channel channel, Sender sender, String text) {
        return ask(channel, sender, text, Reference.NONE);
    }

    private long ask(Channel channel, Sender sender, String text, Reference reference) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(new Inbound(
                            channel,
                            UUID.randomUUID().toString(),
                            sender,
                            null,
                            text,
                            List.of(),
                            reference,
                            null,
                            null,
                            false,
                            Instant.now())))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
