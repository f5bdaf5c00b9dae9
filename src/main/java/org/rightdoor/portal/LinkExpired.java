package org.rightdoor.portal;

import java.time.Duration;
import java.time.Instant;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Status;

/** The case behind a link was closed so long ago that the link opens it no more. */
final class LinkExpired extends RuntimeException {

    private LinkExpired() {
        super("the case behind this link has been closed for long");
    }

    static void check(Inquiry inquiry, Duration lasts) {
        var closed = inquiry.status == Status.RESOLVED && inquiry.resolvedAt != null;
        if (closed && inquiry.resolvedAt.plus(lasts).isBefore(Instant.now())) throw new LinkExpired();
    }
}
