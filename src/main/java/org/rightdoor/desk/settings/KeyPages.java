package org.rightdoor.desk.settings;

import io.quarkus.qute.TemplateInstance;
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
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.ApiKey;
import org.rightdoor.people.ApiKeys;
import org.rightdoor.people.May;
import org.rightdoor.people.Scope;
import org.rightdoor.portal.Html;

/** The keys by which programs use the interface: made, listed, revoked. */
@Path("/desk/settings/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class KeyPages {

    /** @param secret of the key just made, shown this once; null otherwise */
    record Keys(
            Seat seat,
            List<Line> lines,
            boolean configured,
            List<Scope> scopes,
            List<Integer> lasting,
            KeyForm form,
            String secret,
            String done)
            implements TemplateInstance {}

    /** @param state in a word or two */
    record Line(ApiKey key, boolean good, String state) {}

    @Inject
    Seats seats;

    @Inject
    ApiKeys keys;

    @Inject
    Config config;

    @GET
    public Uni<Response> show(@RestQuery String done) {
        return page(200, KeyForm.BLANK, null, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> make(
            @RestForm String name,
            @RestForm("scope") List<String> scopes,
            @RestForm("department") List<String> departments,
            @RestForm Integer days) {
        var seat = seats.now();
        var form = KeyForm.of(name, scopes, departments, days);
        var fault = form.fault(seat.rules());
        return fault != null
                ? page(422, form.wrong(fault), null, null)
                : keys.make(form.name(), form.chosen(), form.departments(), form.lasting(), seat.staff())
                        .chain(made -> page(200, KeyForm.BLANK, made.secret(), null));
    }

    @POST
    @Path("/{id}/revoked")
    public Uni<Response> revoke(@RestPath long id) {
        return keys.revoke(id, seats.now().staff())
                .replaceWith(() -> Html.seeOther("/desk/settings/keys?done=revoked"));
    }

    private Uni<Response> page(int status, KeyForm form, String secret, String done) {
        var seat = seats.now();
        var now = Instant.now();
        return keys.all()
                .map(all -> all.stream().map(key -> line(key, seat, now)).toList())
                .chain(lines -> Html.secret(Html.page(
                        status,
                        new Keys(
                                seat,
                                lines,
                                config.apiKey().isPresent(),
                                List.of(Scope.values()),
                                KeyForm.LASTING,
                                form,
                                secret,
                                done))));
    }

    private static Line line(ApiKey key, Seat seat, Instant now) {
        return new Line(key, key.isGood(now), state(key, seat, now));
    }

    private static String state(ApiKey key, Seat seat, Instant now) {
        if (key.revokedAt != null) return "Revoked by " + key.revokedBy + ", " + seat.date(key.revokedAt);
        if (key.isExpired(now)) return "Expired " + seat.date(key.expiresAt);
        return key.expiresAt == null ? "Good until revoked" : "Good until " + seat.date(key.expiresAt);
    }
}
