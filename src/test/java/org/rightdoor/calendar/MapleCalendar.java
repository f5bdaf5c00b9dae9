package org.rightdoor.calendar;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.RoutingRules;

/** The sample district's calendar as it is shipped, and its clocks. */
final class MapleCalendar {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final Path SHIPPED = Path.of("routing-rules");

    private MapleCalendar() {}

    static SchoolCalendar read() {
        var faults = new Faults();
        var rules = RoutingRules.read(SHIPPED, faults);
        var calendar = SchoolCalendar.read(SHIPPED.resolve("calendar.yml"), rules, faults);
        faults.throwIfAny();
        return calendar;
    }

    /** A moment on the district's clocks, such as {@code 2026-11-25 11:30}. */
    static Instant at(String dayAndTime) {
        return LocalDateTime.parse(dayAndTime.replace(' ', 'T')).atZone(ZONE).toInstant();
    }
}
