package org.rightdoor.portal;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Clarification;
import org.rightdoor.inquiry.Inquiries;

/** The cases of families, each behind its secret link and, on a second device, a code. */
@ApplicationScoped
class MyCases {

    @Inject
    Inquiries inquiries;

    @Inject
    CaseFiles caseFiles;

    @Inject
    Config config;

    @Inject
    Devices devices;

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    CurrentVertxRequest request;

    /** The case behind that link, or null when it opens none. */
    Uni<MyCase> find(String token) {
        // Taken now: the request is at hand only where the work for it begins.
        var trusted = devices.isTrusted(request.getCurrent(), token);
        return inquiries
                .link(token)
                .chain(link -> link == null
                        ? Uni.createFrom().nullItem()
                        : caseFiles
                                .ofFamily(link.inquiryNumber)
                                .invoke(file -> LinkExpired.check(file.inquiry(), config.caseLinkLasts()))
                                .map(file -> new MyCase(link, file, trusted || MyCase.isAnonymous(file))));
    }

    /** The case as its family sees it; {@code asked} is what the family may still say about where it belongs, or null. */
    CasePage page(MyCase mine, Clarification asked, Visit visit) {
        return new CasePage(mine.file(), asked, knowledge.now().rules(), visit);
    }

    /** Does it with the whole case if this browser may; a link that opens none, and one that may not, look alike. */
    Uni<Response> withMine(String token, Function<MyCase, Uni<Response>> work) {
        return with(token, MyCase::isMine, work);
    }

    /** Does it with what was written through the link if this browser may. */
    Uni<Response> withTrusted(String token, Function<MyCase, Uni<Response>> work) {
        return with(token, MyCase::trusted, work);
    }

    /** What to say where a link opens nothing. */
    Uni<Response> unknown(Visit visit) {
        var texts = visit.texts();
        var hint = texts.problemNoCaseHint(visit.district().phone());
        return Html.secret(Html.page(404, new Problems.Problem(visit, texts.problemNoCase(), hint), visit));
    }

    private Uni<Response> with(String token, Predicate<MyCase> may, Function<MyCase, Uni<Response>> work) {
        var visit = visits.now();
        return find(token).chain(mine -> mine == null || !may.test(mine) ? unknown(visit) : work.apply(mine));
    }
}
