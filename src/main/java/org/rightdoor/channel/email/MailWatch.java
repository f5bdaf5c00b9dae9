package org.rightdoor.channel.email;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.calendar.CurrentCalendar;
import org.rightdoor.calendar.OpenHours;

/** Notices when mail stops coming, or soon will: alarms for administrators, and {@code rightdoor_mail...} metrics. */
@ApplicationScoped
public class MailWatch {

    private static final int DAYS_OF_WARNING = 21;

    /** @param trouble why it cannot be read, or null while it can */
    private record State(Instant lastMail, String trouble, Instant since) {}

    @Inject
    Config config;

    @Inject
    AccessTokens tokens;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentCalendar calendar;

    @Inject
    MeterRegistry meters;

    private final Map<String, State> mailboxes = new ConcurrentHashMap<>();

    /** Each a sentence for administrators. */
    public List<String> alarms() {
        var district = knowledge.now().rules().district();
        return alarms(ZonedDateTime.now(district.timeZone()), calendar.now().openHours(district.fallbackDepartment()));
    }

    List<String> alarms(ZonedDateTime now, OpenHours hours) {
        var alarms = new ArrayList<String>();
        mailboxes.forEach((mailbox, state) -> {
            if (state.trouble() != null) {
                alarms.add("Mailbox " + mailbox + " cannot be read since " + time(state.since(), now.getZone()) + ": "
                        + state.trouble());
            } else if (isSilent(state, now, hours)) {
                alarms.add("No mail has come to " + mailbox + " since " + time(state.lastMail(), now.getZone())
                        + ", in open hours. Send one to see whether mail arrives.");
            }
        });
        expiries().forEach((what, end) -> {
            var days = ChronoUnit.DAYS.between(now.toInstant(), end);
            if (days <= DAYS_OF_WARNING) {
                alarms.add(what
                        + (days < 0
                                ? " has expired: mail stands still."
                                : " expires in " + days + " days. Renew it before mail stands still."));
            }
        });
        return alarms;
    }

    void watch(String mailbox) {
        mailboxes.put(mailbox, new State(Instant.now(), null, Instant.now()));
        Gauge.builder(
                        "rightdoor.mailbox.readable",
                        mailboxes,
                        all -> all.get(mailbox).trouble() == null ? 1 : 0)
                .description("1 while the mailbox can be read")
                .tag("mailbox", mailbox)
                .register(meters);
        Gauge.builder("rightdoor.mailbox.silence", mailboxes, all -> silence(all.get(mailbox)))
                .description("Time since mail came to the mailbox")
                .baseUnit("seconds")
                .tag("mailbox", mailbox)
                .register(meters);
        Gauge.builder("rightdoor.mail.credentials", this, MailWatch::daysLeft)
                .description("Until the next credential of a mail account expires; 9999 when none says so")
                .baseUnit("days")
                .register(meters);
    }

    void came(String mailbox) {
        mailboxes.computeIfPresent(mailbox, (name, state) -> new State(Instant.now(), state.trouble(), state.since()));
    }

    /** @param trouble null when it is read again */
    void report(String mailbox, String trouble) {
        mailboxes.computeIfPresent(
                mailbox,
                (name, state) -> new State(
                        state.lastMail(),
                        trouble,
                        (state.trouble() == null) == (trouble == null) ? state.since() : Instant.now()));
    }

    /** Only within one stretch of open hours: nobody writes at night. */
    private boolean isSilent(State state, ZonedDateTime now, OpenHours hours) {
        var most = config.mail().silenceAlarm().map(Duration::ofMinutes);
        if (most.isEmpty()) return false;
        var since = now.toInstant().minus(most.get());
        return hours.openTime(since, now.toInstant()).equals(most.get())
                && state.lastMail().isBefore(since);
    }

    private Map<String, Instant> expiries() {
        var expiries = new java.util.TreeMap<String, Instant>();
        tokens.consents().forEach((account, end) -> expiries.put("The consent to read mail as " + account, end));
        secretEnds()
                .ifPresent(end -> expiries.put("The client secret for mail (RIGHTDOOR_MAIL_OAUTH_CLIENT_SECRET)", end));
        return expiries;
    }

    private Optional<Instant> secretEnds() {
        return config.mail().oauth().secretExpires().map(LocalDate::parse).map(day -> day.atStartOfDay(ZoneId.of("UTC"))
                .toInstant());
    }

    private double daysLeft() {
        return expiries().values().stream()
                .mapToDouble(end -> Duration.between(Instant.now(), end).toHours() / 24.0)
                .min()
                .orElse(9999);
    }

    private static double silence(State state) {
        return Duration.between(state.lastMail(), Instant.now()).toSeconds();
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEEE H:mm", java.util.Locale.ENGLISH)
                .format(at.atZone(zone));
    }
}
