package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.portal.Poster.Paper;

/**
 * A poster for each school, to be printed: {@code language} is one that the district speaks, {@code paper} is
 * {@code letter} or {@code a4}.
 */
@Path("/posters")
class PosterPages {

    private static final String AN_HOUR = "public, max-age=3600";

    @Inject
    Config config;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Vertx vertx;

    /** Leads from a form, which cannot put a choice into the middle of an address, to the poster. */
    @GET
    public Response chosen(
            @RestQuery String school,
            @RestQuery @DefaultValue("") String language,
            @RestQuery @DefaultValue("") String paper) {
        if (!knowledge.now().rules().schools().containsKey(school)) throw new NotFoundException();
        return Response.seeOther(UriBuilder.fromPath("/posters/{school}.pdf")
                        .queryParam("language", "{language}")
                        .queryParam("paper", "{paper}")
                        .build(school, language, paper))
                .build();
    }

    @GET
    @Path("/{school}.pdf")
    public Uni<Response> poster(String school, @RestQuery String language, @RestQuery String paper) {
        var rules = knowledge.now().rules();
        var known = rules.schools().get(school);
        var languages = rules.district().languages();
        if (known == null) throw new NotFoundException();
        var spoken = languages.contains(language) ? language : languages.get(0);
        var poster = new Poster(rules.district(), known, spoken, config.publicUrl());
        var size = "a4".equalsIgnoreCase(paper) ? Paper.A4 : Paper.LETTER;
        // Drawing letters takes a good part of a second: off the event loop, and one after the other.
        return vertx.executeBlocking(() -> answer(poster, size));
    }

    private static Response answer(Poster poster, Paper paper) throws Exception {
        var unwritable = poster.unwritable();
        if (!unwritable.isEmpty()) return noFont(unwritable);
        return Response.ok(poster.pdf(paper), "application/pdf")
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + poster.school().key() + ".pdf\"")
                .build();
    }

    private static Response noFont(List<String> languages) {
        return Response.status(Response.Status.NOT_IMPLEMENTED)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity("This server has no font that can write: " + String.join(", ", languages)
                        + ". Install one, such as fonts-noto-core or fonts-wqy-microhei of Debian, and start again.")
                .build();
    }
}
