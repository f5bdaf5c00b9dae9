package org.rightdoor.calendar;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rightdoor.Config;
import org.rightdoor.outside.OutsideHosts;
import org.rightdoor.outside.OutsideText;

/** Takes over the days off of the calendar that the district publishes, every hour; what was fetched last outlives a start. */
@ApplicationScoped
public class FetchPublishedCalendar {

    private static final Duration EVERY = Duration.ofHours(1);

    private final CurrentCalendar calendar;
    private final Path kept;
    private final OutsideText outside;
    private volatile String trouble;
    private volatile Instant due = Instant.MIN;

    @Inject
    FetchPublishedCalendar(CurrentCalendar calendar, Config config) {
        this(calendar, config.data().resolve("published-calendar.ics"), OutsideHosts.of(config));
    }

    FetchPublishedCalendar(CurrentCalendar calendar, Path kept, OutsideHosts hosts) {
        this.calendar = calendar;
        this.kept = kept;
        this.outside = new OutsideText(hosts);
    }

    /** Why the calendar could not be fetched, in words for administrators, or null. */
    public String trouble() {
        return trouble;
    }

    /** The rules that name it are read late where the machine is slow, or has to learn first. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void fetchWhenDue() {
        var now = Instant.now();
        if (calendar.now() == null || now.isBefore(due)) return;
        due = now.plus(EVERY);
        fetch();
    }

    void fetch() {
        var subscription = calendar.now().subscription();
        if (subscription.isEmpty()) {
            calendar.publish(List.of());
            trouble = null;
            return;
        }
        try {
            var text = outside.get(subscription.get().address());
            calendar.publish(PublishedCalendar.closings(
                    text, subscription.get().words(), subscription.get().only()));
            Files.writeString(kept, text);
            trouble = null;
        } catch (IOException | InterruptedException failure) {
            if (failure instanceof InterruptedException) Thread.currentThread().interrupt();
            trouble = "The calendar at " + subscription.get().address() + " cannot be read: " + failure.getMessage();
            Log.warn(trouble);
            useWhatWasKept(subscription.get());
        }
    }

    private void useWhatWasKept(Subscription subscription) {
        if (!calendar.published().isEmpty() || !Files.exists(kept)) return;
        try {
            calendar.publish(
                    PublishedCalendar.closings(Files.readString(kept), subscription.words(), subscription.only()));
        } catch (IOException unreadable) {
            Log.warnf("%s cannot be read: %s", kept, unreadable.getMessage());
        }
    }
}
