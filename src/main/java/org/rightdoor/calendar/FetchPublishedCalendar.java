package org.rightdoor.calendar;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.rightdoor.Config;

/** Takes over the days off of the calendar that the district publishes, every hour; what was fetched last outlives a start. */
@ApplicationScoped
public class FetchPublishedCalendar {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CurrentCalendar calendar;
    private final Path kept;
    private volatile String trouble;

    @Inject
    FetchPublishedCalendar(CurrentCalendar calendar, Config config) {
        this(calendar, config.data().resolve("published-calendar.ics"));
    }

    FetchPublishedCalendar(CurrentCalendar calendar, Path kept) {
        this.calendar = calendar;
        this.kept = kept;
    }

    /** Why the calendar could not be fetched, in words for administrators, or null. */
    public String trouble() {
        return trouble;
    }

    @Scheduled(every = "1h", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void fetch() {
        var subscription = calendar.now().subscription();
        if (subscription.isEmpty()) return;
        try {
            var text = text(subscription.get());
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

    private static String text(Subscription subscription) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        var answer = client.send(
                HttpRequest.newBuilder(subscription.address()).timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
        return answer.body();
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
