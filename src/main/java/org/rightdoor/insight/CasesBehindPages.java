package org.rightdoor.insight;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.CasesFound;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Which cases a figure is made of. */
@Path("/desk/insight/cases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class CasesBehindPages {

    /** @param next where older ones are, or null */
    record Behind(Seat seat, Asked asked, String what, String days, List<CasesBehind.Row> cases, String next)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CasesBehind behind;

    @Inject
    Event<CasesFound> found;

    @GET
    public Uni<Response> cases(@RestQuery Long after, @Context UriInfo uri) {
        var seat = seats.now();
        var query = uri.getQueryParameters();
        var asked = Asked.of(seat, LocalDate.now(seat.rules().district().timeZone()), query::getFirst);
        return behind.of(asked, query::getFirst, after).chain(rows -> {
            var shown = rows.stream().limit(CasesBehind.PAGE).toList();
            found.fire(new CasesFound(
                    seat.staff(), shown.stream().map(CasesBehind.Row::number).toList(), "", false));
            var next = rows.size() <= CasesBehind.PAGE
                    ? null
                    : uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "after", shown.get(shown.size() - 1).number())
                            .build();
            return Html.secret(Html.page(
                    200,
                    new Behind(
                            seat,
                            asked,
                            what(query::getFirst, rows),
                            query.containsKey("age") || query.containsKey("with")
                                    ? "Not settled now"
                                    : InsightPages.inWords(asked.period()),
                            shown,
                            next == null ? null : next.getRawPath() + "?" + next.getRawQuery())));
        });
    }

    private static String what(UnaryOperator<String> parameters, List<CasesBehind.Row> rows) {
        if (parameters.apply("with") != null) {
            var who = rows.isEmpty() ? "Somebody" : rows.get(0).with();
            return switch (String.valueOf(parameters.apply("desk"))) {
                case "late" -> who + ": late";
                case "waiting" -> who + ": waiting for the family";
                default -> who + ": open";
            };
        }
        if (parameters.apply("heard") != null)
            return "Cases about which families wrote" + hour(parameters.apply("heard"));
        if (CasesBehind.NOT_HELPED.equals(parameters.apply("measure"))) return "Approved answers that did not help";
        return Measure.named(String.valueOf(parameters.apply("measure")))
                .map(Measure::title)
                .orElse("All cases");
    }

    private static String hour(String when) {
        var parts = when.split("-");
        if (!when.matches("[1-7]-\\d{1,2}")) return "";
        var day = DayOfWeek.of(Integer.parseInt(parts[0])).getDisplayName(TextStyle.FULL, Locale.US);
        return ", " + day + "s from " + parts[1] + ":00";
    }
}
