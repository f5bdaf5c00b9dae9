package org.rightdoor.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Outgoing;
import org.rightdoor.reply.Transport;

/** Sends text messages through Twilio. */
@ApplicationScoped
class TwilioTransport implements Transport {

    static final String NOT_SET_UP =
            "Text messages are not set up. Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM.";

    private final Config config;
    private final OutgoingText text;

    private volatile TwilioRestClient client;

    @Inject
    TwilioTransport(Config config, OutgoingText text) {
        this.config = config;
        this.text = text;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String send(Outgoing message) throws DeliveryFailed {
        if (!config.twilio().configured()) throw DeliveryFailed.forGood(NOT_SET_UP);
        var from = new PhoneNumber(config.twilio().from().orElseThrow());
        try {
            return Message.creator(new PhoneNumber(message.address()), from, text.of(message))
                    .setStatusCallback(PublicAddress.of(config, "/webhooks/twilio/status"))
                    // One curly quote from a word processor would otherwise cost a second message.
                    .setSmartEncoded(true)
                    .create(client())
                    .getSid();
        } catch (ApiException failure) {
            throw TwilioErrors.deliveryFailed(failure);
        }
    }

    private TwilioRestClient client() {
        if (client == null) client = newClient(config.twilio());
        return client;
    }

    private static TwilioRestClient newClient(Config.Twilio twilio) {
        return new TwilioRestClient.Builder(
                        twilio.accountSid().orElseThrow(), twilio.authToken().orElseThrow())
                .httpClient(new TwilioHttpClient(twilio.apiBase().orElse(null)))
                .build();
    }
}
