package org.rightdoor.records;

import io.quarkus.qute.TemplateExtension;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rightdoor.desk.Seat;

/** What people type, and what goes into files that other programs open. */
public final class Typed {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    private Typed() {}

    /** A case's number, with or without a number sign; null where it is none. */
    public static Long number(String typed) {
        var digits = typed == null ? "" : typed.strip().replaceFirst("^#", "");
        return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }

    /** A date as browsers send it; null where it is none. */
    public static LocalDate date(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Date and time with the year, as the district's clocks show it. */
    @TemplateExtension
    public static String onDay(Seat seat, Instant at) {
        return CLOCK.withZone(seat.rules().district().timeZone()).format(at);
    }

    /** Without what a database cannot hold; never null. */
    public static String text(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    /** A cell of a CSV file (RFC 4180); what a spreadsheet would compute is kept a text. */
    public static String csv(String text) {
        var cell = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return cell.matches("(?s).*[\",\\r\\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
