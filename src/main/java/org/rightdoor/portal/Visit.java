package org.rightdoor.portal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.rightdoor.routing.District;
import org.rightdoor.routing.Spoken;
import org.rightdoor.routing.WrittenTime;

/**
 * What every page for families knows: its language, the district, and the way back to itself.
 *
 * @param chosen true when the person picked the language here, false when the browser says it
 * @param unreviewed true when nobody of the district has read all it says in this language yet
 */
public record Visit(String language, boolean chosen, District district, String path, boolean unreviewed) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    /** A language this page can be read in; {@code name} is what it calls itself. */
    public record Tongue(String code, String name, String href, boolean current) {

        public String direction() {
            return Spoken.direction(code);
        }
    }

    public List<Tongue> tongues() {
        return district.languages().stream()
                .map(code -> new Tongue(
                        code,
                        Spoken.ownName(code),
                        path + (path.contains("?") ? "&" : "?") + "lang=" + code,
                        code.equals(language)))
                .toList();
    }

    /** The same visit on a page that can be opened by its address, where this one cannot. */
    Visit at(String otherPath) {
        return new Visit(language, chosen, district, otherPath, unreviewed);
    }

    /** The language it is in, by its own name. */
    public String tongue() {
        return Spoken.ownName(language);
    }

    /** As HTML says it: {@code ltr} or {@code rtl}. */
    public String direction() {
        return Spoken.direction(language);
    }

    public String districtName() {
        return district.name().in(language);
    }

    public String emergency() {
        return district.emergency().in(language);
    }

    public Texts texts() {
        return Spoken.in(language, Texts.class);
    }

    /** Date and time as the district's clocks show it. */
    public String when(Instant at) {
        return WrittenTime.moment(at.atZone(district.timeZone()), language);
    }

    String day(LocalDate day) {
        return WrittenTime.date(day, language);
    }

    /** By when something is due. */
    public String due(Instant at) {
        var zone = district.timeZone();
        return WrittenTime.due(at.atZone(zone), Instant.now().atZone(zone), language);
    }

    /** Opening hours such as {@code 8:00-16:30}, as this language writes them. */
    public String hours(String hours) {
        try {
            var fromTo = hours.split("-");
            return hour(fromTo[0]) + " – " + hour(fromTo[1]);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException asWritten) {
            return hours;
        }
    }

    String hour(LocalTime hour) {
        return WrittenTime.hour(hour, language);
    }

    String weekday(DayOfWeek day) {
        return WrittenTime.weekday(day, language);
    }

    private String hour(String hour) {
        return hour(LocalTime.parse(hour.strip(), HOUR));
    }
}
