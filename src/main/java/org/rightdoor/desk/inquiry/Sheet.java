package org.rightdoor.desk.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rightdoor.desk.RoleNames;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Event;
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

    /** Where a reply by that channel goes; null when the family cannot be reached by it. */
    Destination destination(String channel) {
        return way().by(channel);
    }

    /** What an event says to a reader. */
    public String happened(TimelineEntry entry) {
        return switch (Event.Kind.valueOf(entry.kind())) {
            case OPENED -> "The case was opened";
            case ROUTED -> routed(entry);
            case TOPIC_CHANGED -> "The topic is now " + seat.topicTitle(entry.text());
            case NOTED -> "Note";
            case WRITTEN_DOWN -> "Written down";
            case ANSWERED -> "An approved answer was given at once";
            case REPLIED -> "Answered";
            case TAKEN_BACK -> "An answer was taken back before it left";
            case RATED -> "The family rated the help " + entry.text() + " of 5";
            case RESOLVED -> "Resolved";
            case REOPENED -> "Opened again";
            case ASKED -> "The family was asked for whom it is";
            case CLARIFIED ->
                entry.text().isEmpty() ? "It is for neither of them" : "It is for " + seat.departmentName(entry.text());
            case PART_GIVEN -> seat.departmentName(department(entry)) + " has a part of it";
            case PART_SETTLED -> seat.departmentName(entry.text()) + " has done its part";
            case PART_REMOVED -> "No part of it is for " + seat.departmentName(entry.text());
            case PROMISE_MOVED -> "The calendar has changed: the answer is due " + due(entry);
            case PROMISE_NEAR -> "A promise is due soon: " + due(entry);
            case PROMISE_BROKEN -> "A promise is broken: it was due " + due(entry);
            case ALERTED -> "Safety";
            case FOLLOW_UP_PROMISED -> "Promised the family";
            case FOLLOW_UP_KEPT -> "Kept a promise";
            case MADE_CONFIDENTIAL -> "Made confidential";
            case MADE_OPEN -> "Opened to the department again";
            case NAMED -> "Named on this case: " + entry.text();
            case UNNAMED -> "No longer named on this case: " + entry.text();
            case PROPOSED -> "Wrote an answer for approval";
            case APPROVED -> "Approved the answer of " + entry.text();
            case GIVEN_BACK -> "Returned the answer";
            case WITHDRAWN -> "Took the answer back";
            case LOOKED_AT -> "Looked at this confidential case, and had to";
        };
    }

    private String due(TimelineEntry entry) {
        try {
            return seat.when(Instant.parse(entry.text()));
        } catch (DateTimeParseException inWords) {
            return entry.text();
        }
    }

    private String routed(TimelineEntry entry) {
        return "Sent to " + seat.departmentName(department(entry));
    }

    /** What comes with an event: a reason, or nothing. */
    public String detail(TimelineEntry entry) {
        return switch (Event.Kind.valueOf(entry.kind())) {
            case ANSWERED, TOPIC_CHANGED, PROMISE_MOVED, PROMISE_NEAR, PROMISE_BROKEN -> "";
            case ASKED ->
                Arrays.stream(entry.text().split(", "))
                        .map(seat::departmentName)
                        .collect(Collectors.joining(" or "));
            case CLARIFIED, MADE_OPEN, NAMED, UNNAMED, APPROVED, WITHDRAWN -> "";
            case RATED -> saidInRating();
            case ROUTED, PART_GIVEN, PART_SETTLED, PART_REMOVED -> {
                var parts = entry.text().split(":", 2);
                yield parts.length == 2 ? parts[1].strip() : "";
            }
            default -> entry.text();
        };
    }

    private String saidInRating() {
        var rating = file.rating();
        var solved = rating.solved == null ? "" : rating.solved ? "It is solved. " : "It is not solved. ";
        return (solved + rating.comment).strip();
    }

    private static String department(TimelineEntry entry) {
        return entry.text().split(":", 2)[0].strip();
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
