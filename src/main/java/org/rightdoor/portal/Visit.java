package org.rightdoor.portal;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.rightdoor.routing.District;

/**
 * What every page for families knows: its language, the district, and the way back to itself.
 *
 * @param chosen true when the person picked the language here, false when the browser says it
 */
public record Visit(String language, boolean chosen, District district, String path) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    /** A language this page can be read in; {@code name} is what it calls itself. */
    public record Tongue(String code, String name, String href, boolean current) {}

    public List<Tongue> tongues() {
        return district.languages().stream()
                .map(code -> new Tongue(code, ownName(code), path + "?lang=" + code, code.equals(language)))
                .toList();
    }

    /** The same visit on a page that can be opened by its address, where this one cannot. */
    Visit at(String otherPath) {
        return new Visit(language, chosen, district, otherPath);
    }

    public String districtName() {
        return district.name().in(language);
    }

    public String emergency() {
        return district.emergency().in(language);
    }

    public Texts texts() {
        return language.equals("en")
                ? MessageBundles.get(Texts.class)
                : MessageBundles.get(Texts.class, Localized.Literal.of(language));
    }

    /** Date and time as the district's clocks show it. */
    public String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(district.timeZone())
                .format(at);
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

    private String hour(String hour) {
        return LocalTime.parse(hour.strip(), HOUR)
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale()));
    }

    // Families here write dates as the United States do, in whatever language.
    private Locale locale() {
        return new Locale(language, "US");
    }

    private static String ownName(String code) {
        var locale = Locale.forLanguageTag(code);
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
