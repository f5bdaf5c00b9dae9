package org.rightdoor.desk.inquiry;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * Which cases somebody selected, what is to be done to them, and how; what does not belong to the deed is empty.
 *
 * @param back the list they came from, as it stands behind {@code /desk?}
 * @param staff id of a colleague, or empty for nobody
 * @param until name of an {@link Until}; {@code day} where that is a date of one's own
 */
record BulkChoice(
        Bulk bulk,
        List<Long> numbers,
        String back,
        String staff,
        String department,
        String reason,
        String until,
        String day,
        String text) {

    /** More than these nobody looks through. */
    static final int MOST = 200;

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
