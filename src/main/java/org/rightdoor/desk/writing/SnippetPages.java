package org.rightdoor.desk.writing;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** One's own snippets: write, change, remove. */
@Path("/desk/snippets")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class SnippetPages {

    /** @param shared those of one's departments, which are written elsewhere */
    record Own(Seat seat, List<Snippet> own, List<Snippet> shared, Typed typed, List<String> languages, String done)
            implements TemplateInstance {}

    /**
     * What stands in the form.
     *
     * @param id of the snippet that is changed; null for a new one
     * @param fault what is wrong with it, or null
     */
    record Typed(Long id, String title, String text, String language, String fault) {

        static final Typed BLANK = new Typed(null, "", "", Translator.OURS, null);

        static Typed of(Long id, String title, String text, String language) {
            var clean = Writing.of(text, title, List.of(), "", Known.ALL);
            var known = language != null && LANGUAGES.contains(language) ? language : Translator.OURS;
            return new Typed(id, clean.translation().strip(), clean.text().strip(), known, null);
        }

        Typed wrong() {
            return new Typed(id, title, text, language, Snippet.fault(title, text));
        }
    }

    private static final List<String> LANGUAGES = List.of("en", "es", "pt", "ht", "vi", "zh", "ar");

    @Inject
    Seats seats;

    @Inject
    Snippets snippets;

    @GET
    public Uni<Response> own(@RestQuery Long change, @RestQuery String done) {
        var seat = seats.now();
        if (change == null) return page(200, seat, Typed.BLANK, done);
        return mine(change, seat)
                .chain(snippet ->
                        page(200, seat, new Typed(change, snippet.title, snippet.text, snippet.language, null), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(@RestForm String title, @RestForm String text, @RestForm String language) {
        var seat = seats.now();
        var typed = Typed.of(null, title, text, language).wrong();
        if (typed.fault() != null) return page(422, seat, typed, null);
        var snippet = new Snippet();
        snippet.staffId = seat.staff().id;
        snippet.title = typed.title();
        snippet.text = typed.text();
        snippet.language = typed.language();
        snippet.changedBy = seat.staff().name;
        return snippets.add(snippet).map(added -> Html.seeOther("/desk/snippets?done=kept"));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> change(
            @RestPath long id, @RestForm String title, @RestForm String text, @RestForm String language) {
        var seat = seats.now();
        var typed = Typed.of(id, title, text, language).wrong();
        return mine(id, seat)
                .chain(snippet -> typed.fault() != null
                        ? page(422, seat, typed, null)
                        : snippets.change(id, typed.title(), typed.text(), typed.language(), seat.staff().name)
                                .map(changed -> Html.seeOther("/desk/snippets?done=kept")));
    }

    @POST
    @Path("/{id}/removed")
    public Uni<Response> remove(@RestPath long id) {
        return mine(id, seats.now())
                .chain(snippet -> snippets.remove(id))
                .map(removed -> Html.seeOther("/desk/snippets?done=removed"));
    }

    private Uni<Snippet> mine(long id, Seat seat) {
        return snippets.find(id).invoke(snippet -> {
            if (snippet == null || !seat.staff().id.equals(snippet.staffId)) throw new NotFoundException();
        });
    }

    private Uni<Response> page(int status, Seat seat, Typed typed, String done) {
        var departments = seat.departments().stream().map(each -> each.key()).toList();
        return snippets.of(seat.staff().id).chain(own -> snippets.of(departments)
                .chain(shared -> Html.page(status, new Own(seat, own, shared, typed, LANGUAGES, done))));
    }
}
