package org.rightdoor.desk.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.rightdoor.desk.RoleNames;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.writing.Known;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Part;
import org.rightdoor.inquiry.Status;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.people.Address;
import org.rightdoor.people.Person;
import org.rightdoor.reply.Destination;

/**
 * A case as staff see it, all channels in one line of time.
 *
 * @param alsoUsedBy others who share one of the person's addresses
 * @param fitting approved answers that fit, best first
 * @param mayWork false for those who handed the case over and only read on
 */
record Sheet(
        Seat seat,
        CaseFile file,
        List<Person> alsoUsedBy,
        List<Fitting> fitting,
        Texting texting,
        Draft draft,
        boolean mayWork) {

    private static final int BEGINNING = 80;
    private static final int LONG_HISTORY = 50;

    /** An approved answer, in the family's language. */
    record Fitting(String id, String question, String text) {}

    /** A way to answer the family; {@code channel} is what the form sends. With a refusal it cannot be chosen. */
    record Way(Channel channel, String label, boolean ticked, String refusal) {}

    public Inquiry inquiry() {
        return file.inquiry();
    }

    public String who() {
        return file.person().name == null ? "Name not given" : file.person().name;
    }

    /** What the person is to the district, in a word. */
    public String role() {
        return named(file.person().role);
    }

    public List<Person.Role> roles() {
        return List.of(Person.Role.values());
    }

    public String named(Person.Role role) {
        return RoleNames.of(role);
    }

    /** Every e-mail address on the page. */
    List<String> emails() {
        return file.addresses().stream()
                .filter(address -> address.kind == Address.Kind.EMAIL)
                .map(address -> address.value)
                .toList();
    }

    public boolean resolved() {
        return inquiry().status == Status.RESOLVED;
    }

    /** True when this is the seat of somebody who answers the part, though not the case. */
    public boolean isMine(Part part) {
        return seat.staff().maySee(part.department);
    }

    public Why why() {
        return Why.of(file);
    }

    /** What sort of message opened the case; empty for a plain question. */
    public String kind() {
        return switch (inquiry().kind) {
            case QUESTION -> "";
            case CONCERN -> "A concern";
            case COMPLAINT -> "A complaint";
            case COMPLIMENT -> "Praise";
            case SUGGESTION -> "A suggestion";
            case REQUEST -> "A request";
            case THANKS -> "Thanks";
            case AUTOMATIC -> "An automatic message";
        };
    }

    public List<String> tags() {
        return Arrays.asList(inquiry().tags);
    }

    /** All but the latest lines of a long history; they are folded. */
    public List<TimelineEntry> earlier() {
        return file.timeline().subList(0, foldedLines());
    }

    public List<TimelineEntry> latest() {
        return file.timeline().subList(foldedLines(), file.timeline().size());
    }

    public List<Stretch> stretches(List<TimelineEntry> entries) {
        return Stretch.of(entries);
    }

    private int foldedLines() {
        return Math.max(0, file.timeline().size() - LONG_HISTORY);
    }

    /** The messages that came to this case itself, and not to one that has become part of it. */
    public List<TimelineEntry> ownContacts() {
        return file.timeline().stream()
                .filter(entry -> entry.isContact() && entry.number() == inquiry().number)
                .toList();
    }

    public boolean isSplittable() {
        return ownContacts().size() > 1;
    }

    /** How a message begins, for a list. */
    public String beginning(TimelineEntry entry) {
        var line = entry.text().strip().replaceAll("\\s+", " ");
        return line.length() <= BEGINNING ? line : line.substring(0, BEGINNING).strip() + "…";
    }

    /** The tags as they are typed. */
    public String tagLine() {
        return String.join(", ", inquiry().tags);
    }

    /** The channels on which the family can be reached, ticked as typed or as the family last wrote. */
    public List<Way> ways() {
        var ways = new ArrayList<Way>();
        if (file.phone() != null) {
            var label = "Text to " + Address.readable(file.phone());
            var refusal = texting.refusal(file.phone());
            ways.add(refusal == null ? way(Channel.SMS, label) : new Way(Channel.SMS, label, false, refusal));
        }
        if (file.email() != null) ways.add(way(Channel.EMAIL, "E-mail to " + file.email()));
        ways.add(way(Channel.WEB, "Case page only"));
        return ways;
    }

    /** Why a reply cannot go by these channels, or null. */
    String refusal(List<String> channels) {
        var refusal = channels.contains("SMS") ? way().refusalOfTexts() : null;
        return refusal == null ? null : refusal + " Choose another way.";
    }

    /** What a reply that has not left waits for. */
    public String waitsFor(TimelineEntry reply) {
        if (reply.channel() == Channel.SMS && texting.isInDoubt(reply.address())) {
            return "Held until somebody decides whether this number may be texted";
        }
        var justAsked = inquiry().lastContactAt.plus(Duration.ofHours(1)).isAfter(Instant.now());
        if (reply.channel() == Channel.SMS && texting.resting() && !justAsked) {
            return "Waits for the morning: families are not texted at night";
        }
        return "On its way";
    }

    /**
     * Where a reply by the channels of the draft goes.
     *
     * @throws IllegalStateException when the family cannot be reached so
     */
    List<Destination> destinations() {
        var refusal = refusal(draft.channels());
        if (refusal != null) throw new IllegalStateException(refusal);
        var destinations = draft.channels().stream()
                .map(way()::by)
                .filter(Objects::nonNull)
                .toList();
        if (destinations.isEmpty()) throw new IllegalStateException("The family cannot be reached that way.");
        return destinations;
    }

    /** How far whoever reads this page has read the case. */
    public Known known() {
        return Known.of(file.timeline());
    }

    /** How the case stands on this page, for forms to say what they were decided on. */
    public Seen seen() {
        return Seen.now(inquiry());
    }

    /** What an event says to a reader. */
    public String happened(TimelineEntry entry) {
        return happenings().said(entry);
    }

    /** What comes with an event: a reason, or nothing. */
    public String detail(TimelineEntry entry) {
        return happenings().detail(entry);
    }

    private Happenings happenings() {
        return new Happenings(seat, file);
    }

    private Way way(Channel channel, String label) {
        var ticked = draft.channels().isEmpty() && !draft.form().equals("reply")
                ? channel == way().usual().channel()
                : draft.channels().contains(channel.name());
        return new Way(channel, label, ticked, null);
    }

    private Ways way() {
        return new Ways(file, texting);
    }
}
