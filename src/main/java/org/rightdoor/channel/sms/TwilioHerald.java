package org.rightdoor.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Herald;

/** Texts members of staff through Twilio, at any hour: whoever is named for alerts wants to be woken. */
@ApplicationScoped
class TwilioHerald implements Herald {

    private final Config.Twilio twilio;
    private final TwilioClient client;

    @Inject
    TwilioHerald(Config config) {
        twilio = config.twilio();
        client = new TwilioClient(twilio);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public void tell(String address, String subject, String text) throws DeliveryFailed {
        if (!twilio.configured()) throw DeliveryFailed.forGood(TwilioTransport.NOT_SET_UP);
        var to = new PhoneNumber(address);
        var words = PlainCharacters.of(text);
        try {
            var message = twilio.messagingServiceSid().isPresent()
                    ? Message.creator(to, twilio.messagingServiceSid().get(), words)
                    : Message.creator(to, new PhoneNumber(twilio.from().orElseThrow()), words);
            message.create(client.get());
        } catch (ApiException failure) {
            throw TwilioErrors.deliveryFailed(failure);
        }
    }
}
