package org.rightdoor.inquiry;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Whose turn it is in a case: what an answer changes, and what is restored when it is taken back. */
@Embeddable
public record Turn(
        @Enumerated(EnumType.STRING) Status status,
        Instant waitingSince,
        Instant firstAnsweredAt,
        boolean halfAnswered) {

    static Turn of(Inquiry inquiry) {
        return new Turn(inquiry.status, inquiry.waitingSince, inquiry.firstAnsweredAt, inquiry.halfAnswered);
    }
}
