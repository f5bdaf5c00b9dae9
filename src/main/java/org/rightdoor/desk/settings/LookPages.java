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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** An administrator who must look at a confidential case says why, and sees it for an hour. */
@Path("/desk/settings/confidential")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class LookPages {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

    /** @param number as typed */
    record Look(Seat seat, String number, String reason, String error) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    ConfidentialCases confidential;

    @GET
    public Uni<Response> ask() {
        return page(200, "", "", null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> look(@RestForm String number, @RestForm String reason) {
        var typed = number == null ? "" : number.strip();
        var digits = typed.replaceFirst("^#", "");
        var why = reason == null ? "" : reason.replace("\0", "").strip();
        if (!digits.matches("\\d{1,15}")) return page(422, typed, why, "Give the number of the case.");
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            return page(422, typed, why, "Say why in a sentence; those named on the case read it.");
        }
        return confidential
                .look(Long.parseLong(digits), why, seats.now().staff())
                .chain(inquiry -> inquiry == null
                        ? page(404, typed, why, "There is no confidential case of this number.")
                        : Uni.createFrom().item(Html.seeOther("/desk/inquiries/" + inquiry.number)));
    }

    private Uni<Response> page(int status, String number, String reason, String error) {
        return Html.secret(Html.page(status, new Look(seats.now(), number, reason, error)));
    }
}
