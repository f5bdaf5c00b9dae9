package org.rightdoor.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Outgoing;
import org.rightdoor.reply.Pace;
import org.rightdoor.reply.Trace;
import org.rightdoor.reply.Transport;

/** Sends text messages through Twilio. */
@ApplicationScoped
class TwilioTransport implements Transport {

    static final String NOT_SET_UP =
            "Text messages are not set up. Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID.";

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);
    private static final long LATEST = 50;

    private final Config config;
    private final OutgoingText text;
    private final TwilioClient client;

    @Inject
    TwilioTransport(Config config, OutgoingText text) {
        this.config = config;
        this.text = text;
        client = new TwilioClient(config.twilio());
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Pace pace() {
        var twilio = config.twilio();
        return new Pace(
                twilio.textsPerSecond(),
                text.isResting(),
                twilio.answersWithin().plusSeconds(10));
    }

    @Override
    public String send(Outgoing message) throws DeliveryFailed {
        if (!config.twilio().configured()) throw DeliveryFailed.forGood(NOT_SET_UP);
        var callback = PublicAddress.of(config, TwilioWebhook.STATUS) + "?" + DeliveryReport.REPLY + "="
                + message.replyId() + TwilioWebhook.TRY_AGAIN;
        try {
            return creator(message)
                    .setStatusCallback(callback)
                    .create(client.get())
                    .getSid();
        } catch (ApiException failure) {
            throw TwilioErrors.deliveryFailed(failure);
        }
    }

    /** Twilio has no names for messages of our own, so it is looked for by number, time and words. */
    @Override
    public Trace trace(Outgoing message, Instant since) throws DeliveryFailed {
        var words = text.of(message);
        try {
            var latest = Message.reader()
                    .setTo(new PhoneNumber(message.address()))
                    .setPageSize(LATEST)
                    .limit(LATEST)
                    .read(client.get());
            return StreamSupport.stream(latest.spliterator(), false)
                    .filter(sent -> sent.getDirection() != Message.Direction.INBOUND)
                    .filter(sent -> words.equals(sent.getBody()))
                    .filter(sent -> isSince(sent, since.minus(CLOCKS_DIFFER_BY)))
                    .findFirst()
                    .map(sent -> Trace.left(sent.getSid()))
                    .orElse(Trace.NEVER_LEFT);
        } catch (ApiException failure) {
            throw TwilioErrors.deliveryFailed(failure);
        }
    }

    // Without a date it may be the one, and then it is better not sent again.
    private static boolean isSince(Message sent, Instant time) {
        return sent.getDateCreated() == null
                || sent.getDateCreated().toInstant().isAfter(time);
    }

    private MessageCreator creator(Outgoing message) {
        var to = new PhoneNumber(message.address());
        var twilio = config.twilio();
        return twilio.messagingServiceSid().isPresent()
                ? Message.creator(to, twilio.messagingServiceSid().get(), text.of(message))
                : Message.creator(to, new PhoneNumber(twilio.from().orElseThrow()), text.of(message));
    }
}
