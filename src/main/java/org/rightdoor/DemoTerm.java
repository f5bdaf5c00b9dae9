package org.rightdoor;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.Address;
import org.rightdoor.people.Person;
import org.rightdoor.people.Staff;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Reply;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.Route;
import org.rightdoor.understand.TrainingText;

/** A term of a district's life, made up from its own training texts: the same seed gives the same families and cases. */
final class DemoTerm {

    private static final Duration TERM = Duration.ofDays(84);
    private static final long SEED = 1789;
    private static final LocalTime OPENS = LocalTime.of(6, 40);
    private static final int OPEN_MINUTES = 640;

    /** Share of cases that took one contact, two, three, and so on. */
    private static final double[] CONTACTS = {0.58, 0.22, 0.11, 0.06, 0.03};

    private static final List<Channel> CHANNELS =
            List.of(Channel.WEB, Channel.WEB, Channel.SMS, Channel.SMS, Channel.EMAIL);

    private static final List<Channel> CHANNELS_WITHOUT_MAIL = List.of(Channel.WEB, Channel.SMS);

    final List<Person> people = new ArrayList<>();
    final List<Address> addresses = new ArrayList<>();
    final List<Inquiry> inquiries = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Reply> replies = new ArrayList<>();

    private final Map<Long, String> emails = new HashMap<>();
    private final Map<Long, String> phones = new HashMap<>();
    private final Random random = new Random(SEED);
    private final Knowledge knowledge;
    private final List<Staff> staff;
    private final ZoneId zone;
    private final Instant now;

    DemoTerm(Knowledge knowledge, List<Staff> staff, int cases, Instant now) {
        this.knowledge = knowledge;
        this.staff = staff;
        this.zone = knowledge.rules().district().timeZone();
        this.now = now;
        var texts = knowledge.rules().trainingTexts();
        var families = Math.max(1, cases * 2 / 5);
        for (int i = 1; i <= families; i++) addFamily(i);
        for (long number = 1001; number < 1001 + cases; number++) {
            addCase(number, pick(texts), people.get(random.nextInt(families)));
        }
    }

    private void addFamily(int id) {
        var given = pick(DemoPhrases.GIVEN);
        var family = pick(DemoPhrases.FAMILY);
        var person = Person.called(given + " " + family, "en");
        person.id = (long) id;
        person.createdAt = now.minus(TERM);
        people.add(person);
        addAddress(person, Address.Kind.PHONE, "+1410%07d".formatted(2_000_000 + id));
        if (random.nextInt(3) > 0) {
            addAddress(person, Address.Kind.EMAIL, "family" + id + "@" + family.toLowerCase() + ".example");
        }
    }

    private void addAddress(Person person, Address.Kind kind, String value) {
        var address = new Address();
        address.id = addresses.size() + 1L;
        address.personId = person.id;
        address.kind = kind;
        address.value = value;
        addresses.add(address);
        (kind == Address.Kind.EMAIL ? emails : phones).put(person.id, value);
    }

    private void addCase(long number, TrainingText about, Person person) {
        person.language = about.language();
        var at = schoolDay();
        var topic = knowledge.rules().topics().get(about.topic());
        var agent = agentOf(topic.department());
        var inquiry = Inquiry.openedBy(person.id, null, about.text(), at);
        inquiry.number = number;
        inquiry.language = about.language();
        var confidence = 0.55 + 0.4 * random.nextDouble();
        var because = List.of(Route.sureness(confidence));
        record(
                inquiry,
                at,
                inquiry.route(
                        new Route(topic.department(), topic.key(), Priority.NORMAL, List.of(), because, confidence)));
        inquiries.add(inquiry);
        var contactsToCome = contactsNeeded();
        for (int i = 0; i < contactsToCome; i++) {
            var text =
                    i == 0 ? about.text() : pick(spanish(about) ? DemoPhrases.FOLLOW_UPS_ES : DemoPhrases.FOLLOW_UPS);
            addContact(inquiry, person, text, at);
            var answeredAt = at.plus(Duration.ofMinutes(20 + random.nextInt(60 * 20)));
            if (answeredAt.isAfter(now)) return;
            if (i == contactsToCome - 1 || random.nextBoolean()) reply(inquiry, agent, about, answeredAt);
            at = answeredAt.plus(Duration.ofMinutes(30 + random.nextInt(60 * 40)));
            if (at.isAfter(now)) return;
        }
        record(inquiry, at, inquiry.resolve(agent));
        inquiry.resolvedAt = at;
    }

    private void addContact(Inquiry inquiry, Person person, String text, Instant at) {
        var contact = new Contact();
        contact.id = contacts.size() + 1L;
        contact.inquiryNumber = inquiry.number;
        contact.personId = person.id;
        contact.channel = pick(emails.containsKey(person.id) ? CHANNELS : CHANNELS_WITHOUT_MAIL);
        contact.externalId = "demo-" + contact.id;
        contact.at = at;
        contact.address = addressFor(person, contact.channel);
        contact.text = text;
        contact.counts = true;
        contacts.add(contact);
        inquiry.take(contact).forEach(event -> record(inquiry, at, event));
    }

    private void reply(Inquiry inquiry, Actor agent, TrainingText about, Instant at) {
        var reply = Reply.to(
                inquiry.number,
                Destination.CASE_PAGE,
                pick(spanish(about) ? DemoPhrases.REPLIES_ES : DemoPhrases.REPLIES),
                agent);
        reply.id = replies.size() + 1L;
        reply.createdAt = at;
        reply.nextTryAt = at;
        reply.sentAt = at;
        replies.add(reply);
        record(inquiry, at, inquiry.replied(agent, ""));
    }

    private void record(Inquiry inquiry, Instant at, Event event) {
        event.id = events.size() + 1L;
        event.inquiryNumber = inquiry.number;
        event.at = at;
        events.add(event);
    }

    private Actor agentOf(String department) {
        return staff.stream()
                .filter(member -> !member.isAdmin() && member.maySee(department))
                .findFirst()
                .map(Actor::of)
                .orElse(Actor.RIGHTDOOR);
    }

    private String addressFor(Person person, Channel channel) {
        return channel == Channel.EMAIL ? emails.get(person.id) : phones.get(person.id);
    }

    private Instant schoolDay() {
        while (true) {
            var day = now.minus(Duration.ofMinutes(random.nextInt((int) TERM.toMinutes())))
                    .atZone(zone)
                    .toLocalDate();
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) continue;
            var at = day.atTime(OPENS.plusMinutes(random.nextInt(OPEN_MINUTES)))
                    .atZone(zone)
                    .toInstant();
            if (at.isBefore(now)) return at;
        }
    }

    private int contactsNeeded() {
        var dice = random.nextDouble();
        for (int i = 0; i < CONTACTS.length; i++) {
            dice -= CONTACTS[i];
            if (dice < 0) return i + 1;
        }
        return CONTACTS.length;
    }

    private static boolean spanish(TrainingText text) {
        return text.language().equals("es");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
