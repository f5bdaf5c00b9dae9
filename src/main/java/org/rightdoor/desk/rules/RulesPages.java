package org.rightdoor.desk.rules;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.RulesTrial;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.FaultyRules;

/** The rules in force, to read; edited ones are checked and tried out here before anybody takes them over. */
@Path("/desk/settings/rules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class RulesPages {

    private static final int MOST_SHOWN = 200;

    /** @param where file and line by key or id */
    record Rules(
            Seat seat,
            String directory,
            List<Source> sources,
            List<Trial> trials,
            String name,
            String text,
            String error)
            implements TemplateInstance {}

    /** A file of the rules as it stands. */
    record Source(String name, String text) {}

    record Tried(
            Seat seat,
            Trial trial,
            List<String> files,
            boolean stuck,
            boolean writable,
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
    CurrentKnowledge knowledge;

    @Inject
    Trials trials;

    @Inject
    Vertx vertx;

    @GET
    public Uni<Response> rules() {
        return page(200, "rules.yml", "", null);
    }

    /** @param files a ZIP of the directory, or single files of it; or one file pasted by name and text */
    @POST
    @Path("/trials")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> tryOut(
            @RestForm("files") List<FileUpload> files, @RestForm String name, @RestForm String text) {
        var by = seats.now().staff();
        return vertx.executeBlocking(() -> start(edited(files, name, text), by), false)
                .chain(trial -> trials.keep(trial.trial)
                        .invoke(() -> {
                            if (trial.rules != null) trials.replay(trial.trial, trial.rules, by);
                        })
                        .replaceWith(() -> Html.seeOther("/desk/settings/rules/trials/" + trial.trial.id)))
                .onFailure(EditedFiles.Unfit.class)
                .recoverWithUni(unfit -> page(422, name, text, unfit.getMessage()));
    }

    @GET
    @Path("/trials/{id}")
    public Uni<Response> trial(@RestPath String id) {
        return trialPage(200, id, null, null);
    }

    @GET
    @Path("/trials/{id}/rules.zip")
    @Produces("application/zip")
    public Uni<Response> zip(@RestPath String id) {
        return found(id).map(trial -> Response.ok(trial.files)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"routing-rules.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** Writes the files where they are read from; from there they are taken over as any change is. */
    @POST
    @Path("/trials/{id}/taken-over")
    public Uni<Response> takeOver(@RestPath String id) {
        return found(id).chain(trial -> {
            if (trial.state != Trial.State.DONE) {
                return trialPage(409, id, "Only what is free of faults and tried out can be taken over.", null);
            }
            return vertx.executeBlocking(() -> put(trial), false)
                    .chain(backup -> trials.takenOver(id).chain(() -> trialPage(200, id, null, backup)))
                    .onFailure(FaultyRules.class)
                    .recoverWithUni(faulty -> trialPage(
                            409,
                            id,
                            "The rules in force have changed meanwhile, and these do not fit them any more: "
                                    + faulty.getMessage(),
                            null))
                    .onFailure(IOException.class)
                    .recoverWithUni(failure ->
                            trialPage(500, id, "The files could not be written: " + failure.getMessage(), null));
        });
    }

    private record Started(Trial trial, RulesTrial rules) {}

    private Started start(EditedFiles edited, Staff by) throws IOException {
        var trial = Trial.of(edited.zipped(), by);
        var directory = edited.over(config.rules());
        try {
            var rules = RulesTrial.of(directory);
            trial.retrains = rules.retrains(knowledge.now());
            return new Started(trial, rules);
        } catch (FaultyRules faulty) {
            trial.found(faulty.faults().stream()
                    .map(fault -> directory.relativize(fault.file()) + ":" + fault.line() + ": " + fault.reason())
                    .toList());
            return new Started(trial, null);
        } finally {
            delete(directory);
        }
    }

    private String put(Trial trial) throws IOException {
        var edited = EditedFiles.unpacked(trial.files).changing(config.rules());
        var directory = edited.over(config.rules());
        try {
            RulesTrial.of(directory);
        } finally {
            delete(directory);
        }
        return edited.putInto(config.rules(), config.data()).toString();
    }

    private static EditedFiles edited(List<FileUpload> files, String name, String text) throws IOException {
        EditedFiles all = null;
        for (var upload : files == null ? List.<FileUpload>of() : files) {
            if (upload.size() == 0) continue;
            EditedFiles one;
            if (upload.fileName().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                try (var packed = Files.newInputStream(upload.uploadedFile())) {
                    one = EditedFiles.zip(packed);
                }
            } else {
                one = EditedFiles.one(folder(upload.fileName()), Files.readAllBytes(upload.uploadedFile()));
            }
            all = all == null ? one : all.and(one);
        }
        if (text != null && !text.isBlank()) {
            var pasted = EditedFiles.one(
                    name == null ? "" : name.strip(), text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            all = all == null ? pasted : all.and(pasted);
        }
        if (all == null) throw new EditedFiles.Unfit("Choose files, or paste one.");
        return all;
    }

    /** A browser tells no folder; a training file is known by its name. */
    private static String folder(String name) {
        return name.endsWith(".tsv") && !name.contains("/") ? "training/" + name : name;
    }

    private static void delete(java.nio.file.Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private Uni<Trial> found(String id) {
        return trials.find(id).onItem().ifNull().failWith(NotFoundException::new);
    }

    private Uni<Response> page(int status, String name, String text, String error) {
        var seat = seats.now();
        return vertx.executeBlocking(this::sources, false).chain(sources -> trials.latest()
                .chain(latest -> Html.page(
                        status,
                        new Rules(
                                seat,
                                config.rules().toString(),
                                sources,
                                latest,
                                name == null ? "" : name,
                                text == null ? "" : text,
                                error))));
    }

    private List<Source> sources() throws IOException {
        var sources = new ArrayList<Source>();
        for (var name : List.of("rules.yml", "departments.yml", "topics.yml", "never-answer.yml", "promises.yml")) {
            var file = config.rules().resolve(name);
            if (Files.exists(file)) sources.add(new Source(name, Files.readString(file)));
        }
        return sources;
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
