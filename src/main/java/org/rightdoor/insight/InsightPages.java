package org.rightdoor.insight;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Download;
import org.rightdoor.portal.Html;

/** What the district's work comes to: figures for who has a minute, pictures and tables for who wants to know why. */
@Path("/desk/insight")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.COUNT)
@Cancellable(false)
class InsightPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    /**
     * @param languages codes of those in which cases were written
     * @param shown the measure that is shown week by week and apart, by the breakdown {@code apart}
     */
    record Overview(
            Seat seat,
            Asked asked,
            String days,
            String daysBefore,
            List<Rising.Surge> surges,
            List<Card> cards,
            List<Chart> charts,
            List<String> languages,
            List<Measure> measures,
            List<Breakdown> breakdowns,
            List<Meaning> meanings,
            String shown,
            String apart,
            boolean empty)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Board board;

    @GET
    public Uni<Response> overview(@Context UriInfo uri) {
        var asked = asked(uri);
        return board.of(asked).chain(found -> Html.secret(Html.page(200, overview(asked, found))));
    }

    /** The table behind a picture. */
    @GET
    @Path("/{chart}.csv")
    @Produces(MediaType.WILDCARD)
    public Uni<Response> csv(@RestPath String chart, @Context UriInfo uri) {
        var asked = asked(uri);
        return board.of(asked).map(found -> {
            var table = charts(asked, found).stream()
                    .filter(one -> one.id().equals(chart))
                    .findFirst()
                    .orElseThrow(NotFoundException::new)
                    .table();
            var name = chart + " " + asked.period().first() + " to "
                    + asked.period().last() + ".csv";
            return Response.ok(table.csv(), "text/csv; charset=UTF-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    private Asked asked(UriInfo uri) {
        var seat = seats.now();
        var today = LocalDate.now(seat.rules().district().timeZone());
        return Asked.of(seat, today, uri.getQueryParameters()::getFirst);
    }

    private static Overview overview(Asked asked, Found found) {
        var charts = charts(asked, found);
        return new Overview(
                asked.seat(),
                asked,
                inWords(asked.period()),
                inWords(asked.period().before()),
                found.surges(),
                cards(asked, found),
                charts,
                found.of("language", true).stream()
                        .map(Figures.Line::key)
                        .sorted()
                        .toList(),
                List.of(Measure.values()),
                List.of(Breakdown.values()),
                Meaning.all(),
                asked.measure().key(),
                asked.by().key(),
                charts.stream().allMatch(Chart::isEmpty));
    }

    static List<Card> cards(Asked asked, Found found) {
        var now = found.total(true);
        var before = found.total(false);
        var cards = new ArrayList<Card>();
        cards.add(Card.count("Cases", now.cases(), before.cases(), asked.cases()));
        Arrays.stream(Measure.values())
                .map(measure ->
                        Card.of(measure, now, before, found.goals().of(measure), asked.cases("measure", measure.key())))
                .forEach(cards::add);
        return cards;
    }

    /** In the order of the page. */
    static List<Chart> charts(Asked asked, Found found) {
        var first = new Charts(asked, found);
        var more = new MoreCharts(asked, found);
        var volume = new VolumeCharts(asked, found);
        return List.of(
                first.distribution(),
                first.courtesy(),
                first.trend(),
                first.breakdown(),
                more.moves(),
                more.answers(),
                volume.volume(),
                volume.hours(),
                more.backlog(),
                more.loads(),
                more.net());
    }

    static String inWords(Period period) {
        return DAY.format(period.first()) + " to " + DAY.format(period.last());
    }
}
