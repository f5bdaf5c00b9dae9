package org.rightdoor.channel.sms;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** A request that is turned away with a problem document (RFC 9457). */
final class Refused extends WebApplicationException {

    Refused(Response.Status status, String detail) {
        super(detail, problem(status, detail));
    }

    static Response problem(Response.Status status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("title", status.getReasonPhrase(), "status", status.getStatusCode(), "detail", detail))
                .build();
    }
}
