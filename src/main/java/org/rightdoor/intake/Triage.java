package org.rightdoor.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Part;
import org.rightdoor.routing.Facts;
import org.rightdoor.routing.Priority;
import org.rightdoor.routing.Route;
import org.rightdoor.routing.SecondMatter;

/**
 * Whom a new matter is for: the department that owns it, others that have a part of it, and whether its family has to be
 * asked.
 *
 * @param forPersonsOnly true for what only a person may judge: it is neither shown to one more department nor sorted by the
 *     family
 */
record Triage(Inbound message, Heard heard, Knowledge known, SchoolCalendar calendar, boolean forPersonsOnly) {

    static Triage of(Inbound message, Heard heard, Knowledge known, SchoolCalendar calendar) {
        var forPersonsOnly = heard.callsPerson()
                || known.forbids(message.readable(), heard.whole(), heard.signals())
                        .isPresent();
        return new Triage(message, heard, known, calendar, forPersonsOnly);
    }

    /** Who takes a call or a visit may say whose it is. */
    Route route() {
        var route = Addressees.of(message, known.rules()).settle(known.rules().route(facts()));
        var writtenDown = message.writtenDown();
        var isChosen = writtenDown != null && writtenDown.department() != null;
        return isChosen ? route.chosenBy(writtenDown.by().name(), writtenDown.department()) : inSeason(route);
    }

    private Facts facts() {
        var channel = message.channel().name().toLowerCase(Locale.ROOT);
        return new Facts(message.readable(), heard.whole(), channel, message.school(), message.topic());
    }

    private Route inSeason(Route route) {
        var date = LocalDate.ofInstant(message.at(), calendar.zone());
        var other = calendar.answeredBy(route.department(), date);
        return other.equals(route.department())
                ? route
                : route.answeredBy(other, name(other) + " answers for " + name(route.department()) + " in these weeks");
    }

    private String name(String department) {
        return known.rules().departments().get(department).name().in("en");
    }

    /** What others than the owner answer of it. */
    List<Part> parts(Route route) {
        var secondMatter = secondMatter(route);
        var served = Stream.concat(
                        Stream.of(route.department()), secondMatter.stream().map(part -> part.department))
                .toList();
        var addressed = Addressees.of(message, known.rules()).parts(message, route.priority(), served);
        return Stream.concat(secondMatter.stream(), addressed.stream()).toList();
    }

    private Optional<Part> secondMatter(Route route) {
        if (message.automatic() || forPersonsOnly || route.priority() == Priority.URGENT) return Optional.empty();
        return known.rules()
                .secondMatter(route, heard.whole(), heard.passages())
                .map(Triage::part);
    }

    private static Part part(SecondMatter matter) {
        var part = new Part();
        part.department = matter.department();
        part.topic = matter.topic();
        part.text = matter.text();
        part.because = matter.because().toArray(String[]::new);
        part.createdAt = Instant.now();
        return part;
    }

    /** What to ask the family when nobody can tell for which of two departments it is; robots answer at random. */
    Optional<Clarification> clarification(Route route) {
        if (message.automatic() || message.channel() == Channel.PHONE || forPersonsOnly) return Optional.empty();
        return known.rules()
                .doubt(route, facts())
                .map(doubt -> Clarification.between(doubt.departments(), doubt.topics(), route.department()));
    }
}
