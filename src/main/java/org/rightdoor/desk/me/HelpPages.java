package org.rightdoor.desk.me;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** What to press, for those who want to read it once. */
@Path("/desk/help")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class HelpPages {

    /** The keys that every page shares; a page shows its own by "?". */
    private static final List<Key> KEYS = List.of(
            new Key("Ctrl K", "Go to a page or a case, or do something"),
            new Key("Ctrl Enter", "Send what you are writing"),
            new Key("?", "The keys of the page you are on"),
            new Key("/", "Search"),
            new Key("j", "Next in the list"),
            new Key("k", "Previous in the list"),
            new Key("o", "Open it"),
            new Key("r", "Reply"),
            new Key("n", "Note for colleagues"),
            new Key("t", "Take"),
            new Key("a", "Assign"),
            new Key("h", "Hand over"),
            new Key("s", "Snooze"),
            new Key("m", "Merge"),
            new Key("e", "Resolve"),
            new Key("c", "Change the topic"),
            new Key("l", "Priority and tags"),
            new Key("q", "Ask a department"),
            new Key("x", "Split"),
            new Key("z", "Undo"),
            new Key("p", "Print"));

    record Help(Seat seat, List<Key> keys) implements TemplateInstance {}

    record Key(String key, String does) {}

    @Inject
    Seats seats;

    @GET
    public Uni<Response> help() {
        return Html.page(200, new Help(seats.now(), KEYS));
    }
}
