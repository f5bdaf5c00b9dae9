package org.rightdoor.intake;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.GivenAnswers;
import org.rightdoor.inquiry.CaseLink;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.Address;
import org.rightdoor.people.Person;
import org.rightdoor.reply.Reply;

/** What is asked of the database about newcomers' questions, and what it stores of them. */
final class NewcomerRows {

    /** Two messages of one sender at the same moment, as in {@link Intake}; who would have to wait goes that way. */
    static final String LOCK =
            """
            select address from unnest($1::text[]) address
            where pg_try_advisory_xact_lock(hashtextextended(address, 0))""";

    /** Those whose addresses are known of nobody, with numbers for the person and the case. */
    static final String WHO_IS_NEW =
            """
            select place, nextval(pg_get_serial_sequence('person', 'id')) as person,
                   nextval(pg_get_serial_sequence('inquiry', 'number')) as inquiry,
                   (select s.automatic from answer_standing s where s.answer_id = answer order by s.id desc limit 1) as automatic
            from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality m (key, email, phone, answer, place)
            where not exists (select from contact c where c.channel = 'WEB' and c.external_id = key)
              and not exists (select from address a where a.kind = 'EMAIL' and a.value = email)
              and not exists (select from address a where a.kind = 'PHONE' and a.value = phone)
              and not exists (select from reply r where r.address = email)
              and not exists (select from reply r where r.address = phone)""";

    private static final Rows<Person> PEOPLE = new Rows<>(Person.class, true);
    private static final Rows<Address> ADDRESSES = new Rows<>(Address.class, false);
    private static final Rows<Inquiry> INQUIRIES = new Rows<>(Inquiry.class, true);
    private static final Rows<CaseLink> LINKS = new Rows<>(CaseLink.class, false);
    private static final Rows<Contact> CONTACTS = new Rows<>(Contact.class, false);
    private static final Rows<Event> EVENTS = new Rows<>(Event.class, false);
    private static final Rows<Reply> REPLIES = new Rows<>(Reply.class, false);

    /** What a search finds them by, the same as {@code gather_words} (V036) makes of them. */
    private static final String WORDS =
            """
            insert into case_words (inquiry_number, departments, words)
            select number, array[department], words_of(left(text, 400000))
            from (select i.number, i.department, concat_ws(' ', i.subject, p.name,
                         coalesce(c.subject, '') || ' ' || left(c.text, 100000), r.text) as text
                  from i join p on p.id = i.person_id
                  join c on c.inquiry_number = i.number
                  left join r on r.inquiry_number = i.number offset 0) found""";

    static final String STORE = "with p as (" + PEOPLE.insert("$1") + " returning id, name), a as ("
            + ADDRESSES.insert("$2") + "), i as (" + INQUIRIES.insert("$3")
            + " returning number, department, subject, person_id), l as (" + LINKS.insert("$4") + "), c as ("
            + CONTACTS.insert("$5") + " returning inquiry_number, subject, text), e as (" + EVENTS.insert("$6")
            + "), v as (" + GivenAnswers.remember("$8") + "), r as (" + REPLIES.insert("$7")
            + " returning inquiry_number, text) " + WORDS;

    /** After them, in the same transaction: what they count for, at once instead of case by case (V146). */
    static final String MEASURE = "select measure_new_cases($1::bigint[])";

    private NewcomerRows() {}

    static Tuple addresses(List<Newcomer> newcomers) {
        return Tuple.of(newcomers.stream()
                .map(one -> one.opening.message().address())
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new));
    }

    static Tuple whoIsNew(List<Newcomer> newcomers) {
        return Tuple.of(
                texts(newcomers, one -> one.opening.message().externalId()),
                texts(newcomers, one -> one.opening.message().sender().email()),
                texts(newcomers, one -> one.opening.message().sender().phone()),
                texts(newcomers, one -> one.sure.map(Answer::id).orElse(null)));
    }

    private static String[] texts(List<Newcomer> newcomers, Function<Newcomer, String> text) {
        return newcomers.stream().map(text).toArray(String[]::new);
    }

    /** Those that are new, with their numbers. */
    static List<Newcomer> read(RowSet<Row> found, List<Newcomer> asked) {
        var fresh = new ArrayList<Newcomer>();
        found.forEach(row -> {
            var one = asked.get(row.getLong("place").intValue() - 1);
            one.number(row.getLong("person"), row.getLong("inquiry"));
            var standing = row.getBoolean("automatic");
            one.sure = one.sure.filter(answer -> standing == null ? answer.automatic() : standing);
            fresh.add(one);
        });
        return fresh;
    }

    static Tuple numbers(List<Newcomer> opened) {
        return Tuple.of(opened.stream().map(one -> one.opening.inquiry().number).toArray(Long[]::new));
    }

    static Tuple values(List<Newcomer> opened) {
        return Tuple.tuple(List.of(
                PEOPLE.of(opened.stream().map(one -> one.person).toList()),
                ADDRESSES.of(opened.stream().flatMap(NewcomerRows::addresses).toList()),
                INQUIRIES.of(opened.stream().map(one -> one.opening.inquiry()).toList()),
                LINKS.of(opened.stream().map(one -> one.link).toList()),
                CONTACTS.of(opened.stream().map(one -> one.opening.contact()).toList()),
                EVENTS.of(opened.stream()
                        .flatMap(one -> one.opening.events().stream())
                        .toList()),
                REPLIES.of(opened.stream().flatMap(one -> one.reply.stream()).toList()),
                GivenAnswers.versions(opened.stream()
                        .filter(one -> one.reply.isPresent() && one.sure.isPresent())
                        .map(one -> new GivenAnswers.Given(one.sure.get(), one.opening.inquiry().language))
                        .distinct()
                        .toList())));
    }

    private static Stream<Address> addresses(Newcomer one) {
        var sender = one.opening.message().sender();
        return Stream.of(
                        Optional.ofNullable(sender.email()).map(email -> address(one, Address.Kind.EMAIL, email)),
                        Optional.ofNullable(sender.phone()).map(phone -> address(one, Address.Kind.PHONE, phone)))
                .flatMap(Optional::stream);
    }

    private static Address address(Newcomer one, Address.Kind kind, String value) {
        var address = new Address();
        address.personId = one.person.id;
        address.kind = kind;
        address.value = value;
        return address;
    }
}
