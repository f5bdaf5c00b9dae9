package org.rightdoor.channel.sms;

import com.twilio.twiml.MessagingResponse;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.channel.web.Problem;

/**
 * What Twilio tells us: a text came in, or one of ours arrived or did not.
 *
 * <p>The answer leaves within a second. It is a success only when everything is committed; otherwise it is 503, the work
 * goes on all the same, and Twilio's next attempt finds it done, or joins it. Twilio tries again where the address set
 * there ends in {@code #rc=5&rp=all} (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides), and
 * then calls the fallback address, which may be this one again.
 */
@Path("/webhooks/twilio")
public class TwilioWebhook {

    static final String SMS = "/webhooks/twilio/sms";
    static final String STATUS = "/webhooks/twilio/status";

    /** On the end of an address: Twilio tries again up to five times, whatever the trouble was; it never sends this part. */
    static final String TRY_AGAIN = "#rc=5&rp=all";

    private static final String IDEMPOTENCY_TOKEN = "I-Twilio-Idempotency-Token";

    private static final Duration PATIENCE = Duration.ofMillis(900);

    private static final String NOTHING_TO_SAY =
            new MessagingResponse.Builder().build().toXml();

    @Inject
    TwilioDoor door;

    @Inject
    Reception reception;

    @Inject
    Underway underway;

    /** A text came in. */
    @POST
    @Path("sms")
    @Cancellable(false)
    public Uni<Response> text(
            @Context HttpServerRequest request,
            @HeaderParam(TwilioSignatures.HEADER) String signature,
            @HeaderParam(IDEMPOTENCY_TOKEN) String idempotencyToken,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            byte[] body) {
        var text = incoming(door.genuine(request, signature, type, body), idempotencyToken);
        return done(
                "Text message " + text.name(),
                () -> reception.receive(text),
                Response.ok(NOTHING_TO_SAY, MediaType.TEXT_XML_TYPE).build());
    }

    /** One of ours moved on, or did not; {@code reply} is the number that we told Twilio to say. */
    @POST
    @Path("status")
    @Cancellable(false)
    public Uni<Response> status(
            @Context HttpServerRequest request,
            @HeaderParam(TwilioSignatures.HEADER) String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @QueryParam(DeliveryReport.REPLY) Long reply,
            byte[] body) {
        var report = DeliveryReport.of(door.genuine(request, signature, type, body), reply);
        return done(
                report.outcome() + " of " + report.sent().externalId(),
                () -> reception.record(report),
                Response.noContent().build());
    }

    private Uni<Response> done(String what, Supplier<Uni<Void>> work, Response thanks) {
        return underway.within(PATIENCE, what, work)
                .replaceWith(thanks)
                .onFailure()
                .recoverWithItem(failure -> unavailable(what, failure));
    }

    private static IncomingText incoming(TwilioForm form, String idempotencyToken) {
        try {
            return IncomingText.of(form, idempotencyToken);
        } catch (IllegalArgumentException incomplete) {
            throw new Refused(Status.BAD_REQUEST, incomplete.getMessage());
        }
    }

    private static Response unavailable(String what, Throwable failure) {
        if (failure instanceof TimeoutException) Log.warnf("%s takes long; Twilio is asked to try again", what);
        else Log.errorf(failure, "%s could not be stored", what);
        return Problem.of(Status.SERVICE_UNAVAILABLE.getStatusCode(), "It could not be stored just now. Send it again.")
                .response();
    }
}
