package org.rightdoor.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.Deadline;
import org.rightdoor.calendar.Matter;
import org.rightdoor.calendar.OpenHours;

/** Keeps a case's dates in step with whatever happens to it, in the district's open hours. */
@ApplicationScoped
public class InquiryClock {

    @Inject
    CurrentCalendar calendar;

    /** By when what is owed now is due. Hibernate calls it by itself; whoever stores a case without Hibernate has to. */
    @PrePersist
    @PreUpdate
    public void keepTime(Inquiry inquiry) {
        var rests = rest(inquiry);
        var since = inquiry.waitingSince;
        inquiry.answerDueAt = since == null ? null : answerDue(inquiry, since);
        var resolution = calendar.promises().resolution(matter(inquiry));
        inquiry.resolutionDueAt =
                resolution == null ? null : Deadline.of(resolution, inquiry.openedAt, rests, hours(inquiry));
    }

    /** By when somebody answers who waits since then. */
    public Instant answerDue(Inquiry inquiry, Instant since) {
        var promises = calendar.promises();
        var matter = matter(inquiry);
        var answer = inquiry.firstAnsweredAt == null ? promises.firstAnswer(matter) : promises.nextAnswer(matter);
        return answer.dueAfter(since, hours(inquiry));
    }

    private OpenHours hours(Inquiry inquiry) {
        return calendar.now().openHours(inquiry.department, inquiry.school);
    }

    private static Matter matter(Inquiry inquiry) {
        return new Matter(inquiry.department, inquiry.topic, inquiry.kind, inquiry.priority, inquiry.school);
    }

    /** The times in which it was the family's turn; one of them begins or ends now where that has changed. */
    private static List<Instant> rest(Inquiry inquiry) {
        var rests = inquiry.rests;
        var resting = rests.length % 2 == 1;
        if (resting != (inquiry.status != Status.OPEN)) {
            rests = Arrays.copyOf(rests, rests.length + 1);
            rests[rests.length - 1] = Instant.now().getEpochSecond();
            inquiry.rests = rests;
        }
        return Arrays.stream(rests).map(Instant::ofEpochSecond).toList();
    }
}
