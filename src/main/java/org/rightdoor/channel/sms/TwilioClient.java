package org.rightdoor.channel.sms;

import com.twilio.http.TwilioRestClient;
import org.rightdoor.Config;

/** Twilio's SDK, set up once it is needed. */
final class TwilioClient {

    private final Config.Twilio twilio;
    private volatile TwilioRestClient client;

    TwilioClient(Config.Twilio twilio) {
        this.twilio = twilio;
    }

    TwilioRestClient get() {
        if (client == null) client = newClient();
        return client;
    }

    private TwilioRestClient newClient() {
        return new TwilioRestClient.Builder(
                        twilio.accountSid().orElseThrow(), twilio.authToken().orElseThrow())
                .httpClient(new TwilioHttpClient(twilio.apiBase().orElse(null), twilio.answersWithin()))
                .build();
    }
}
