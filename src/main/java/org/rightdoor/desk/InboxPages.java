package org.rightdoor.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.inquiry.Inbox;
import org.rightdoor.inquiry.InboxPage;
import org.rightdoor.inquiry.InboxQuery;
import org.rightdoor.inquiry.InboxRow;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;

/** The list a department works through. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.READ)
@Cancellable(false)
class InboxPages {

    record Overview(
            Seat seat,
            InboxView view,
            List<Tab> tabs,
            List<Choice> departments,
            List<InboxRow> rows,
            String next,
            List<String> alarms)
            implements TemplateInstance {}

    /** One way to look at the inbox. */
    record Tab(String name, String href, boolean current) {}

    /** A department to look at, with its open cases; the key is empty for all that this person sees. */
    record Choice(String key, String name, long open, boolean current) {}

    @Inject
    Seats seats;

    @Inject
    Inbox inbox;

    @Inject
    Alarms alarms;

    @GET
    public Uni<Response> list(
            @RestQuery String view, @RestQuery String department, @RestQuery String q, @RestQuery String after) {
        var seat = seats.now();
        var looked = InboxView.of(seat, view, department, q);
        return rows(seat, looked, after)
                .chain(page -> inbox.openByDepartment(seat.sight()).chain(open -> alarms.of(seat)
                        .chain(alarms -> Html.page(200, page(seat, looked, page, open, alarms)))));
    }

    private Uni<InboxPage> rows(Seat seat, InboxView view, String after) {
        return inbox.page(new InboxQuery(seat.sight(), view.departments(), view.status(), view.words(), after));
    }

    private Overview page(Seat seat, InboxView view, InboxPage page, Map<String, Long> open, List<String> alarms) {
        var tabs = Arrays.stream(InboxView.Tab.values())
                .map(tab -> new Tab(tab.title, view.with(tab).href(null), tab == view.tab()))
                .toList();
        var choices = seat.departments().stream()
                .map(department -> new Choice(
                        department.key(),
                        department.name().in("en"),
                        open.getOrDefault(department.key(), 0L),
                        department.key().equals(view.department())))
                .toList();
        return new Overview(
                seat, view, tabs, choices, page.rows(), page.next() == null ? null : view.href(page.next()), alarms);
    }
}
