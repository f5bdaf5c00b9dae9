package org.rightdoor.routing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The district itself: how it is called and reached, its time zone and the languages its pages speak.
 *
 * @param studentEmailDomains in lower case; who writes from one of them is a student
 */
public record District(
        LocalText name,
        String shortName,
        String phone,
        String address,
        ZoneId timeZone,
        List<String> languages,
        String fallbackDepartment,
        LocalText emergency,
        List<String> studentEmailDomains,
        Look look) {

    private static final Names SPOKEN = Names.of("language of the pages", Spoken.LANGUAGES);
    private static final Pattern DOMAIN = Pattern.compile("[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+");

    /** True for an address that the district gives to students, also under a domain within the one written down. */
    public boolean isStudents(String email) {
        if (email == null) return false;
        var domain = email.substring(email.lastIndexOf('@') + 1);
        return studentEmailDomains.stream()
                .anyMatch(students -> domain.equals(students) || domain.endsWith("." + students));
    }

    /** The same with other words for its name and for what to do in an emergency. */
    District called(LocalText otherName, LocalText otherEmergency) {
        return new District(
                otherName,
                shortName,
                phone,
                address,
                timeZone,
                languages,
                fallbackDepartment,
                otherEmergency,
                studentEmailDomains,
                look);
    }

    /** The date on the district's calendars. */
    public LocalDate today() {
        return LocalDate.now(timeZone);
    }

    static District read(Entry entry, Names departments) {
        return new District(
                entry.localText("name"),
                entry.text("short-name"),
                entry.text("phone"),
                entry.text("address"),
                entry.parsed("time-zone", ZoneId::of, "a time zone such as America/New_York")
                        .orElse(null),
                languages(entry),
                entry.oneOf("fallback-department", departments),
                entry.localText("emergency"),
                studentEmailDomains(entry),
                Look.read(entry));
    }

    private static List<String> studentEmailDomains(Entry entry) {
        var domains = entry.items("student-email-domains");
        domains.stream()
                .filter(domain -> !DOMAIN.matcher(domain.text()).matches())
                .forEach(domain ->
                        entry.fault(domain.place(), domain.text() + " is not a domain such as students.maple.example"));
        return domains.stream()
                .map(domain -> domain.text().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> languages(Entry entry) {
        var languages = entry.someOf("languages", SPOKEN);
        if (!languages.contains("en")) {
            entry.fault("languages", "languages must name en: English is what every page falls back to");
        }
        return languages;
    }
}
