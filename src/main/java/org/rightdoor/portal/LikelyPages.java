package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * What a question will meet, told while it is being typed: {@code text} and perhaps {@code school} as a form, because
 * what a family types never stands in an address, where proxies would keep it. A piece of a page, or 204 where there is
 * too little to say or too many are asking at once.
 */
@Path("/ask/likely")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class LikelyPages {

    record Shown(Visit visit, Likely likely) implements TemplateInstance {}

    @Inject
    Visits visits;

    @Inject
    TypedTexts typed;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> likely(@RestForm String text, @RestForm String school) {
        var visit = visits.now();
        return typed.read(text, school, visit)
                .chain(likely -> likely == null
                        ? Uni.createFrom().item(Response.noContent().build())
                        : Html.secret(Html.page(200, new Shown(visit, likely), visit)));
    }
}
