package org.rightdoor.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rightdoor.routing.Entry;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.Names;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.School;
import org.rightdoor.routing.YamlFile;

/** Reads {@code calendar.yml}; a district without that file is open by its departments' hours all year. */
final class CalendarFile {

    private static final String TIME = "a time such as 12:00";

    private final Path file;
    private final RoutingRules rules;
    private final Faults faults;
    private final Names departments;
    private final Names schools;
    private final Names levels;
    private final Names concerned;

    CalendarFile(Path file, RoutingRules rules, Faults faults) {
        this.file = file;
        this.rules = rules;
        this.faults = faults;
        departments = rules.departmentNames();
        schools = new Names("school", rules.schools().keySet(), !rules.schools().isEmpty());
        levels = Names.of(
                "level of schools",
                rules.schools().values().stream().map(School::level).toList());
        var both = new HashSet<>(departments.known());
        both.addAll(schools.known());
        both.add(Closing.SCHOOLS);
        concerned = new Names("department or school", both, departments.complete() && schools.complete());
    }

    SchoolCalendar read() {
        return Files.exists(file)
                ? new YamlFile(file, faults).one(this::calendar).orElse(null)
                : new SchoolCalendar(zone(), hours(Optional.empty()), List.of(), List.of(), List.of(), null);
    }

    private SchoolCalendar calendar(Entry entry) {
        var closings = new ArrayList<Closing>();
        entry.entries("closed").forEach(day -> closed(day).ifPresent(closings::add));
        entry.entries("short-days").forEach(day -> shortDay(day).ifPresent(closings::add));
        var subscription = entry.nested("icalendar")
                .flatMap(source -> published(source, closings))
                .orElse(null);
        var terms = entry.nested("school-years").map(this::terms).orElse(List.of());
        var seasons = entry.entries("seasons").stream()
                .flatMap(season -> season(season).stream())
                .toList();
        var hours = hours(entry.nested("hours"));
        return new SchoolCalendar(zone(), hours, terms, seasons, closings, subscription);
    }

    // Missing where district.yml has faults of its own, which are told elsewhere.
    private ZoneId zone() {
        return rules.district() == null ? null : rules.district().timeZone();
    }

    private Optional<Closing> closed(Entry day) {
        var why = day.localText("why");
        var only = only(day);
        return dates(day).map(dates -> Closing.closed(dates, only, why));
    }

    private Optional<Closing> shortDay(Entry day) {
        var why = day.localText("why");
        var only = only(day);
        var from = day.optionalParsed("from", CalendarFile::time, TIME);
        var until = day.optionalParsed("until", CalendarFile::time, TIME);
        var dates = dates(day);
        if (from.isEmpty() && until.isEmpty()) {
            day.fault("days", "a short day needs from: (opens late) or until: (closes early)");
            return Optional.empty();
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            day.fault("from", "from: " + from.get() + " is not before until: " + until.get());
            return Optional.empty();
        }
        return dates.map(on -> Closing.shortened(on, from.orElse(null), until.orElse(null), only, why));
    }

    private static Optional<Dates> dates(Entry entry) {
        return entry.parsed("days", Dates::parse, Dates.SHAPE);
    }

    private Set<String> only(Entry entry) {
        return new LinkedHashSet<>(entry.someOf("only", concerned));
    }

    private List<Term> terms(Entry years) {
        var terms = new ArrayList<Term>();
        for (var year : years.keys()) {
            years.nested(year).ifPresent(entry -> entry.keys()
                    .forEach(key -> entry.nested(key).ifPresent(term -> {
                        var name = term.localText("name");
                        dates(term).ifPresent(dates -> add(new Term(year, key, name, dates), term, terms));
                    })));
        }
        return terms;
    }

    private static void add(Term term, Entry entry, List<Term> terms) {
        terms.stream()
                .filter(other -> overlap(other.dates(), term.dates()))
                .findFirst()
                .ifPresent(other -> entry.fault(
                        "days",
                        "days: overlaps with " + other.key() + " of " + other.schoolYear() + ", " + other.dates()));
        terms.add(term);
    }

