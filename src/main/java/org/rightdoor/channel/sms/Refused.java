package org.rightdoor.channel.sms;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.rightdoor.channel.web.Problem;

/** A request that is turned away with its reason. */
final class Refused extends WebApplicationException {

    Refused(Response.Status status, String detail) {
        super(detail, Problem.of(status.getStatusCode(), detail).response());
    }
}
