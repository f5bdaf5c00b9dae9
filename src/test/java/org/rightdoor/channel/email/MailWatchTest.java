package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rightdoor.calendar.OpenHours;
import org.rightdoor.calendar.Week;

class MailWatchTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final OpenHours HOURS = OpenHours.weekly(Week.parse("8:00-16:30"), ZONE);

    private final ZonedDateTime workday = nextWorkday(10);

    @Test
    void A_silent_mailbox_is_an_alarm_in_open_hours_only() {
        var watch = watching(Optional.of(60), Optional.empty());
        assertThat(watch.alarms(workday, HOURS)).singleElement().asString().contains("No mail has come to inbox since");
        assertThat(watch.alarms(workday.withHour(8).withMinute(30), HOURS)).isEmpty();
        assertThat(watch.alarms(workday.withHour(22), HOURS)).isEmpty();
        assertThat(watch.alarms(nextSaturday(), HOURS)).isEmpty();
        assertThat(watching(Optional.empty(), Optional.empty()).alarms(workday, HOURS))
                .isEmpty();
    }

    @Test
    void A_mailbox_that_cannot_be_read_says_since_when_and_why_until_it_is_read_again() {
        var watch = watching(Optional.empty(), Optional.empty());
        watch.report("inbox", "connection refused");
        assertThat(watch.alarms(workday, HOURS)).singleElement().asString().contains("cannot be read", "refused");
        watch.report("inbox", null);
        assertThat(watch.alarms(workday, HOURS)).isEmpty();
    }

    @Test
    void A_client_secret_that_ends_within_three_weeks_is_an_alarm() {
        var soon = workday.toLocalDate().plusDays(5).toString();
        var later = workday.toLocalDate().plusDays(60).toString();
        assertThat(watching(Optional.empty(), Optional.of(soon)).alarms(workday, HOURS))
                .singleElement()
                .asString()
                .contains("RIGHTDOOR_MAIL_OAUTH_CLIENT_SECRET", "expires in");
        assertThat(watching(Optional.empty(), Optional.of(later)).alarms(workday, HOURS))
                .isEmpty();
    }

    private static MailWatch watching(Optional<Integer> silence, Optional<String> secretExpires) {
        var watch = new MailWatch();
        var oauth = OAuthSettings.with(null, secretExpires);
        watch.config = OAuthSettings.config(oauth, silence);
        watch.tokens = new AccessTokens(oauth);
        watch.meters = new SimpleMeterRegistry();
        watch.watch("inbox");
        return watch;
    }

    private static ZonedDateTime nextWorkday(int hour) {
        var day = Instant.now().atZone(ZONE).plusDays(1).withHour(hour).withMinute(0);
        while (day.getDayOfWeek().getValue() > 5) day = day.plusDays(1);
        return day;
    }

    private static ZonedDateTime nextSaturday() {
        var day = nextWorkday(10);
        while (day.getDayOfWeek().getValue() != 6) day = day.plusDays(1);
        return day;
    }
}
