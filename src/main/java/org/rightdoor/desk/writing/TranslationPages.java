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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** Answers in the family's language, and the family's messages in the desk's. */
@Path("/desk/inquiries/{number}/translations")
@RolesAllowed(May.READ)
@Cancellable(false)
class TranslationPages {

    /** A message with its translation; one of the two last is null. */
    record Translated(Seat seat, long number, String original, String text, String fault) implements TemplateInstance {}

    /** What a script gets; one of the two is null. */
    record Said(String text, String fault) {}

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Translator translator;

    /** An answer as it would be in the family's language. */
    @POST
    @RolesAllowed(May.WORK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Said> answer(@RestPath long number, @RestForm String text) {
        var seat = seats.now();
        var written = Writing.of(text).text();
        return access.demandWork(number, seat)
                .chain(() -> access.open(number, seat))
                .invoke(opened -> demandTranslator(opened.file()))
                .chain(opened -> said(written, Translator.OURS, opened.file().inquiry().language));
    }

    /** A message of the family in the desk's language. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Said> message(@RestPath long number, @RestPath long id) {
        return access.open(number, seats.now())
                .invoke(opened -> demandTranslator(opened.file()))
                .chain(opened ->
                        said(contact(opened.file(), id).text(), opened.file().inquiry().language, Translator.OURS));
    }

    @GET
    @Path("/{id}/page")
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> page(@RestPath long number, @RestPath long id) {
        var seat = seats.now();
        return access.open(number, seat)
                .invoke(opened -> demandTranslator(opened.file()))
                .chain(opened -> {
                    var original = contact(opened.file(), id).text();
                    return said(original, opened.file().inquiry().language, Translator.OURS)
                            .chain(said -> Html.secret(
                                    Html.page(200, new Translated(seat, number, original, said.text(), said.fault()))));
                });
    }

    private Uni<Said> said(String text, String from, String to) {
        return translator
                .translate(text, from, to)
                .map(translated -> new Said(translated, null))
                .onFailure(Translator.Silent.class)
                .recoverWithItem(silent -> new Said(null, silent.getMessage()));
    }

    private void demandTranslator(CaseFile file) {
        if (!translator.speaks(file.inquiry().language)) throw new NotFoundException();
    }

    private static TimelineEntry contact(CaseFile file, long id) {
        return file.timeline().stream()
                .filter(entry -> entry.isContact() && entry.id() == id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
