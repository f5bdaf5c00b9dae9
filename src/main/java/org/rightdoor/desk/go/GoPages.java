package org.rightdoor.desk.go;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.CasesFound;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Where to, by a few letters: pages, and cases by number, name or telephone number. */
@Path("/desk/go")
@RolesAllowed(May.READ)
@Cancellable(false)
class GoPages {

    private static final int LONGEST = 100;

    /** Every letter asks again: the letters themselves would make a line each. */
    private static final String AS_TYPED = "In the command bar";

    record Go(Seat seat, String typed, List<Place> places) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CaseFinder cases;

    @Inject
    Event<CasesFound> told;

    /** A case's number leads straight there. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> go(@RestQuery String q) {
        var seat = seats.now();
        var typed = typed(q);
        return places(seat, typed).chain(places -> {
            var first = places.isEmpty() ? null : places.get(0);
            var isItsNumber = first != null && first.href().equals("/desk/inquiries/" + typed.replaceFirst("^#", ""));
            return isItsNumber
                    ? Uni.createFrom().item(Html.seeOther(first.href()))
                    : Html.page(200, new Go(seat, typed, places));
        });
    }

    /** The same for the command bar. */
    @GET
    @Path("/found")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<Place>> found(@RestQuery String q) {
        return places(seats.now(), typed(q));
    }

    private Uni<List<Place>> places(Seat seat, String typed) {
        return cases.find(typed, Sight.of(seat.staff()))
                .invoke(found -> tell(seat, found))
                .map(found -> Stream.of(
                                found.stream().map(GoPages::place),
                                Place.pages(seat, typed).stream(),
                                Place.search(typed))
                        .flatMap(places -> places)
                        .toList());
    }

    private void tell(Seat seat, List<CaseFinder.Found> found) {
        var numbers = found.stream().map(CaseFinder.Found::number).toList();
        told.fire(new CasesFound(seat.staff(), numbers, AS_TYPED, false));
    }

    private static Place place(CaseFinder.Found found) {
        var who = found.person() == null ? "Name not given" : found.person();
        var state =
                switch (found.status()) {
                    case "OPEN" -> "Open";
                    case "WAITING" -> "Waiting";
                    default -> "Resolved";
                };
        return new Place(
                "#" + found.number() + " " + (found.subject().isEmpty() ? "No text" : found.subject()),
                who + " · " + state,
                "/desk/inquiries/" + found.number());
    }

    private static String typed(String q) {
        var plain = q == null ? "" : q.replace("\0", "").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
