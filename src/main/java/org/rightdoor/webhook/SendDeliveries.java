package org.rightdoor.webhook;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.outside.OutsideHosts;

/** Sends what is due: claim, commit, send, record. */
@ApplicationScoped
class SendDeliveries {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int GONE = 410;

    @Inject
    Config config;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    void send() {
        if (webhooks.isNoneOn()) return;
        deliveries.handOut();
        for (var due = deliveries.claim(); !due.isEmpty(); due = deliveries.claim()) sendAll(due);
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    void forget() {
        deliveries.forget();
    }

    // Side by side: an address that is slow holds up nobody for longer than its own patience.
    private void sendAll(List<Delivery> due) {
        CompletableFuture.allOf(due.stream().map(this::attempt).toArray(CompletableFuture[]::new))
                .join();
    }

    private CompletableFuture<Void> attempt(Delivery delivery) {
        try {
            var webhook = webhooks.find(delivery.webhook());
            // Removed since it was claimed, and its messages with it.
            if (webhook == null) return CompletableFuture.completedFuture(null);
            var key = webhooks.key(webhook);
            var address = OutsideHosts.of(config).check(URI.create(webhook.url()));
            return http.sendAsync(request(address, delivery, key), BodyHandlers.discarding())
                    .handle((answer, failure) -> {
                        if (failure != null) deliveries.failed(delivery, null, words(failure));
                        else record(delivery, answer.statusCode());
                        return null;
                    });
        } catch (IOException | IllegalArgumentException | IllegalStateException refused) {
            deliveries.failed(delivery, null, words(refused));
            return CompletableFuture.completedFuture(null);
        }
    }

    private void record(Delivery delivery, int status) {
        if (status / 100 == 2) {
            deliveries.arrived(delivery, status);
            return;
        }
        deliveries.failed(delivery, status, "It answered " + status + ".");
        if (status == GONE) webhooks.switchOff(delivery.webhook(), "It said that it is gone (410).");
    }

    private static HttpRequest request(URI address, Delivery delivery, SigningKey key) {
        var seconds = Instant.now().getEpochSecond();
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "RightDoor")
                .header("webhook-id", delivery.message())
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", key.sign(delivery.message(), seconds, delivery.body()))
                .POST(BodyPublishers.ofString(delivery.body()))
                .build();
    }

    private static String words(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        Log.debug("A webhook could not be told", cause);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
