package org.rightdoor.channel.sms;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rightdoor.Config;

/** Lets in what Twilio itself sends, about texts and calls alike, and nothing else. */
@ApplicationScoped
public class TwilioDoor {

    /** In bytes. A text has at most 1,600 characters, so this leaves room for whatever Twilio adds. */
    private static final int LARGEST_BODY = 1024 * 1024;

    @Inject
    Config config;

    @Inject
    TwilioSignatures signatures;

    /** What the request says; anything that is not a form signed by Twilio is turned away with its reason. */
    public TwilioForm genuine(HttpServerRequest request, byte[] body) {
        return genuine(
                request, request.getHeader(TwilioSignatures.HEADER), request.getHeader(HttpHeaders.CONTENT_TYPE), body);
    }

    TwilioForm genuine(HttpServerRequest request, String signature, String type, byte[] body) {
        if (!config.twilio().configured()) throw new Refused(Status.SERVICE_UNAVAILABLE, TwilioTransport.NOT_SET_UP);
        if (body.length > LARGEST_BODY) {
            throw new Refused(Status.REQUEST_ENTITY_TOO_LARGE, "At most " + LARGEST_BODY + " bytes are taken here.");
        }
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            throw new Refused(Status.UNSUPPORTED_MEDIA_TYPE, "Send " + MediaType.APPLICATION_FORM_URLENCODED + ".");
        }
        var form = parse(body);
        if (!signatures.vouchFor(request.uri(), form, signature)) {
            throw new Refused(
                    Status.FORBIDDEN,
                    "The signature is missing or not Twilio's for " + PublicAddress.of(config, request.path())
                            + ". Check TWILIO_AUTH_TOKEN and that RIGHTDOOR_PUBLIC_URL is the address set at Twilio.");
        }
        return form;
    }

    private static TwilioForm parse(byte[] body) {
        try {
            return TwilioForm.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notAForm) {
            throw new Refused(Status.BAD_REQUEST, "The body is not a form: " + notAForm.getMessage());
        }
    }
}
