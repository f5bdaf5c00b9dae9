package org.rightdoor.routing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Days and hours as a language writes them. */
public final class WrittenTime {

    private static final String CREOLE = "ht";

    // Java knows no Haitian Creole.
    private static final Map<Long, String> CREOLE_MONTHS = numbered(List.of(
            "janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"));
    private static final Map<Long, String> CREOLE_DAYS =
            numbered(List.of("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"));
    private static final DateTimeFormatter CREOLE_DATE = creole("d ").toFormatter(Locale.ROOT);
    private static final DateTimeFormatter CREOLE_DAY = new DateTimeFormatterBuilder()
            .appendText(ChronoField.DAY_OF_WEEK, CREOLE_DAYS)
            .append(creole(" d ").toFormatter(Locale.ROOT))
            .toFormatter(Locale.ROOT);

    private WrittenTime() {}

    /** Such as "Tuesday, November 24, 2026". */
    public static String day(LocalDate date, String language) {
        if (language.equals(CREOLE)) return CREOLE_DAY.format(date) + " " + date.getYear();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale(language))
                .format(date);
    }

    /** By when something is due: the day, and the hour too when it is that same day. */
    public static String due(ZonedDateTime due, ZonedDateTime now, String language) {
        var day = day(due.toLocalDate(), language);
        return due.toLocalDate().equals(now.toLocalDate()) ? day + ", " + hour(due.toLocalTime(), language) : day;
    }

    /** Such as "Nov 24, 2026". */
    public static String date(LocalDate date, String language) {
        if (language.equals(CREOLE)) return CREOLE_DATE.format(date) + " " + date.getYear();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale(language))
                .format(date);
    }

    /** Such as "Tuesday". */
    public static String weekday(DayOfWeek day, String language) {
        return language.equals(CREOLE)
                ? CREOLE_DAYS.get((long) day.getValue())
                : day.getDisplayName(TextStyle.FULL, locale(language));
    }

    /** Such as "4:30 PM". */
    public static String hour(LocalTime time, String language) {
        var known = language.equals(CREOLE) ? "en" : language;
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale(known))
                .format(time);
    }

    /** Such as "Nov 24, 2026, 4:30 PM". */
    public static String moment(ZonedDateTime at, String language) {
        if (language.equals(CREOLE)) return date(at.toLocalDate(), language) + ", " + hour(at.toLocalTime(), language);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale(language))
                .format(at);
    }

    // Families here write dates as the United States do, in whatever language.
    private static Locale locale(String language) {
        return new Locale(language, "US");
    }

    private static DateTimeFormatterBuilder creole(String day) {
        return new DateTimeFormatterBuilder().appendPattern(day).appendText(ChronoField.MONTH_OF_YEAR, CREOLE_MONTHS);
    }

    private static Map<Long, String> numbered(List<String> names) {
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(i -> i + 1L, names::get));
    }
}
