package org.rightdoor.insight.exports;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.channel.web.Problem;
import org.rightdoor.desk.Seats;
import org.rightdoor.insight.exports.TakeOut.Form;
import org.rightdoor.people.May;
import org.rightdoor.records.Typed;

/** Tables as files for programs: those of {@link ExportPages}. */
@Path("/api/exports")
@RolesAllowed(May.EXPORT)
@Blocking
@Cancellable(false)
@Tag(name = "Exports")
class ExportApi {

    @Inject
    Seats seats;

    @Inject
    TakeOut takeOut;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The tables that can be taken out, with their columns and what they mean")
    public List<Table> tables() {
        return takeOut.tables();
    }

    /**
     * @param from first day, such as {@code 2026-08-01}
     * @param until last day
     */
    @GET
    @Path("/{table}.csv")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A table as CSV (RFC 4180)")
    public Response csv(@RestPath String table, @RestQuery String from, @RestQuery String until) {
        return file(table, Form.CSV, from, until);
    }

    /**
     * @param from first day, such as {@code 2026-08-01}
     * @param until last day
     */
    @GET
    @Path("/{table}.json")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A table as JSON: an array with an object a row")
    public Response json(@RestPath String table, @RestQuery String from, @RestQuery String until) {
        return file(table, Form.JSON, from, until);
    }

    // A program that mistypes a day must not take out everything.
    private Response file(String table, Form form, String from, String until) {
        if (Stream.of(from, until).anyMatch(ExportApi::isNoDay)) {
            return Problem.of(400, "Write days as 2026-08-31 in from and until.")
                    .response();
        }
        return takeOut.file(table, form, Typed.date(from), Typed.date(until), seats.now());
    }

    private static boolean isNoDay(String typed) {
        return typed != null && !typed.isBlank() && Typed.date(typed) == null;
    }
}
