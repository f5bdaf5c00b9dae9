package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Part;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/** The members of staff who may work on a case: it can be assigned to them, and they can be told of it. */
@ApplicationScoped
class Colleagues {

    /** @param away what to know before giving them something, or null */
    record Colleague(Staff staff, String away) {}

    @Inject
    StaffMembers members;

    @Inject
    CurrentCalendar calendar;

    @Inject
    Mutiny.SessionFactory sessions;

    Uni<List<Colleague>> of(Inquiry inquiry, List<Part> parts) {
        return named(inquiry).chain(named -> members.all().map(all -> all.stream()
                .filter(staff ->
                        staff.active && May.of(staff).contains(May.WORK) && maySee(staff, inquiry, parts, named))
                .map(staff -> new Colleague(staff, away(staff, all)))
                .toList()));
    }

    private Uni<Set<Long>> named(Inquiry inquiry) {
        if (!inquiry.confidential) return Uni.createFrom().item(Set.of());
        return sessions.withSession(session -> session.createNativeQuery(
                        "select staff_id from named_on_case where inquiry_number = :number", Long.class)
                .setParameter("number", inquiry.number)
                .getResultList()
                .map(Set::copyOf));
    }

    private static boolean maySee(Staff staff, Inquiry inquiry, List<Part> parts, Set<Long> named) {
        if (inquiry.confidential) return named.contains(staff.id);
        return staff.maySee(inquiry.department) || parts.stream().anyMatch(part -> staff.maySee(part.department));
    }

    private String away(Staff staff, List<Staff> all) {
        var today = LocalDate.now(calendar.now().zone());
        if (!staff.isAway(today)) return null;
        var standIn = all.stream()
                .filter(other -> other.id.equals(staff.standIn))
                .findFirst()
                .map(other -> "; " + other.name + " stands in")
                .orElse("");
        return "away until " + staff.awayUntil + standIn;
    }
}
