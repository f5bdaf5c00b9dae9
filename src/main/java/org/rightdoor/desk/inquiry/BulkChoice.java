package org.rightdoor.desk.inquiry;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import org.rightdoor.inquiry.Inquiry;

/**
 * Which cases somebody selected, what is to be done to them, and how; what does not belong to the deed is empty.
 *
 * @param back the list they came from, as it stands behind {@code /desk?}
 * @param staff id of a colleague, or empty for nobody
 * @param seen how things stood when they were shown
 * @param until name of an {@link Until}; {@code day} where that is a date of one's own
 */
record BulkChoice(
        Bulk bulk,
        List<Long> numbers,
        String back,
        Shown seen,
        String staff,
        String department,
        String reason,
        String until,
        String day,
        String text) {

    /** More than these nobody looks through. */
    static final int MOST = 200;

    /**
     * When a preview was shown, and how much had been answered by then.
     *
     * @param at null where the form does not say
     * @param newestReply id of the newest answer to anybody
     */
    record Shown(Instant at, long newestReply) {

        private static final Shown UNKNOWN = new Shown(null, Long.MAX_VALUE);

        static Shown read(String written) {
            if (!written.matches("\\d{1,15}-\\d{1,15}")) return UNKNOWN;
            var parts = written.split("-");
            return new Shown(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
        }

        /** @throws IllegalStateException when its family has written since, which nobody has read */
        void demandUnwritten(Inquiry inquiry) {
            if (at != null && inquiry.lastContactAt.isAfter(at)) {
                throw new IllegalStateException("The family has written since this list was shown.");
            }
        }

        @Override
        public String toString() {
            return at.toEpochMilli() + "-" + newestReply;
        }
    }

    static BulkChoice of(Bulk bulk, MultivaluedMap<String, String> given) {
        var numbers = given.getOrDefault("number", List.of()).stream()
                .filter(number -> number.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .distinct()
                .limit(MOST)
                .toList();
        return new BulkChoice(
                bulk,
                numbers,
                one(given, "back"),
                Shown.read(one(given, "seen")),
                one(given, "staff"),
                one(given, "department"),
                one(given, "reason"),
                one(given, "until"),
                one(given, "day"),
                one(given, "text"));
    }

    private static String one(MultivaluedMap<String, String> given, String name) {
        var value = given.getFirst(name);
        return value == null ? "" : CaseDesk.clean(value);
    }

    /** Where the list is that they came from. */
    public String listHref() {
        return back.isEmpty() ? "/desk" : "/desk?" + back;
    }
}
