package org.rightdoor.desk.inquiry;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rightdoor.calendar.SchoolCalendar;
import org.rightdoor.calendar.Span;
import org.rightdoor.desk.Seat;
import org.rightdoor.inquiry.Inquiry;

/** When somebody is there today, in words: of the department, and of the school where the case has one. */
record Doors(String department, String school, boolean schoolDay) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    static Doors of(Inquiry inquiry, Seat seat, SchoolCalendar calendar) {
        var hours = calendar.openHours(inquiry.department, inquiry.school);
        var today = hours.day(Instant.now());
        return new Doors(
                inWords(hours.on(today)),
                inquiry.school == null ? null : seat.schoolName(inquiry.school),
                calendar.isSchoolDay(today));
    }

    private static String inWords(List<Span> spans) {
        if (spans.isEmpty()) return "Closed today";
        return spans.stream()
                .map(span -> CLOCK.format(span.from()) + " to " + CLOCK.format(span.to()))
                .collect(Collectors.joining(", "));
    }
}
