package org.rightdoor.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.AnswerSearch;
import org.rightdoor.answers.AnswerSearch.Found;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.AskedLately;
import org.rightdoor.understand.Reading;

/** Looks up answers and topics; the words sought become the question where nothing is found. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class SearchPages {

    record Results(Visit visit, Search search, AskedMost most, AskForm form) implements TemplateInstance {}

    /** What was sought and what was found; {@code q} is empty where nothing was sought. */
    record Search(String q, List<AnswerText> answers, List<TopicLink> topics) {

        static Search of(String sought, Found found, Visit visit) {
            return new Search(
                    sought,
                    found.answers().stream()
                            .map(answer -> AnswerText.of(answer, visit))
                            .toList(),
                    found.topics().stream().map(TopicLink::of).toList());
        }

        /** The words sought, as an address holds them. */
        public String query() {
            return Html.encoded(q);
        }

        public boolean inVain() {
            return !q.isEmpty() && answers.isEmpty() && topics.isEmpty();
        }
    }

    private static final int LONGEST = 500;

    private static final int UNDERSTOOD_AT_ONCE = 4;

    private final Semaphore free = new Semaphore(UNDERSTOOD_AT_ONCE);

    private volatile AnswerSearch latest;

    @Inject
    Visits visits;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    AskedLately lately;

    @Inject
    Vertx vertx;

    @GET
    public Uni<Response> search(@RestQuery String q) {
        var visit = visits.now();
        var known = knowledge.now();
        var sought = sought(q);
        var form = AskForm.carrying(sought, "", known.rules());
        return find(sought, known, visit.language())
                .map(found -> Search.of(sought, found, visit))
                .chain(search -> lately.topics("")
                        .map(topics -> AskedMost.of(topics, known))
                        .chain(most -> Html.page(200, new Results(visit, search, most, form), visit)));
    }

    // Reading takes milliseconds: off the event loop, and where many seek at once, by their letters alone.
    private Uni<Found> find(String sought, Knowledge known, String language) {
        if (sought.isEmpty()) return Uni.createFrom().item(Found.NOTHING);
        var understood = free.tryAcquire();
        return vertx.executeBlocking(
                        () -> searchOf(known)
                                .find(sought, understood ? known.classifier().read(sought) : Reading.NOTHING, language),
                        false)
                .onTermination()
                .invoke(() -> {
                    if (understood) free.release();
                });
    }

    private AnswerSearch searchOf(Knowledge known) {
        var current = latest;
        if (current == null || !current.isOf(known)) {
            current = new AnswerSearch(known);
            latest = current;
        }
        return current;
    }

    private static String sought(String q) {
        var sought = q == null ? "" : q.strip();
        return sought.substring(0, Math.min(sought.length(), LONGEST));
    }
}
