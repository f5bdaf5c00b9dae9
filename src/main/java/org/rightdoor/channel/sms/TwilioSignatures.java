package org.rightdoor.channel.sms;

import com.twilio.security.RequestValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Config;

/** Tells Twilio's own requests from forged ones. */
@ApplicationScoped
class TwilioSignatures {

    static final String HEADER = "X-Twilio-Signature";

    @Inject
    Config config;

    /** @param uri path and query as they were asked for; the host comes from the configuration, never from the request */
    boolean vouchFor(String uri, TwilioForm form, String signature) {
        if (signature == null) return false;
        var validator = new RequestValidator(config.twilio().authToken().orElseThrow());
        return validator.validate(PublicAddress.of(config, uri), form.asSigned(), signature);
    }
}
