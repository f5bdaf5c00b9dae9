package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.channel.sms.Finding;
import org.rightdoor.channel.sms.TwilioCheck;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Whether text messages are set up as they must be, looked at with every visit. */
@Path("/desk/settings/texts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class TextSetUpPages {

    record SetUp(Seat seat, List<Finding> findings, boolean allGood) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    TwilioCheck check;

    @GET
    public Uni<Response> look() {
        var seat = seats.now();
        return check.findings().chain(findings -> {
            var allGood = findings.stream().allMatch(finding -> finding.state() == Finding.State.GOOD);
            return Html.secret(Html.page(200, new SetUp(seat, findings, allGood)));
        });
    }
}
