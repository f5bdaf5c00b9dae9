package org.rightdoor.calendar;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.RoutingRules;

/**
 * The district's year: terms, breaks, holidays, half days, seasons, and whose doors are open when. It never changes; a day
 * that is declared closed makes another one.
 */
public final class SchoolCalendar {

    private record Whose(String department, String school) {}

    private final ZoneId zone;
    private final Hours hours;
    private final List<Term> terms;
    private final List<Season> seasons;
    private final List<Closing> closings;
    private final Subscription subscription;
    private final Map<LocalDate, List<Closing>> byDate = new HashMap<>();
    private final Map<Whose, OpenHours> open = new ConcurrentHashMap<>();

    SchoolCalendar(
            ZoneId zone,
            Hours hours,
            List<Term> terms,
            List<Season> seasons,
            List<Closing> closings,
            Subscription subscription) {
        this.zone = zone;
        this.hours = hours;
        this.terms = List.copyOf(terms);
        this.seasons = List.copyOf(seasons);
        this.closings = List.copyOf(closings);
        this.subscription = subscription;
        closings.forEach(
                closing -> closing.dates().all().forEach(date -> byDate.computeIfAbsent(date, none -> new ArrayList<>())
                        .add(closing)));
    }

    /**
     * Reads {@code calendar.yml} and adds what is wrong to the faults; only where there are none may the result be used. A
     * district without that file is open by its departments' hours all year.
     */
    public static SchoolCalendar read(Path file, RoutingRules rules, Faults faults) {
        return new CalendarFile(file, rules, faults).read();
    }

    /** The same calendar with these days on top. */
    public SchoolCalendar with(List<Closing> more) {
        return new SchoolCalendar(
                zone,
                hours,
                terms,
                seasons,
                Stream.concat(closings.stream(), more.stream()).toList(),
                subscription);
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * When that department answers.
     *
     * @param school key of the family's school, which counts for departments that sit at the schools; or null
     */
    public OpenHours openHours(String department, String school) {
        var whose = new Whose(department, hours.isAtSchool(department, school) ? school : null);
        return open.computeIfAbsent(whose, them -> new OpenHours(zone, date -> spans(them, date)));
    }

    public OpenHours openHours(String department) {
        return openHours(department, null);
    }

    /** The ordinary week of the season that a date falls in. */
    public Week week(String department, String school, LocalDate date) {
        var atSchool = hours.isAtSchool(department, school);
        return season(date)
                .map(season -> season.week(department, atSchool))
                .orElseGet(() -> hours.week(department, atSchool ? school : null));
    }

    /** Who answers in place of that department on that date; itself for most of the year. */
    public String answeredBy(String department, LocalDate date) {
        return season(date).map(season -> season.answeredBy().get(department)).orElse(department);
    }

    public Optional<Season> season(LocalDate date) {
        return seasons.stream().filter(season -> season.dates().include(date)).findFirst();
    }

    public Optional<Term> term(LocalDate date) {
        return terms.stream().filter(term -> term.dates().include(date)).findFirst();
    }

    /** True when there are lessons in the district's schools. */
    public boolean isSchoolDay(LocalDate date) {
        var weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend
                && term(date).isPresent()
                && closings(date)
                        .noneMatch(closing -> closing.isWholeDay()
                                && (closing.isForEverybody() || closing.only().contains(Closing.SCHOOLS)));
    }

    /** The calendar at an address whose days off count too. */
    Optional<Subscription> subscription() {
        return Optional.ofNullable(subscription);
    }

    public List<Term> terms() {
        return terms;
    }

    public List<Season> seasons() {
        return seasons;
    }

    /** All days that differ from the ordinary, in the order in which they come. */
    public List<Closing> closings() {
        return closings.stream()
                .sorted((a, b) -> a.dates().first().compareTo(b.dates().first()))
                .toList();
    }

    /** Those of one date, whomever they concern. */
    public Stream<Closing> closings(LocalDate date) {
        return byDate.getOrDefault(date, List.of()).stream();
    }

    private List<Span> spans(Whose whose, LocalDate date) {
        var spans = week(whose.department(), whose.school(), date).on(date.getDayOfWeek());
        if (spans.isEmpty()) return spans;
        var left = new ArrayList<>(spans);
        closings(date)
                .filter(closing -> closing.concerns(whose.department(), whose.school()))
                .forEach(closing -> shorten(left, closing));
        return List.copyOf(left);
    }

    // A late opening on a half day leaves what both leave.
    private static void shorten(List<Span> spans, Closing closing) {
        if (closing.isWholeDay()) {
            spans.clear();
            return;
        }
        var left = spans.stream()
                .flatMap(span -> span.within(closing.open()).stream())
                .toList();
        spans.clear();
        spans.addAll(left);
    }

    /**
     * The ordinary weeks.
     *
     * @param levels hours of the schools of a level, by its name; {@code levelOf} is the level of a school
     * @param atSchool departments that families meet at their school
     */
    record Hours(
            Map<String, Week> departments,
            Map<String, Week> levels,
            Map<String, Week> schools,
            Map<String, String> levelOf,
            Set<String> atSchool) {

        boolean isAtSchool(String department, String school) {
            return school != null && atSchool.contains(department) && levelOf.containsKey(school);
        }

        Week week(String department, String school) {
            var ofDepartment = departments.getOrDefault(department, Week.CLOSED);
            if (school == null) return ofDepartment;
            return schools.getOrDefault(school, levels.getOrDefault(levelOf.get(school), ofDepartment));
        }
    }
}
