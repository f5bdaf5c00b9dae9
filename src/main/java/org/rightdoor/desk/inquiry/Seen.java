package org.rightdoor.desk.inquiry;

import java.time.Instant;
import java.util.function.Function;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiry;

/**
 * How a case stood, and when, on the page that somebody acts from.
 *
 * @param version null where the form does not say
 */
record Seen(Integer version, Instant at) {

    private static final Seen UNKNOWN = new Seen(null, Instant.EPOCH);

    /** Somebody else was faster; nothing was changed. */
    static final class Overtaken extends IllegalStateException {

        final Instant since;

        Overtaken(Instant since) {
            super("Somebody else has changed this case meanwhile. Look at it once more, then decide again.");
            this.since = since;
        }
    }

    static Seen now(Inquiry inquiry) {
        return new Seen(inquiry.version, Instant.now());
    }

    /** What makes no sense is taken for a form that does not say. */
    static Seen read(String written) {
        if (written == null || !written.matches("\\d{1,9}-\\d{1,15}")) return UNKNOWN;
        var parts = written.split("-");
        return new Seen(Integer.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }

    /** The verb, refused when the case is not any more as it was seen. */
    Function<Inquiry, Event> before(Function<Inquiry, Event> verb) {
        return inquiry -> {
            check(inquiry);
            return verb.apply(inquiry);
        };
    }

    void check(Inquiry inquiry) {
        if (version != null && inquiry.version != version) throw new Overtaken(at);
    }

    @Override
    public String toString() {
        return version + "-" + at.toEpochMilli();
    }
}
