package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.Promise;
import org.rightdoor.calendar.Promises;
import org.rightdoor.desk.DuePages;
import org.rightdoor.inquiry.Consultations;
import org.rightdoor.inquiry.Merges;
import org.rightdoor.inquiry.RelatedCases;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.People;
import org.rightdoor.people.Person;
import org.rightdoor.people.Tie;
import org.rightdoor.people.Ties;
import org.rightdoor.reply.Bounces;

/** Gathers what one should know of a case before speaking. */
@ApplicationScoped
class Asides {

    @Inject
    Bounces bounces;

    @Inject
    Promises promises;

    @Inject
    Colleagues colleagues;

    @Inject
    Merges merges;

    @Inject
    RelatedCases related;

    @Inject
    Consultations consultations;

    @Inject
    Ties ties;

    @Inject
    People people;

    @Inject
    CurrentCalendar calendar;

    Uni<Aside> of(Sheet sheet) {
        var inquiry = sheet.inquiry();
        return bounces.failing(sheet.emails()).chain(failing -> promises.runningOf(inquiry.number)
                .chain(running -> colleagues.of(inquiry, sheet.file().parts()).chain(colleagues -> consultations
                        .openOf(inquiry.number)
                        .chain(asked -> family(sheet)
                                .map(family -> new Aside(
                                        lines(running),
                                        failing,
                                        colleagues,
                                        asked,
                                        family,
                                        Doors.of(inquiry, sheet.seat(), calendar.now())))))));
    }

    private Uni<Aside.Family> family(Sheet sheet) {
        var inquiry = sheet.inquiry();
        var sight = Sight.of(sheet.seat().staff());
        return ties.of(inquiry.personId).chain(tied -> relatives(tied, inquiry.personId)
                .chain(relatives -> ties.samePeople(inquiry.personId).chain(same -> {
                    var everybody = Stream.concat(same.stream(), household(tied, inquiry.personId))
                            .distinct()
                            .toList();
                    return merges.wholeOf(inquiry.number).chain(numbers -> related.earlier(
                                    numbers, same, everybody, sight)
                            .chain(earlier -> related.beside(inquiry, numbers, same, sight)
                                    .chain(beside -> related.mergedInto(inquiry.number)
                                            .map(merged -> new Aside.Family(relatives, earlier, beside, merged)))));
                })));
    }

    private static Stream<Long> household(List<Tie> tied, long person) {
        return tied.stream().filter(tie -> tie.kind == Tie.Kind.HOUSEHOLD).map(tie -> tie.other(person));
    }

    private Uni<List<Aside.Relative>> relatives(List<Tie> tied, long person) {
        return people.named(tied.stream().map(tie -> tie.other(person)).toList())
                .map(found -> tied.stream()
                        .filter(tie -> tie.kind != Tie.Kind.STRANGERS)
                        .map(tie -> new Aside.Relative(name(found, tie.other(person)), tie.kind, tie.deedId))
                        .toList());
    }

    private static String name(List<Person> found, long id) {
        return found.stream()
                .filter(person -> person.id == id && person.name != null)
                .findFirst()
                .map(person -> person.name)
                .orElse("Somebody without a name");
    }

    private static List<DuePages.Line> lines(List<Promise> running) {
        return running.stream()
                .map(promise -> new DuePages.Line(promise, DuePages.what(promise)))
                .toList();
    }
}
