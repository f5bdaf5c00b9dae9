package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Deeds;
import org.rightdoor.inquiry.Merges;
import org.rightdoor.people.May;

/** Cases of one matter become one; they are taken apart again by undoing that. */
@Path("/desk/inquiries/{number}/merged")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class MergePages {

    private static final int MOST = 20;

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Merges merges;

    /**
     * @param with numbers of the cases that become part of this one, ticked
     * @param typed more of them, as people write them: {@code #1043, 1044}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> merge(
            @RestPath long number, @RestForm List<String> with, @RestForm String typed, @RestForm String seen) {
        var seat = seats.now();
        var draft = Draft.of("merge", typed);
        var written = Stream.concat(
                        with == null ? Stream.<String>of() : with.stream(),
                        Arrays.stream(draft.typed().split("[\\s,;#]+")))
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
        if (written.isEmpty()) return desk.wrong(number, seat, draft, "Choose a case, or type its number.");
        if (written.size() > MOST || !written.stream().allMatch(word -> word.matches("\\d{1,15}"))) {
            return desk.wrong(number, seat, draft, "Type up to " + MOST + " numbers of cases, such as 1043, 1044.");
        }
        var others = written.stream().map(Long::valueOf).toList();
        return workable(others, seat)
                .chain(all -> all
                        ? desk.deed(
                                number,
                                seat,
                                draft,
                                "merged",
                                () -> merges.merge(number, others, seat.actor(), Seen.read(seen)::check))
                        : desk.wrong(
                                number, seat, draft, "One of these cases does not exist, or is not yours to merge."));
    }

    private Uni<Boolean> workable(List<Long> numbers, Seat seat) {
        return Deeds.inOrder(numbers, number -> access.demandWork(number, seat))
                .replaceWith(true)
                .onFailure(NotFoundException.class)
                .recoverWithItem(false);
    }
}
