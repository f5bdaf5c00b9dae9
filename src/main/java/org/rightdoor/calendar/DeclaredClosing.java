package org.rightdoor.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.rightdoor.routing.LocalText;

/** Days on which staff closed the district or some schools, such as a snow day; taken back, but never deleted. */
@Entity
public class DeclaredClosing {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public LocalDate firstDay;
    public LocalDate lastDay;

    /** When the doors open late, or null. */
    public LocalTime opensAt;

    /** When the doors close early, or null; with neither they stay closed. */
    public LocalTime closesAt;

    /** See {@link Closing#only}. */
    public String[] onlyFor = {};

    /** What staff wrote for families; may be empty. */
    public String why = "";

    public Instant declaredAt;
    public String declaredBy;
    public Long staffId;
    public Instant takenBackAt;
    public String takenBackBy;

    public Closing closing() {
        var dates = new Dates(firstDay, lastDay);
        var only = Set.of(onlyFor);
        var text = new LocalText(Map.of("en", why));
        return opensAt == null && closesAt == null
                ? Closing.closed(dates, only, text)
                : Closing.shortened(dates, opensAt, closesAt, only, text);
    }
}
