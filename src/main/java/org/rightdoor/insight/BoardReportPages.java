package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;

/** The monthly report as a PDF, of the departments that the reader sees. */
@Path("/desk/insight/report.pdf")
@RolesAllowed(May.COUNT)
@Cancellable(false)
class BoardReportPages {

    @Inject
    Seats seats;

    @Inject
    Board board;

    @Inject
    Vertx vertx;

    /** @param month such as {@code 2026-10}; the last whole one where none is said */
    @GET
    public Uni<Response> report(@RestQuery String month) {
        var seat = seats.now();
        var today = LocalDate.now(seat.rules().district().timeZone());
        var of = BoardReport.month(month, today);
        var days =
                Map.of("from", of.atDay(1).toString(), "to", of.atEndOfMonth().toString());
        var asked = Asked.of(seat, today, days::get);
        return board.of(asked)
                .chain(found -> Uni.createFrom()
                        .completionStage(() -> vertx.executeBlocking(() -> BoardReport.pdf(asked, found, of), false)
                                .toCompletionStage()))
                .map(pdf -> Response.ok(pdf, "application/pdf")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"board-report-" + of + ".pdf\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
