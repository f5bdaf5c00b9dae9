package org.rightdoor.routing;

import java.time.ZoneId;
import java.util.List;

/** The district itself: how it is called and reached, its time zone and the languages its pages speak. */
public record District(
        LocalText name,
        String shortName,
        String phone,
        String address,
        ZoneId timeZone,
        List<String> languages,
        String fallbackDepartment,
        LocalText emergency) {

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
                entry.localText("emergency"));
    }

    private static List<String> languages(Entry entry) {
        var languages = entry.someOf("languages", Names.languages());
        if (!languages.contains("en")) {
            entry.fault("languages", "languages must name en: English is what every page falls back to");
        }
        return languages;
    }
}
