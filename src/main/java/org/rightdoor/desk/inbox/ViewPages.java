package org.rightdoor.desk.inbox;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Views of one's own: saved under a name, renamed, deleted. */
@Path("/desk/views")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(May.READ)
@Cancellable(false)
class ViewPages {

    /**
     * @param query of the view that is to be saved, or null where nothing is
     * @param shows what is in that view, in words
     */
    record Views(Seat seat, List<Own> views, String query, String shows, String typed, String error)
            implements TemplateInstance {}

    /** A view and what is in it, in words. */
    record Own(SavedView view, String shows) {}

    @Inject
    Seats seats;

    @Inject
    SavedViews views;

    @Inject
    Assignees assignees;

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> views(@RestQuery String query) {
        var seat = seats.now();
        return page(200, seat, query == null ? null : canonical(seat, query), "", null);
    }

    @POST
    public Uni<Response> save(@RestForm String name, @RestForm String query) {
        var seat = seats.now();
        var view = canonical(seat, query == null ? "" : query);
        var wrong = wrong(name);
        if (wrong != null) return page(422, seat, view, clean(name), wrong);
        return views.add(seat.staff().id, clean(name), view)
                .chain(added -> added
                        ? Uni.createFrom().item(seeOther(view))
                        : page(
                                409,
                                seat,
                                view,
                                clean(name),
                                "There are " + SavedViews.MOST + " views already. Delete one first."));
    }

    @POST
    @Path("/{id}/name")
    public Uni<Response> rename(@RestPath long id, @RestForm String name) {
        var seat = seats.now();
        var wrong = wrong(name);
        if (wrong != null) return page(422, seat, null, "", wrong);
        return views.rename(seat.staff().id, id, clean(name)).map(ViewPages::back);
    }

    @POST
    @Path("/{id}/deleted")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> delete(@RestPath long id) {
        return views.delete(seats.now().staff().id, id).map(ViewPages::back);
    }

    private static Response back(boolean found) {
        if (!found) throw new NotFoundException();
        return Html.seeOther("/desk/views");
    }

    private static Response seeOther(String query) {
        return Html.seeOther(query.isEmpty() ? "/desk" : "/desk?" + query);
    }

    private Uni<Response> page(int status, Seat seat, String query, String typed, String error) {
        return views.of(seat.staff().id).chain(all -> assignees.of(seat).chain(named -> {
            var own = all.stream()
                    .map(view -> new Own(view, shows(seat, view.query(), named)))
                    .toList();
            var shows = query == null ? "" : shows(seat, query, named);
            return Html.page(status, new Views(seat, own, query, shows, typed, error));
        }));
    }

    private static String shows(Seat seat, String query, List<Assignee> assignees) {
        var view = view(seat, query);
        var chips = Sieve.of(seat, view, assignees).chips().stream().map(Sieve.Chip::label);
        return Stream.concat(Stream.of(view.title()), chips).collect(Collectors.joining(" · "));
    }

    private static String wrong(String name) {
        if (clean(name).isEmpty()) return "Give it a name first.";
        return clean(name).length() > SavedViews.LONGEST_NAME
                ? "A name has at most " + SavedViews.LONGEST_NAME + " characters."
                : null;
    }

    private static String clean(String name) {
        return name == null ? "" : name.replace("\0", "").strip();
    }

    /** What somebody sent as a view, reduced to what is one. */
    static String canonical(Seat seat, String query) {
        return view(seat, query).asQuery();
    }

    private static InboxView view(Seat seat, String query) {
        var given = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) given.putIfAbsent(parts[0], decoded(parts[1]));
        }
        return InboxView.of(seat, given::get);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
