package org.rightdoor.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import org.rightdoor.calendar.CurrentCalendar;

/** Keeps a case's dates in step with whatever happens to it. */
@ApplicationScoped
public class InquiryClock {

    @Inject
    CurrentCalendar calendar;

    /** Hibernate calls it by itself; whoever stores a case without Hibernate has to. */
    @PrePersist
    @PreUpdate
    public void keepTime(Inquiry inquiry) {
        inquiry.keepTime(calendar.now(), calendar.promises(), Instant.now());
    }
}
