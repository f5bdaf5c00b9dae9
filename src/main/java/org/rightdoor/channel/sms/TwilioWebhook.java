package org.rightdoor.channel.sms;

import com.twilio.twiml.MessagingResponse;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.channel.web.Problem;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.reply.Replies;

/** What Twilio tells us: a text came in, or one of ours arrived or did not. */
@Path("/webhooks/twilio")
public class TwilioWebhook {

    /** In bytes. A text has at most 1,600 characters, so this leaves room for whatever Twilio adds. */
    private static final int LARGEST_BODY = 1024 * 1024;

    private static final String NOTHING_TO_SAY =
            new MessagingResponse.Builder().build().toXml();

    @Inject
    Config config;

    @Inject
    TwilioSignatures signatures;

    @Inject
    Intake intake;

    @Inject
    Replies replies;

    /**
     * A text came in. The answer is given when the message is committed; where it cannot be, 503 makes Twilio call the
     * number's fallback address, which may be this one again, and keep the failure in its debugger.
     */
    @POST
    @Path("sms")
    @Cancellable(false)
    public Uni<Response> text(
            @Context HttpServerRequest request,
            @HeaderParam(TwilioSignatures.HEADER) String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            byte[] body) {
        var message = incoming(genuine(request, signature, type, body));
        return intake.receive(message)
                .map(receipt ->
                        Response.ok(NOTHING_TO_SAY, MediaType.TEXT_XML_TYPE).build())
                .onFailure()
                .recoverWithItem(failure -> unavailable("Text message " + message.externalId(), failure));
    }

    /** One of ours moved on; only its end matters, in whatever order these come. */
    @POST
    @Path("status")
    @Cancellable(false)
    public Uni<Response> status(
            @Context HttpServerRequest request,
            @HeaderParam(TwilioSignatures.HEADER) String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            byte[] body) {
        var report = DeliveryReport.of(genuine(request, signature, type, body));
        return record(report)
                .map(done -> Response.noContent().build())
                .onFailure()
                .recoverWithItem(failure -> unavailable("Delivery of " + report.sid(), failure));
    }

    private Uni<Void> record(DeliveryReport report) {
        return switch (report.outcome()) {
            case ARRIVED -> replies.delivered(Channel.SMS, report.sid());
            case LOST -> replies.undelivered(Channel.SMS, report.sid(), report.why());
            case ON_ITS_WAY -> Uni.createFrom().voidItem();
        };
    }

    private TwilioForm genuine(HttpServerRequest request, String signature, String type, byte[] body) {
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

    private static Inbound incoming(TwilioForm form) {
        try {
            return IncomingText.of(form);
        } catch (IllegalArgumentException incomplete) {
            throw new Refused(Status.BAD_REQUEST, incomplete.getMessage());
        }
    }

    private static Response unavailable(String what, Throwable failure) {
        Log.errorf(failure, "%s could not be stored", what);
        return Problem.of(Status.SERVICE_UNAVAILABLE.getStatusCode(), "It could not be stored just now. Send it again.")
                .response();
    }
}
