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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A browser that did not open the case: it says no words of it until its owner has typed in a code. */
@Path("/cases/{token}")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class MyDevicePages {

    /**
     * @param standing who has the case and its state, or null where the link does not open the whole of it
     * @param ways addresses a code can go to, masked
     * @param sent true when a code is on its way
     * @param minutes how long a code works
     * @param error what to say about the code that was typed, or null
     */
    record Confirm(
            Visit visit,
            String token,
            long number,
            CasePage standing,
            List<CodeWay> ways,
            boolean sent,
            long minutes,
            String error)
            implements TemplateInstance {}

    @Inject
    Visits visits;

    @Inject
    MyCases cases;

    @Inject
    CodeWays ways;

    @Inject
    DeviceCodes codes;

    @Inject
    Devices devices;

    /** Whether a code leaves or one has just left is not told: whoever guesses learns nothing. */
    @POST
    @Path("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> send(@RestPath String token, @RestForm String by) {
        var visit = visits.now().at("/cases/" + token);
        return cases.find(token).chain(mine -> {
            if (mine == null) return cases.unknown(visit);
            if (mine.trusted()) return Uni.createFrom().item(Html.seeOther("/cases/" + token));
            var theirs = visits.writtenIn(mine.file().inquiry().language, visit);
            return ways.to(mine.file())
                    .map(all -> all.stream().filter(way -> way.by().equals(by)).findFirst())
                    .chain(way -> way.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : codes.send(token, mine.number(), way.get().destination(), theirs.language()))
                    .replaceWith(() -> Html.seeOther("/cases/" + token + "?code=sent"));
        });
    }

    @POST
    @Path("/device")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> confirm(@RestPath String token, @RestForm String code) {
        var visit = visits.now().at("/cases/" + token);
        return cases.find(token).chain(mine -> {
            if (mine == null) return cases.unknown(visit);
            return codes.confirm(token, code)
                    .chain(right -> right
                            ? Uni.createFrom()
                                    .item(Response.fromResponse(Html.seeOther("/cases/" + token))
                                            .cookie(devices.trust(token))
                                            .build())
                            : ask(422, visit, mine, true, true));
        });
    }

    /** The page that asks for a code. */
    Uni<Response> ask(int status, Visit visit, MyCase mine, boolean sent, boolean wrong) {
        var theirs = visits.writtenIn(mine.file().inquiry().language, visit);
        var standing = mine.link().whole ? cases.page(mine, null, theirs) : null;
        var error = wrong ? theirs.texts().codeWrong() : null;
        var number = mine.number();
        var minutes = DeviceCodes.LASTS.toMinutes();
        return ways.to(mine.file())
                .chain(all -> Html.secret(Html.page(
                        status,
                        new Confirm(theirs, mine.link().token, number, standing, all, sent, minutes, error),
                        theirs)));
    }
}
