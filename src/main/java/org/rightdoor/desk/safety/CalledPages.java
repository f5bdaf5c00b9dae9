package org.rightdoor.desk.safety;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.portal.Html;
import org.rightdoor.safety.Alert;
import org.rightdoor.safety.AlertBook;
import org.rightdoor.safety.AlertRow;
import org.rightdoor.safety.Alerts;

/**
 * Where the link in a text leads: one press says "I have it", without a log-in, for seconds count. Nothing of the family's is
 * on this page; to read the case one logs in. A mere look changes nothing, because programs look at links too.
 */
@Path("/called/{token}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class CalledPages {

    /** @param first true when this person was the first to say so */
    record Called(String district, AlertRow.Called called, Alert alert, String title, boolean first)
            implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AlertBook book;

    @Inject
    Alerts alerts;

    @GET
    public Uni<Response> look(@RestPath String token) {
        return called(token).chain(called -> book.alert(called.notice().alertId).chain(alert -> page(called, alert)));
    }

    @POST
    public Uni<Response> acknowledge(@RestPath String token) {
        return called(token).chain(called -> alerts.acknowledge(
                        called.notice().alertId, new Actor(called.name(), called.notice().staffId))
                .replaceWith(() -> Html.seeOther("/called/" + token)));
    }

    private Uni<AlertRow.Called> called(String token) {
        return book.called(token).invoke(called -> {
            if (called == null) throw new NotFoundException();
        });
    }

    private Uni<Response> page(AlertRow.Called called, Alert alert) {
        var first = alert.acknowledgedBy != null && alert.acknowledgedBy == called.notice().staffId;
        var district = knowledge.districtName();
        return Html.secret(Html.page(200, new Called(district, called, alert, alerts.title(alert.category), first)));
    }
}
