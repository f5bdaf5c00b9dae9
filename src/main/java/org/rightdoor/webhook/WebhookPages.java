package org.rightdoor.webhook;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Addresses that are told what happens to cases: add one, try it, see what has arrived and what has not. */
@Path("/desk/settings/webhooks")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(May.RUN)
@Blocking
@Cancellable(false)
class WebhookPages {

    private static final int SHOWN = 100;

    /** @param error what is wrong with what was typed, or null */
    record All(Seat seat, List<Webhook> webhooks, EventType[] kinds, String url, List<String> chosen, String error)
            implements TemplateInstance {}

    /**
     * @param key shown this once, or null
     * @param done what was just done, or null
     */
    record One(Seat seat, Webhook webhook, List<Delivery> deliveries, String key, String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @GET
    public Uni<Response> all() {
        return Html.page(200, page("", List.of(), null));
    }

    @POST
    public Uni<Response> add(@RestForm String url, @RestForm("type") List<String> types) {
        var typed = url == null ? "" : url.strip();
        var chosen = EventType.known(types == null ? List.of() : types);
        try {
            var made = webhooks.add(typed, chosen, seats.now().actor());
            return one(made.id(), made.key().written(), "added");
        } catch (IllegalArgumentException wrong) {
            return Html.page(422, page(typed, chosen, wrong.getMessage()));
        }
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@RestPath long id, @RestQuery String done) {
        return one(id, null, done);
    }

    @POST
    @Path("/{id}/key")
    public Uni<Response> renewKey(@RestPath long id) {
        found(id);
        return one(id, webhooks.renewKey(id).written(), "key");
    }

    @POST
    @Path("/{id}/test")
    public Response test(@RestPath long id) {
        deliveries.test(found(id).id());
        return back(id, "test");
    }

    @POST
    @Path("/{id}/off")
    public Response switchOff(@RestPath long id) {
        webhooks.switchOff(found(id).id(), null);
        return back(id, "off");
    }

    @POST
    @Path("/{id}/on")
    public Response switchOn(@RestPath long id) {
        webhooks.switchOn(found(id).id());
        return back(id, "on");
    }

    @POST
    @Path("/{id}/removed")
    public Response remove(@RestPath long id) {
        webhooks.remove(found(id).id());
        return Html.seeOther("/desk/settings/webhooks");
    }

    @POST
    @Path("/{id}/messages/{message}/again")
    public Response again(@RestPath long id, @RestPath long message) {
        deliveries.again(found(id).id(), message);
        return back(id, "again");
    }

    private All page(String url, List<String> chosen, String error) {
        return new All(seats.now(), webhooks.all(), EventType.values(), url, chosen, error);
    }

    // A key is on a page that nobody keeps.
    private Uni<Response> one(long id, String key, String done) {
        return Html.secret(Html.page(200, new One(seats.now(), found(id), deliveries.latest(id, SHOWN), key, done)));
    }

    private Webhook found(long id) {
        var webhook = webhooks.find(id);
        if (webhook == null) throw new NotFoundException();
        return webhook;
    }

    private static Response back(long id, String done) {
        return Html.seeOther("/desk/settings/webhooks/" + id + "?done=" + done);
    }
}
