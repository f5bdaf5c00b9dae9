package org.rightdoor.desk.rules;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** The rules in force, to read; edited ones are handed in here to be checked and tried out. */
@Path("/desk/settings/rules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class RulesPages {

    /** @param directory where the files lie */
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

    @Inject
    Seats seats;

    @Inject
    Config config;

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
        return vertx.executeBlocking(() -> Uploaded.of(files, name, text), false)
                .chain(edited -> trials.tryOut(edited, by))
                .map(trial -> Html.seeOther(trial.page()))
                .onFailure(EditedFiles.Unfit.class)
                .recoverWithUni(unfit -> page(422, name, text, unfit.getMessage()));
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
}
