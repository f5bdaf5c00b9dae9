package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.learning.LearnedText;
import org.rightdoor.learning.LearnedTexts;
import org.rightdoor.learning.LearnedTexts.Listed;
import org.rightdoor.learning.ModelVersions;
import org.rightdoor.people.May;
import org.rightdoor.portal.Download;
import org.rightdoor.portal.Html;

/** For administrators: what RightDoor has learned from corrections, what came of it, and how to take it back. */
@Path("/desk/settings/learned")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class LearnedPages {

    private static final String PATH = "/desk/settings/learned";
    private static final int MOST_VERSIONS = 50;

    record Learned(Seat seat, Lessons lessons, String done, String error) implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    LearnedTexts texts;

    @Inject
    ModelVersions versions;

    @Inject
    Event<CasesFound> found;

    @GET
    public Uni<Response> learned(@RestQuery String done) {
        return page(200, done, null);
    }

    /** As a training file, {@code topic<TAB>text}: for a person to read before it goes into {@code routing-rules/training/}. */
    @GET
    @Path("/learned.tsv")
    @Produces(MediaType.WILDCARD)
    public Uni<Response> export() {
        return texts.newest(Integer.MAX_VALUE)
                .map(all -> all.stream().filter(Listed::mayBeExported).toList())
                .invoke(this::areSeen)
                .map(all -> Response.ok(lines(all.stream()
                                .map(Listed::text)
                                .map(text -> text.topic + "\t" + text.text + "\n")
                                .sorted()
                                .collect(Collectors.joining())))
                        .type("text/tab-separated-values; charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition("learned.tsv"))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @POST
    @Path("/texts/{id}/removed")
    public Uni<Response> remove(@RestPath long id) {
        return changed(texts.remove(id, seats.now().actor()), "removed");
    }

    @POST
    @Path("/texts/{id}/again")
    public Uni<Response> learnAgain(@RestPath long id) {
        return changed(texts.learnAgain(id), "again");
    }

    @POST
    @Path("/texts/{id}/reviewed")
    public Uni<Response> markReviewed(@RestPath long id) {
        return changed(texts.markReviewed(id, seats.now().actor()), "reviewed");
    }

    @POST
    @Path("/versions/{number}/in-force")
    public Uni<Response> goBackTo(@RestPath long number) {
        return versions.goBackTo(number, seats.now().actor())
                .map(version -> Html.seeOther(PATH + "?done=back"))
                .onFailure(IllegalStateException.class)
                .recoverWithUni(misuse -> page(409, null, misuse.getMessage()));
    }

    private void areSeen(List<Listed> shown) {
        found.fire(new CasesFound(
                seats.now().staff(), shown.stream().map(Listed::inquiryNumber).toList(), "Learned texts", false));
    }

    private static String lines(String lines) {
        return "# Learned from corrections at the desk. Read every line before it goes into a training file.\n" + lines;
    }

    private static Uni<Response> changed(Uni<LearnedText> change, String done) {
        return change.map(text -> {
            if (text == null) throw new NotFoundException();
            return Html.seeOther(PATH + "?done=" + done);
        });
    }

    private Uni<Response> page(int status, String done, String error) {
        var seat = seats.now();
        var accuracy = knowledge.now().classifier().heldOutAccuracy();
        return texts.newest(Lessons.MOST_TEXTS)
                .invoke(this::areSeen)
                .chain(learned ->
                        versions.latest(MOST_VERSIONS).map(latest -> Lessons.of(seat, learned, latest, accuracy)))
                .chain(lessons -> Html.secret(Html.page(status, new Learned(seat, lessons, done, error))));
    }
}
