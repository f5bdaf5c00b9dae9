package org.rightdoor.desk.rules;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** What edited rules would change, and taking them over. */
@Path("/desk/settings/rules/trials/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class TrialPages {

    private static final int MOST_SHOWN = 200;

    private static final String OVERTAKEN =
            "The rules have changed since these were tried out: they may do something else"
                    + " than is shown here, and undo what others have changed. Try them out again, then decide.";

    private static final class Overtaken extends RuntimeException {}

    record Tried(
            Seat seat,
            Trial trial,
            List<String> files,
            boolean stuck,
            boolean writable,
            boolean overtaken,
            List<Move> moves,
            List<Trial.Change> changes,
            int unseen,
            String error,
            String done)
            implements TemplateInstance {}

    /** How many cases would go from one department to another; the same twice where only topic or priority change. */
    record Move(String from, String to, int count) {}

    @Inject
    Seats seats;

    @Inject
    Config config;

    @Inject
    Trials trials;

    @Inject
    Vertx vertx;

    @GET
    public Uni<Response> trial(@RestPath String id) {
        return trialPage(200, id, null, null);
    }

    @GET
    @Path("/rules.zip")
    @Produces("application/zip")
    public Uni<Response> zip(@RestPath String id) {
        return found(id).map(trial -> Response.ok(trial.files)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"routing-rules.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** The same files over the rules that are in force now. */
    @POST
    @Path("/again")
    public Uni<Response> again(@RestPath String id) {
        var by = seats.now().staff();
        return found(id)
                .chain(trial -> vertx.executeBlocking(() -> EditedFiles.unpacked(trial.files), false))
                .chain(edited -> trials.tryOut(edited, by))
                .map(trial -> Html.seeOther(trial.page()));
    }

    /** Writes the files where they are read from; from there they are taken over as any change is. */
    @POST
    @Path("/taken-over")
    public Uni<Response> takeOver(@RestPath String id) {
        return found(id).chain(trial -> {
            if (trial.state != Trial.State.DONE) {
                return trialPage(409, id, "Only what is free of faults and tried out can be taken over.", null);
            }
            return vertx.executeBlocking(() -> put(trial), false)
                    .chain(backup -> trials.takenOver(id).chain(() -> trialPage(200, id, null, backup)))
                    .onFailure(Overtaken.class)
                    .recoverWithUni(overtaken -> trialPage(409, id, OVERTAKEN, null))
                    .onFailure(IOException.class)
                    .recoverWithUni(failure ->
                            trialPage(500, id, "The files could not be written: " + failure.getMessage(), null));
        });
    }

    private String put(Trial trial) throws IOException {
        if (isOvertaken(trial)) throw new Overtaken();
        var edited = EditedFiles.unpacked(trial.files).changing(config.rules());
        return edited.putInto(config.rules(), config.data()).toString();
    }

    private boolean isOvertaken(Trial trial) throws IOException {
        return !EditedFiles.fingerprint(config.rules()).equals(trial.triedOver);
    }

    private Uni<Trial> found(String id) {
        return trials.find(id).onItem().ifNull().failWith(NotFoundException::new);
    }

    private Uni<Response> trialPage(int status, String id, String error, String backup) {
        var seat = seats.now();
        return found(id).chain(trial -> {
            var changes = trial.changes();
            var numbers = changes.stream().map(Trial.Change::number).toList();
            return trials.readable(numbers, Sight.of(seat.staff()))
                    .chain(readable -> Html.page(status, page(seat, trial, changes, readable, error, backup)));
        });
    }

    private Tried page(
            Seat seat, Trial trial, List<Trial.Change> changes, Set<Long> readable, String error, String backup) {
        var seen = changes.stream()
                .filter(change -> readable.contains(change.number()))
                .toList();
        try {
            return new Tried(
                    seat,
                    trial,
                    List.copyOf(EditedFiles.unpacked(trial.files).byPath().keySet()),
                    trial.isStuck(Instant.now()),
                    EditedFiles.isWritable(config.rules()),
                    trial.state == Trial.State.DONE && isOvertaken(trial),
                    moves(seat, seen),
                    seen.stream().limit(MOST_SHOWN).toList(),
                    Math.max(0, seen.size() - MOST_SHOWN),
                    error,
                    backup);
        } catch (IOException impossible) {
            throw new IllegalStateException("A ZIP in memory can be read", impossible);
        }
    }

    private static List<Move> moves(Seat seat, List<Trial.Change> changes) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        changes.forEach(change -> counts.merge(List.of(change.from(), change.to()), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .map(move -> new Move(
                        seat.departmentName(move.getKey().get(0)),
                        seat.departmentName(move.getKey().get(1)),
                        move.getValue()))
                .toList();
    }
}
