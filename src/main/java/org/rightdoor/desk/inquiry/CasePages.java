package org.rightdoor.desk.inquiry;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.DuePages;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.reply.Proposal;
import org.rightdoor.reply.Proposals;

/** One case at the desk: its whole history, what one should know, and what can be done. */
@Path("/desk/inquiries/{number}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class CasePages {

    record Case(
            Seat seat,
            Sheet sheet,
            ReplyBox box,
            List<DuePages.Line> promises,
            Map<String, String> failing,
            List<Proposal> proposals,
            String done)
            implements TemplateInstance {}

    /** When the case cannot be shown: what was typed, to be sent again. */
    record Unsent(Seat seat, long number, Draft draft) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CaseDesk desk;

    @Inject
    SuggestedAnswers suggested;

    @Inject
    Proposals proposals;

    /**
     * @param answer id of an approved answer to begin with, or null
     * @param again id of a returned answer to write again, or null
     */
    @GET
    public Uni<Response> show(
            @RestPath long number, @RestQuery String answer, @RestQuery Long again, @RestQuery String done) {
        var seat = seats.now();
        if (again == null) {
            return desk.page(
                    200, number, seat, file -> answer == null ? Draft.BLANK : suggested.begin(answer, file), done);
        }
        return proposals
                .find(number, again)
                .chain(returned -> desk.page(200, number, seat, file -> again(returned, seat), done));
    }

    private static Draft again(Proposal returned, Seat seat) {
        return returned == null || returned.staffId != seat.staff().id
                ? Draft.BLANK
                : Draft.reply(returned.text, Arrays.asList(returned.channels), returned.answerId);
    }
}
