package org.rightdoor.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Status;
import org.rightdoor.inquiry.Survey;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.RoutingRules;

/**
 * A case as its family sees it: what was said, and no more of what happened inside than concerns them.
 *
 * @param asked what the family may still say about where it belongs, or null
 */
record CasePage(CaseFile file, Clarification asked, RoutingRules rules, Visit visit) {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /**
     * One line of the conversation.
     *
     * @param side {@code family}, {@code district}, or {@code note} for something that happened
     * @param who a name, or null where the page says "You"
     * @param automatic true for what no person wrote
     * @param answer true for an approved answer, which a person can be asked about
     */
    record Line(
            String side,
            String who,
            Instant at,
            Channel channel,
            String text,
            boolean automatic,
            boolean answer,
            List<TimelineEntry.File> files) {

        static Line note(Instant at, String text) {
            return new Line("note", null, at, null, text, false, false, List.of());
        }
    }

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        var routed = false;
        TimelineEntry before = null;
        for (var entry : file.timeline()) {
            if (entry.isHeld()) continue;
            if (entry.isContact()) lines.add(written(entry));
            else if (entry.isReply() && !repeats(entry, before)) lines.add(answered(entry));
            else if (is(entry, Event.Kind.RESOLVED))
                lines.add(Line.note(entry.at(), visit.texts().caseClosed()));
            else if (is(entry, Event.Kind.REOPENED))
                lines.add(Line.note(entry.at(), visit.texts().caseReopened()));
            else if (is(entry, Event.Kind.ROUTED)) {
                if (routed) lines.add(moved(entry));
                routed = true;
            }
            before = entry;
        }
        return lines;
    }

    /** The departments that the family may choose from; empty when nothing is asked. */
    public List<Department> choices() {
        if (asked == null) return List.of();
        return Arrays.stream(asked.departments)
                .map(rules.departments()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    public String department() {
        return name(file.inquiry().department);
    }

    /** Where the matter stands, in a sentence. */
    public String standing() {
        var texts = visit.texts();
        return switch (file.inquiry().status) {
            case OPEN ->
                file.inquiry().answerDueAt == null
                        ? texts.statusOpen()
                        : isLate()
                                ? texts.caseLate(department(), due())
                                : otherDepartment()
                                        .map(other -> texts.caseOpenBoth(department(), name(other), due()))
                                        .orElseGet(() -> texts.caseOpen(department(), due()));
            case WAITING ->
                onlyAutomaticallyAnswered() ? texts.caseAnswered(department()) : texts.caseWaiting(department());
            case RESOLVED -> texts.caseResolved();
        };
    }

    /** Where the matter stands, in a word. */
    public String state() {
        var texts = visit.texts();
        return switch (file.inquiry().status) {
            case OPEN -> texts.statusOpen();
            case WAITING -> texts.statusWaiting();
            case RESOLVED -> texts.statusResolved();
        };
    }

    public boolean canAskForPerson() {
        return file.inquiry().status != Status.OPEN && onlyAutomaticallyAnswered();
    }

    public boolean canNeedHelp() {
        return file.inquiry().status != Status.OPEN && !canAskForPerson();
    }

    public boolean isAnonymous() {
        return MyCase.isAnonymous(file);
    }

    /** What the family was asked about the help, or has said of it; null where it was not asked and has said nothing. */
    public Survey survey() {
        return file.survey();
    }

    public boolean isRated() {
        return file.survey() != null && file.survey().isAnswered();
    }

    public boolean isRateable() {
        return isRated() || file.isRateable();
    }

    /** The marks a family can give, least first. */
    public List<Integer> marks() {
        return IntStream.rangeClosed(Survey.LEAST, Survey.MOST).boxed().toList();
    }

    public boolean isSolved() {
        return file.inquiry().status == Status.RESOLVED;
    }

    // One answer sent on two channels is one answer.
    private static boolean repeats(TimelineEntry entry, TimelineEntry before) {
        return before != null
                && before.isReply()
                && before.text().equals(entry.text())
                && Duration.between(before.at(), entry.at()).compareTo(AT_ONCE) < 0;
    }

    private boolean onlyAutomaticallyAnswered() {
        return wasAnsweredAtOnce()
                && file.timeline().stream().noneMatch(entry -> entry.isReply() && !entry.automatic());
    }

    private boolean wasAnsweredAtOnce() {
        return file.timeline().stream().anyMatch(entry -> is(entry, Event.Kind.ANSWERED));
    }

    /** The one that has an open part of the case beside its owner. */
    private Optional<String> otherDepartment() {
        return file.parts().stream()
                .filter(part -> !part.isDone())
                .map(part -> part.department)
                .findFirst();
    }

    private boolean isLate() {
        return file.inquiry().answerDueAt != null && file.inquiry().answerDueAt.isBefore(Instant.now());
    }

    private String due() {
        return visit.due(file.inquiry().answerDueAt);
    }

    private Line written(TimelineEntry entry) {
        return new Line("family", null, entry.at(), entry.channel(), entry.text(), false, false, entry.files());
    }

    private Line answered(TimelineEntry entry) {
        return new Line(
                "district",
                entry.automatic() ? visit.districtName() : entry.who(),
                entry.at(),
                entry.channel(),
                entry.text(),
                entry.automatic(),
                entry.automatic() && wasAnsweredAtOnce(),
                entry.files());
    }

    // Why it moved was written for colleagues.
    private Line moved(TimelineEntry entry) {
        var department = entry.text().split(":", 2)[0];
        return Line.note(entry.at(), visit.texts().caseMoved(name(department)));
    }

    private String name(String department) {
        var known = rules.departments().get(department);
        return known == null ? department : known.name().in(visit.language());
    }

    private static boolean is(TimelineEntry entry, Event.Kind kind) {
        return entry.kind().equals(kind.name());
    }
}
