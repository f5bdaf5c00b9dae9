package org.rightdoor.channel.email;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Map;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.channel.web.Problem;
import org.rightdoor.intake.Receipt;
import org.rightdoor.people.ApiKey;
import org.rightdoor.people.ApiKeys;
import org.rightdoor.people.Scope;

/** The door for mail servers that push: one raw message (RFC 5322) a request. */
@Path("/webhooks/email")
public class EmailWebhook {

    @Inject
    ApiKeys keys;

    @Inject
    MailParser parser;

    @Inject
    Postbox postbox;

    @Inject
    Vertx vertx;

    /**
     * Takes at most 30 MB. Answers 201 with the case's number once the mail is committed, and 200 with the same number
     * when it was held already; anything else means that it was not stored, and may be sent again.
     */
    @POST
    @Consumes("message/rfc822")
    @Cancellable(false)
    public Uni<Response> receive(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] message) {
        return keys.of(authorization)
                .map(key -> refusal(key, message))
                .chain(refusal -> refusal != null ? Uni.createFrom().item(refusal) : take(message))
                .onFailure()
                .recoverWithItem(EmailWebhook::notStored);
    }

    private Uni<Response> take(byte[] message) {
        var mail = new RawMail(message, Instant.now(), true);
        return vertx.executeBlocking(() -> parser.parse(mail), false)
                .chain(postbox::receive)
                .map(EmailWebhook::stored);
    }

    private static Response refusal(ApiKey key, byte[] message) {
        if (key == null) {
            return Response.fromResponse(problem(Status.UNAUTHORIZED, "Send Authorization: Bearer with an API key."))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        if (!key.may(Scope.MAIL)) {
            return problem(Status.FORBIDDEN, "This key has not the scope " + Scope.MAIL.key() + ".");
        }
        if (message.length > RawMail.LARGEST) {
            return problem(Status.REQUEST_ENTITY_TOO_LARGE, "At most " + RawMail.LARGEST + " bytes are taken here.");
        }
        if (message.length == 0) return problem(Status.BAD_REQUEST, "The body is empty; send the message as it came.");
        return null;
    }

    private static Response stored(Receipt receipt) {
        return Response.status(receipt.duplicate() ? Status.OK : Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("number", receipt.number()))
                .build();
    }

    private static Response notStored(Throwable failure) {
        Log.error("A mail could not be stored", failure);
        return Response.fromResponse(
                        problem(Status.SERVICE_UNAVAILABLE, "It could not be stored just now. Send it again."))
                .header(HttpHeaders.RETRY_AFTER, 30)
                .build();
    }

    private static Response problem(Status status, String detail) {
        return Problem.of(status.getStatusCode(), detail).response();
    }
}
