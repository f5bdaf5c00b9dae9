package org.rightdoor.desk.inquiry;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Deed;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.TimelineEntry;

/** What happened to a case, in the words of the desk. */
record Happenings(Seat seat, CaseFile file) {

    /** What an event says to a reader. */
    public String said(TimelineEntry entry) {
        return switch (Event.Kind.valueOf(entry.kind())) {
            case OPENED -> "The case was opened";
            case LINK_RENEWED -> "Took the family’s link back";
            case ROUTED -> routed(entry);
            case TOPIC_CHANGED -> "The topic is now " + seat.topicTitle(entry.text());
            case NOTED -> "Note";
            case WRITTEN_DOWN -> "Written down";
            case ANSWERED -> "An approved answer was given at once";
            case REPLIED -> "Answered";
            case RATED ->
                entry.text().isEmpty()
                        ? "The family said how the help was"
                        : "The family rated the help " + entry.text() + " of 5";
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
            case FOLLOW_UP_PROMISED -> "Promised the family";
            case FOLLOW_UP_KEPT -> "Kept a promise";
            case TAKEN_BACK -> "An answer was taken back before it left";
            case ALERTED -> "Safety";
            case MADE_CONFIDENTIAL -> "Made confidential";
            case MADE_OPEN -> "Opened to the department again";
            case NAMED -> "Named on this case: " + entry.text();
            case UNNAMED -> "No longer named on this case: " + entry.text();
            case PROPOSED -> "Wrote an answer for approval";
            case APPROVED -> "Approved the answer of " + entry.text();
            case GIVEN_BACK -> "Returned the answer";
            case WITHDRAWN -> "Took the answer back";
            case LOOKED_AT -> "Looked at this confidential case, and had to";
            case ASSIGNED -> entry.text().isEmpty() ? "Nobody works on it now" : assigned(entry);
            case SNOOZED -> "Snoozed until " + due(entry);
            case WOKEN -> "Back from its snooze";
            case PRIORITY_CHANGED -> "Priority: " + entry.text().toLowerCase(Locale.ROOT);
            case TAGGED -> entry.text().isEmpty() ? "No tags any more" : "Tags: " + entry.text();
            case MERGED, SPLIT, PEOPLE_LINKED -> entry.text();
            case COUNTED ->
                entry.text().equals("yes")
                        ? "A message counts as a contact now"
                        : "A message counts as a contact no more";
            case CONSULTED -> "Asked " + seat.departmentName(department(entry));
            case CONSULTATION_ENDED -> seat.departmentName(department(entry)) + " was asked";
            case UNDONE -> "Took back: " + undone(entry);
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
            case ANSWERED,
                    TOPIC_CHANGED,
                    PROMISE_MOVED,
                    PROMISE_NEAR,
                    PROMISE_BROKEN,
                    ASSIGNED,
                    SNOOZED,
                    PRIORITY_CHANGED,
                    TAGGED,
                    MERGED,
                    SPLIT,
                    PEOPLE_LINKED,
                    COUNTED,
                    UNDONE -> "";
            case ASKED ->
                Arrays.stream(entry.text().split(", "))
                        .map(seat::departmentName)
                        .collect(Collectors.joining(" or "));
            case CLARIFIED, MADE_OPEN, NAMED, UNNAMED, APPROVED, WITHDRAWN -> "";
            case RATED -> saidOfHelp();
            case ROUTED, PART_GIVEN, PART_SETTLED, PART_REMOVED, CONSULTED, CONSULTATION_ENDED -> {
                var parts = entry.text().split(":", 2);
                yield parts.length == 2 ? parts[1].strip() : "";
            }
            default -> entry.text();
        };
    }

    // Of merged cases the survey is the surviving one's.
    private String saidOfHelp() {
        var survey = file.survey();
        if (survey == null) return "";
        var said = new ArrayList<String>();
        if (survey.timeliness != null) said.add("Timeliness: " + survey.timeliness + " of 5.");
        if (survey.solved != null) said.add(survey.solved ? "It is solved." : "It is not solved.");
        if (survey.heard != null) said.add(survey.heard ? "The family felt heard." : "The family did not feel heard.");
        said.add(survey.comment);
        return String.join(" ", said).strip();
    }

    private static String department(TimelineEntry entry) {
        return entry.text().split(":", 2)[0].strip();
    }

    private static String assigned(TimelineEntry entry) {
        return entry.text().equals(entry.who()) ? "Took the case" : entry.text() + " works on it now";
    }

    private static String undone(TimelineEntry entry) {
        return inWords(Deed.Kind.valueOf(entry.text()));
    }

    /** A kind of deed, as the end of a sentence. */
    static String inWords(Deed.Kind kind) {
        return switch (kind) {
            case HANDED_OVER -> "handing it over";
            case TOPIC_CHANGED -> "the new topic";
            case PRIORITY_CHANGED -> "the new priority";
            case TAGGED -> "the tags";
            case ASSIGNED -> "who works on it";
            case SNOOZED -> "the snooze";
            case RESOLVED -> "resolving it";
            case REOPENED -> "opening it again";
            case NOTED -> "a note";
            case CONSULTED -> "the question to another department";
            case MERGED -> "merging";
            case SPLIT -> "splitting";
            case PEOPLE_LINKED -> "what was said about the people";
            case COUNT_CORRECTED -> "how a message counts";
        };
    }
}
