package org.rightdoor.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.Matter;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.InquiryClock;
import org.rightdoor.inquiry.Part;
import org.rightdoor.routing.WrittenTime;

/** The date on which a family hears from us, in its language: a promise it can write down. */
@ApplicationScoped
public class DueDate {

    @Inject
    CurrentCalendar calendar;

    @Inject
    InquiryClock clock;

    public String of(Inquiry inquiry, String language) {
        return written(due(inquiry), language);
    }

    /** The latest of the dates where other departments answer parts of it. */
    String of(Inquiry inquiry, List<Part> parts) {
        var latest =
                parts.stream().map(part -> due(part, inquiry)).reduce(due(inquiry), (a, b) -> a.isAfter(b) ? a : b);
        return written(latest, inquiry.language);
    }

    private Instant due(Part part, Inquiry inquiry) {
        var matter = new Matter(part.department, part.topic, inquiry.kind, inquiry.priority, inquiry.school);
        var hours = calendar.now().openHours(part.department, inquiry.school);
        return calendar.promises().firstAnswer(matter).dueAfter(part.createdAt, hours);
    }

    // Counted here: the case itself learns its date only when it is stored.
    private Instant due(Inquiry inquiry) {
        var since = inquiry.waitingSince == null ? Instant.now() : inquiry.waitingSince;
        return clock.answerDue(inquiry, since);
    }

    private String written(Instant due, String language) {
        var zone = calendar.now().zone();
        return WrittenTime.due(due.atZone(zone), Instant.now().atZone(zone), language);
    }
}
