package org.rightdoor.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/**
 * What went wrong, for programs (RFC 9457).
 *
 * @param errors the fields at fault, or null where it is not about fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Unprocessable content (RFC 9110 section 15.5.21): understood, but it cannot be taken as it is. */
    public static final int UNPROCESSABLE = 422;

    /** One field and what is wrong with it. */
    public record FieldError(String field, String detail) {}

    public static Problem of(int status, String detail) {
        var known = Status.fromStatusCode(status);
        var title =
                status == UNPROCESSABLE ? "Unprocessable Content" : known == null ? "Error" : known.getReasonPhrase();
        return new Problem("about:blank", title, status, detail, null);
    }

    public static Problem of(List<FieldError> errors) {
        var plain = of(UNPROCESSABLE, "Some fields cannot be taken as they are; nothing was stored.");
        return new Problem(plain.type, plain.title, plain.status, plain.detail, errors);
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
