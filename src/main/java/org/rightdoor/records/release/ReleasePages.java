package org.rightdoor.records.release;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.records.Typed;
import org.rightdoor.records.Work;

/** Requests for records: one person's own, or public ones. */
@Path("/desk/records/releases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({May.RUN, Staff.RECORDS})
@Blocking
@Cancellable(false)
class ReleasePages {

    /** What was typed; {@code error} says what to do about it, or is null. */
    record Form(
            String recipient, String words, String department, String topic, String from, String until, String error) {}

    record Releases(Seat seat, List<Release> releases, Form form) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Work work;

    @GET
    public Uni<Response> releases() {
        return page(200, new Form("", "", "", "", "", "", null));
    }

    /** Everything about one person. */
    @POST
    @Path("/of-person")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ofPerson(@RestForm long person) {
        var staff = seats.now().staff();
        var by = seats.now().actor();
        var release = work.in(connection -> {
            var made = Release.ofPerson(connection, person, staff.id, by);
            if (made != null) Redactions.find(connection, made);
            return made;
        });
        if (release == null) throw new NotFoundException();
        return Html.seeOther("/desk/records/releases/" + release.id());
    }

    /** All that answers a public-records request. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ofRequest(
            @RestForm String recipient,
            @RestForm String words,
            @RestForm String department,
            @RestForm String topic,
            @RestForm String from,
            @RestForm String until) {
        var seat = seats.now();
        var asked = new Release.Asked(
                Typed.text(recipient),
                Typed.text(words),
                known(department, seat.rules().departments().keySet()),
                known(topic, seat.rules().topics().keySet()),
                Typed.date(from),
                Typed.date(until));
        try {
            var release = work.in(connection -> {
                var made = Release.ofRequest(connection, asked, seat.staff().id, seat.actor());
                Redactions.find(connection, made);
                return made;
            });
            return Uni.createFrom().item(Html.seeOther("/desk/records/releases/" + release.id()));
        } catch (IllegalArgumentException wrong) {
            return page(422, new Form(recipient, words, department, topic, from, until, wrong.getMessage()));
        }
    }

    private Uni<Response> page(int status, Form form) {
        var releases = work.in(Release::latest);
        return Html.secret(Html.page(status, new Releases(seats.now(), releases, form)));
    }

    private static String known(String key, Set<String> keys) {
        return key != null && keys.contains(key) ? key : null;
    }
}
