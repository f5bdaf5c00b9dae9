package org.rightdoor.desk.notices;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** What somebody wants to be told, and what a browser tells at once. */
@Path("/desk/me/notices")
@RolesAllowed(May.READ)
@Cancellable(false)
class NoticePages {

    private static final Duration LONGEST_BACK = Duration.ofMinutes(15);

    /** @param until in milliseconds since 1970, to ask from next time */
    record News(long until, List<Item> items) {}

    record Item(String words, String href) {}

    @Inject
    Seats seats;

    @Inject
    Wishes wishes;

    @Inject
    Notices notices;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> keep(@RestForm String way, @RestForm("kind") List<String> kinds) {
        var chosen = Arrays.stream(Kind.values())
                .filter(kind -> kinds != null && kinds.contains(kind.name()))
                .toList();
        return wishes.keep(seats.now().staff().id, way(way), chosen)
                .replaceWith(() -> Html.seeOther("/desk/me?done=kept"));
    }

    /** What is new since then; outside open hours only what is urgent. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<News> news(@RestQuery Long since) {
        var staff = seats.now().staff();
        var now = Instant.now();
        var earliest = now.minus(LONGEST_BACK);
        var asked = since == null ? now : Instant.ofEpochMilli(since);
        var from = asked.isBefore(earliest) ? earliest : asked;
        return wishes.of(staff.id)
                .chain(wish -> wish.way != Wish.Way.BROWSER
                        ? Uni.createFrom().item(new News(now.toEpochMilli(), List.of()))
                        : notices.of(staff, wish, from, now).map(news -> {
                            var open = notices.isOpen(staff, now);
                            return new News(
                                    now.toEpochMilli(),
                                    news.stream()
                                            .filter(notice -> open || notice.urgent())
                                            .map(notice -> new Item(notice.words(), notice.href()))
                                            .toList());
                        }));
    }

    private static Wish.Way way(String typed) {
        return Arrays.stream(Wish.Way.values())
                .filter(way -> way.name().equals(typed))
                .findFirst()
                .orElse(Wish.Way.OFF);
    }
}
