package org.rightdoor.channel.sms;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.people.Address;

/** A family's telephone on the screen, in the demo. */
@Path("/demo/phone")
@Produces(MediaType.TEXT_HTML)
public class DemoPhonePages {

    /** Somebody to be; the numbers are of those that are given to nobody. */
    record Family(String name, String number) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("Grace Kim", "+14105550141"),
            new Family("Ana Ruiz (Spanish)", "+14105550142"),
            new Family("Marcus Hill", "+14105550143"),
            new Family("Fatima Haddad", "+14105550144"));

    record phone(
            List<Family> families,
            String number,
            String district,
            List<DemoConversations.Bubble> bubbles,
            String text,
            String error)
            implements TemplateInstance {}

    @Inject
    Config config;

    @Inject
    DemoConversations conversations;

    @Inject
    DemoCarrier carrier;

    @GET
    public TemplateInstance show(@QueryParam("number") String typed) {
        requireDemo();
        if (typed == null) return page(FAMILIES.get(0).number(), "", null);
        var number = Address.phone(typed);
        return number.isPresent()
                ? page(number.get(), "", null)
                : page(FAMILIES.get(0).number(), "", "“" + typed + "” is not a telephone number.");
    }

    @POST
    @Cancellable(false)
    public Uni<Response> text(
            @Context HttpServerRequest request, @FormParam("number") String typed, @FormParam("text") String text) {
        requireDemo();
        var number = Address.phone(typed).orElse(FAMILIES.get(0).number());
        var written = text == null ? "" : text;
        return carrier.toDistrict(number, written, request.localAddress().port())
                .map(status -> status == 200 ? backTo(number) : notSent(number, written, status))
                .onFailure()
                .recoverWithItem(failure -> notSent(number, written, 0));
    }

    private static Response backTo(String number) {
        var page = UriBuilder.fromPath("/demo/phone")
                .queryParam("number", "{number}")
                .build(number);
        return Response.seeOther(page).build();
    }

    private Response notSent(String number, String text, int status) {
        var error = "Not sent: the district's system " + (status == 0 ? "gave no answer." : "answered " + status + ".");
        return Response.status(Response.Status.BAD_GATEWAY)
                .entity(page(number, text, error))
                .build();
    }

    private TemplateInstance page(String number, String text, String error) {
        var district = config.twilio().from().orElseThrow();
        return new phone(FAMILIES, number, district, conversations.of(number), text, error);
    }

    private void requireDemo() {
        if (!DemoPhone.isPluggedIn(config)) throw new NotFoundException();
    }
}