    private Optional<Season> season(Entry entry) {
        var key = entry.text("id");
        var name = entry.localText("name");
        var hours = entry.optionalParsed("hours", Week::parse, Week.SHAPE).orElse(null);
        var ofDepartments = entry.nested("departments")
                .map(them -> weeks(them, departments))
                .orElse(Map.of());
        var ofSchools = entry.optionalParsed("schools", Week::parse, Week.SHAPE).orElse(null);
        var answeredBy = entry.nested("answered-by").map(this::answeredBy).orElse(Map.of());
        return dates(entry).map(dates -> new Season(key, name, dates, hours, ofDepartments, ofSchools, answeredBy));
    }

    private Map<String, String> answeredBy(Entry entry) {
        var answeredBy = new LinkedHashMap<String, String>();
        for (var department : entry.keys()) {
            departments.complaint(department).ifPresent(complaint -> entry.fault(department, complaint));
            answeredBy.put(department, entry.oneOf(department, departments));
        }
        answeredBy.forEach((department, other) -> {
            if (answeredBy.containsKey(other)) {
                entry.fault(department, other + " is away itself: " + answeredBy.get(other) + " answers for it");
            }
        });
        return answeredBy;
    }

    private SchoolCalendar.Hours hours(Optional<Entry> entry) {
        var ofDepartments = new LinkedHashMap<String, Week>();
        rules.departments().values().stream()
                .filter(department -> !department.hours().isEmpty())
                .forEach(department -> ofDepartments.put(department.key(), Week.parse(department.hours())));
        entry.flatMap(hours -> hours.nested("departments"))
                .ifPresent(them -> ofDepartments.putAll(weeks(them, departments)));
        var ofLevels = entry.flatMap(hours -> hours.nested("levels"))
                .map(them -> weeks(them, levels))
                .orElse(Map.of());
        var ofSchools = entry.flatMap(hours -> hours.nested("schools"))
                .map(them -> weeks(them, schools))
                .orElse(Map.of());
        var levelOf = new LinkedHashMap<String, String>();
        rules.schools().values().forEach(school -> levelOf.put(school.key(), school.level()));
        var atSchool = entry.map(hours -> hours.someOf("answered-at-school", departments))
                .orElse(List.of());
        ofDepartments.forEach((department, week) -> {
            if (week.isClosed()) {
                entry.ifPresent(hours -> hours.fault("departments", department + " would never be open"));
            }
        });
        return new SchoolCalendar.Hours(ofDepartments, ofLevels, ofSchools, levelOf, Set.copyOf(atSchool));
    }

    private static Map<String, Week> weeks(Entry entry, Names names) {
        var weeks = new LinkedHashMap<String, Week>();
        for (var key : entry.keys()) {
            names.complaint(key).ifPresent(complaint -> entry.fault(key, complaint));
            entry.optionalParsed(key, Week::parse, Week.SHAPE).ifPresent(week -> weeks.put(key, week));
        }
        return weeks;
    }

    /** Adds what a file says; an address is for later, for nothing is fetched while rules are checked. */
    private Optional<Subscription> published(Entry source, List<Closing> closings) {
        var words = source.texts("closed-words");
        var only = only(source);
        if (words.isEmpty()) source.fault("closed-words", "closed-words is missing: which events mean closed doors?");
        var address = source.optionalParsed("address", Subscription::address, "an address such as https://...");
        var from = source.optionalText("file");
        if (from.isPresent() == source.optionalText("address").isPresent()) {
            source.fault("file", "icalendar needs either file: or address:");
        }
        from.ifPresent(name -> addFile(name, source, words, only, closings));
        return address.map(uri -> new Subscription(uri, words, only));
    }

    private void addFile(String name, Entry source, List<String> words, Set<String> only, List<Closing> closings) {
        var path = file.resolveSibling(name);
        if (!Files.isRegularFile(path)) {
            source.fault("file", "file: " + name + " is not there");
            return;
        }
        try {
            closings.addAll(PublishedCalendar.closings(Files.readString(path), words, only));
        } catch (IOException e) {
            source.fault("file", "file: " + name + " cannot be read as iCalendar: " + e.getMessage());
        }
    }

    private static boolean overlap(Dates a, Dates b) {
        return !a.last().isBefore(b.first()) && !b.last().isBefore(a.first());
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }
}
