package org.rightdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightdoor.outside.OutsideHosts;
import org.rightdoor.routing.Faults;
import org.rightdoor.routing.RoutingRules;
import org.rightdoor.routing.SmallDistrict;

/** The district's own web site publishes its days off, and is not always there. */
class FetchPublishedCalendarTest {

    static final LocalDate DAY_OFF = LocalDate.of(2026, 11, 11);

    @TempDir
    Path directory;

    @TempDir
    Path data;

    HttpServer site;
    int status = 200;
    CurrentCalendar calendar;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.createContext("/", exchange -> {
            var body = ics().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        site.start();
        calendar = district();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void Days_off_that_are_published_count_once_they_are_fetched() {
        var fetching = fetching(calendar);
        assertThat(isOpen(calendar)).isTrue();

        fetching.fetch();

        assertThat(isOpen(calendar)).isFalse();
        assertThat(fetching.trouble()).isNull();
    }

    @Test
    void What_was_fetched_stays_while_the_site_is_away_and_after_a_start() {
        fetching(calendar).fetch();
        status = 503;
        var restarted = district();
        var fetching = fetching(restarted);

        fetching.fetch();

        assertThat(isOpen(restarted)).isFalse();
        assertThat(fetching.trouble()).contains("cannot be read: status 503");
    }

    @Test
    void An_address_that_is_taken_out_closes_nothing_any_more() throws IOException {
        var fetching = fetching(calendar);
        fetching.fetch();
        Files.delete(directory.resolve("calendar.yml"));
        var faults = new Faults();
        calendar.takeOver(
                SchoolCalendar.read(directory.resolve("calendar.yml"), RoutingRules.load(directory), faults),
                calendar.promises(),
                Instant.now());

        fetching.fetch();

        assertThat(isOpen(calendar)).isTrue();
    }

    private FetchPublishedCalendar fetching(CurrentCalendar calendar) {
        return new FetchPublishedCalendar(
                calendar, data.resolve("published.ics"), new OutsideHosts(Set.of("127.0.0.1")));
    }

    private CurrentCalendar district() {
        var address = "http://127.0.0.1:" + site.getAddress().getPort() + "/closings.ics";
        if (!directory.resolve("calendar.yml").toFile().exists()) {
            SmallDistrict.in(directory)
                    .write("calendar.yml", "icalendar: {address: \"" + address + "\", closed-words: closed}\n");
        }
        var faults = new Faults();
        var rules = RoutingRules.load(directory);
        var current = new CurrentCalendar();
        current.takeOver(
                SchoolCalendar.read(directory.resolve("calendar.yml"), rules, faults),
                PromiseRules.read(directory.resolve("promises.yml"), rules, faults),
                Instant.now());
        faults.throwIfAny();
        return current;
    }

    private static boolean isOpen(CurrentCalendar calendar) {
        return !calendar.now().openHours("office").on(DAY_OFF).isEmpty();
    }

    private static String ics() {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Valley//Calendar//EN
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260801T000000Z
                DTSTART;VALUE=DATE:20261111
                SUMMARY:Veterans Day: closed
                END:VEVENT
                END:VCALENDAR
                """
                .replace("\n", "\r\n");
    }
}
