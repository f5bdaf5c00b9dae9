package org.rightdoor.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.Address;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.routing.Department;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.Topic;

/** Who sits at the desk, what that person may see, and the district's names for it. */
public record Seat(Staff staff, RoutingRules rules) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);

    private static final DateTimeFormatter CLOCK_OF_A_DAY = DateTimeFormatter.ofPattern("EEE h:mm a", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final Duration SOON = Duration.ofHours(20);

    public boolean admin() {
        return staff.isAdmin();
    }

    /** Which cases this person may see; every query about cases carries it. */
    public Sight sight() {
        return Sight.of(staff);
    }

    /** False for those who only read. */
    public boolean works() {
        return May.of(staff).contains(May.WORK);
    }

    /** False for those whose answers somebody else approves. */
    public boolean sends() {
        return May.of(staff).contains(May.SEND);
    }

    /** True for those who are responsible for departments. */
    public boolean leads() {
        return May.of(staff).contains(May.LEAD);
    }

    /** True for those who look at what was held as possible spam: the front desk, and administrators. */
    public boolean reviews() {
        return works() && staff.maySee(rules.district().fallbackDepartment());
    }

    public String districtName() {
        return rules.district().name().in("en");
    }

    /** The departments whose cases this person sees. */
    public List<Department> departments() {
        return rules.departments().values().stream()
                .filter(department -> staff.maySee(department.key()))
                .toList();
    }

    public Actor actor() {
        return Actor.of(staff);
    }

    public String departmentName(String key) {
        var department = rules.departments().get(key);
        return department == null ? key : department.name().in("en");
    }

    /** The topic's title, or a dash where nobody could tell. */
    public String topicTitle(String key) {
        var topic = key == null ? null : rules.topics().get(key);
        return topic == null ? "No topic" : topic.title().in("en");
    }

    /** What that department answers. */
    public List<Topic> topicsOf(String department) {
        return rules.topics().values().stream()
                .filter(topic -> topic.department().equals(department))
                .toList();
    }

    public String schoolName(String key) {
        var school = key == null ? null : rules.schools().get(key);
        return school == null ? key : school.name();
    }

    public String languageName(String code) {
        return code == null || code.equals("und")
                ? "Not known"
                : Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    /** An address as people write it. */
    public String readable(String address) {
        return Address.readable(address);
    }

    /** Date and time as the district's clocks show it. */
    public String when(Instant at) {
        return CLOCK.withZone(rules.district().timeZone()).format(at);
    }

    /** The day, as the district's calendar shows it. */
    public String date(Instant at) {
        return DAY.withZone(rules.district().timeZone()).format(at);
    }

    /** How soon something is due, short enough for a list; empty while it is days away. */
    public String due(Instant at) {
        var left = Duration.between(Instant.now(), at);
        if (left.isNegative()) return "Late";
        if (left.compareTo(SOON) > 0) return "";
        return "Due " + CLOCK_OF_A_DAY.withZone(rules.district().timeZone()).format(at);
    }

    /** How long ago, short enough for a list. */
    public String ago(Instant at) {
        var passed = Duration.between(at, Instant.now());
        if (passed.toMinutes() < 1) return "just now";
        if (passed.toHours() < 1) return passed.toMinutes() + " min";
        if (passed.toDays() < 1) return passed.toHours() + " h";
        return passed.toDays() + (passed.toDays() == 1 ? " day" : " days");
    }
}
