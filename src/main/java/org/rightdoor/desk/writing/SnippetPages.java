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
import org.rightdoor.routing.Department;

/** One's own snippets, and those of the departments one leads: write, change, remove. */
@Path("/desk/snippets")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class SnippetPages {

    /**
     * @param shared those of one's departments
     * @param led the departments for which this person writes
     */
    record Own(
            Seat seat,
            List<Snippet> own,
            List<Snippet> shared,
            List<Department> led,
            Typed typed,
            List<String> languages,
            String done)
            implements TemplateInstance {}

    /**
     * What stands in the form.
     *
     * @param id of the snippet that is changed; null for a new one
     * @param department key of the department whose it is; empty for one's own
     * @param fault what is wrong with it, or null
     */
    record Typed(Long id, String department, String title, String text, String language, String fault) {

        static final Typed BLANK = new Typed(null, "", "", "", Translator.OURS, null);

        static Typed of(Long id, String department, String title, String text, String language) {
            var clean = Writing.of(text, title, List.of(), "", Known.ALL);
            var known = language != null && LANGUAGES.contains(language) ? language : Translator.OURS;
            return new Typed(
                    id,
                    department == null ? "" : department,
                    clean.translation().strip(),
                    clean.text().strip(),
                    known,
                    null);
        }

        static Typed of(Snippet snippet) {
            return of(snippet.id, snippet.department, snippet.title, snippet.text, snippet.language);
        }

        Typed wrong() {
            return new Typed(id, department, title, text, language, Snippet.fault(title, text));
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
        return writable(change, seat).chain(snippet -> page(200, seat, Typed.of(snippet), null));
    }

    /** @param department key of the department to which it is given, by one who leads it; empty to keep it oneself */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(
            @RestForm String department, @RestForm String title, @RestForm String text, @RestForm String language) {
        var seat = seats.now();
        var typed = Typed.of(null, department, title, text, language).wrong();
        var own = typed.department().isEmpty();
        if (!own && !seat.staff().leads(typed.department())) throw new NotFoundException();
        if (typed.fault() != null) return page(422, seat, typed, null);
        var snippet = new Snippet();
        if (own) snippet.staffId = seat.staff().id;
        else snippet.department = typed.department();
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
        return writable(id, seat).chain(snippet -> {
            var typed = Typed.of(id, snippet.department, title, text, language).wrong();
            return typed.fault() != null
                    ? page(422, seat, typed, null)
                    : snippets.change(id, typed.title(), typed.text(), typed.language(), seat.staff().name)
                            .map(changed -> Html.seeOther("/desk/snippets?done=kept"));
        });
    }

    @POST
    @Path("/{id}/removed")
    public Uni<Response> remove(@RestPath long id) {
        return writable(id, seats.now())
                .chain(snippet -> snippets.remove(id))
                .map(removed -> Html.seeOther("/desk/snippets?done=removed"));
    }

    private Uni<Snippet> writable(long id, Seat seat) {
        return snippets.find(id).invoke(snippet -> {
            if (snippet == null || !isWrittenBy(seat, snippet)) throw new NotFoundException();
        });
    }

    private static boolean isWrittenBy(Seat seat, Snippet snippet) {
        return snippet.department == null
                ? seat.staff().id.equals(snippet.staffId)
                : seat.staff().leads(snippet.department);
    }

    private Uni<Response> page(int status, Seat seat, Typed typed, String done) {
        var keys = seat.departments().stream().map(Department::key).toList();
        var led = seat.departments().stream()
                .filter(department -> seat.staff().leads(department.key()))
                .toList();
        return snippets.of(seat.staff().id).chain(own -> snippets.of(keys)
                .chain(shared -> Html.page(status, new Own(seat, own, shared, led, typed, LANGUAGES, done))));
    }
}
