package org.rightdoor.channel.sms;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;

/**
 * Fetches the texts that Twilio could not deliver while nobody answered here: it gives up after minutes, an outage may last
 * longer (https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources).
 */
@ApplicationScoped
class FetchesMissedTexts {

    /** A text that arrives just now may still be on its way here. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final long A_PAGE = 200;

    @Inject
    Config config;

    @Inject
    Vertx vertx;

    @Inject
    CatchUp catchUp;

    @Inject
    Inquiries inquiries;

    @Inject
    Reception reception;

    private volatile TwilioClient client;

    // Whether it is due is for the database to say: the first look after an outage is at once.
    @Scheduled(every = "20s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> fetchWhatWasMissed() {
        if (!config.twilio().configured() || DemoPhone.isPluggedIn(config))
            return Uni.createFrom().voidItem();
        var account = config.twilio().accountSid().orElseThrow();
        var now = Instant.now();
        return catchUp.claim(account)
                .chain(upTo -> upTo == null
                        ? Uni.createFrom().voidItem()
                        : fetch(upTo.minus(OVERLAP)).chain(() -> catchUp.done(account, now)))
                .onFailure()
                .recoverWithUni(failure -> {
                    Log.warnf("Missed texts could not be looked for: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> fetch(Instant since) {
        return vertx.executeBlocking(() -> listed(since), false).chain(texts -> Multi.createFrom()
                .iterable(texts)
                .onItem()
                .transformToUniAndConcatenate(this::takeUnlessHeld)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> takeUnlessHeld(Message listed) {
        return inquiries.held(Channel.SMS, listed.getSid()).chain(held -> {
            if (held != null) return Uni.createFrom().voidItem();
            Log.infof("Text %s did not come by itself and is fetched", listed.getSid());
            return vertx.executeBlocking(() -> text(listed), false).chain(reception::receive);
        });
    }

    /** Those that came in, oldest first. */
    private List<Message> listed(Instant since) {
        var reader =
                Message.reader().setDateSentAfter(since.atZone(ZoneOffset.UTC)).setPageSize(A_PAGE);
        config.twilio().from().ifPresent(number -> reader.setTo(number));
        var texts = new ArrayList<Message>();
        for (var message : reader.read(client())) {
            if (message.getDirection() == Message.Direction.INBOUND) texts.add(0, message);
        }
        return texts;
    }

    private IncomingText text(Message listed) {
        var media = new ArrayList<IncomingText.Media>();
        if (listed.getNumMedia() != null && !listed.getNumMedia().equals("0")) {
            for (var file : Media.reader(listed.getSid()).read(client())) {
                media.add(new IncomingText.Media(address(file), file.getContentType()));
            }
        }
        var from = listed.getFrom() == null ? null : listed.getFrom().toString();
        var at = listed.getDateSent() == null
                ? Instant.now()
                : listed.getDateSent().toInstant();
        return IncomingText.of(listed.getSid(), from, listed.getBody(), media, at);
    }

    private TwilioRestClient client() {
        if (client == null) client = new TwilioClient(config.twilio());
        return client.get();
    }

    private static String address(Media file) {
        return "https://" + MediaHosts.API + file.getUri().replaceFirst("\\.json$", "");
    }
}
