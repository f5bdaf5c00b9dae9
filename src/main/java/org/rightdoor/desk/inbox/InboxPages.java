package org.rightdoor.desk.inbox;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Alarms;
import org.rightdoor.desk.CasesFound;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Inbox;
import org.rightdoor.inquiry.InboxCounts;
import org.rightdoor.inquiry.InboxList;
import org.rightdoor.inquiry.InboxPage;
import org.rightdoor.inquiry.InboxRow;
import org.rightdoor.inquiry.InboxSearch;
import org.rightdoor.people.May;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.Department;

/** The lists a department works through. */
@Path("/desk")
@RolesAllowed(May.READ)
@Cancellable(false)
class InboxPages {

    record Overview(
            Seat seat,
            InboxView view,
            Sides sides,
            Sieve sieve,
            List<Line> lines,
            String next,
            Empty empty,
            Did did,
            long at,
            List<String> alarms)
            implements TemplateInstance {}

    /** What the side shows: the lists, the departments where there are several, one's own views. */
    record Sides(List<Link> lists, List<Link> departments, List<Link> views, boolean saved) {}

    /** Somewhere to go; the count is empty where nothing is counted. */
    record Link(String name, String href, boolean current, String count) {}

    /** Of the cases somebody asked about, those that are in the list they look at. */
    record Fitting(List<Long> numbers) {}

    @Inject
    Seats seats;

    @Inject
    Inbox inbox;

    @Inject
    InboxSearch search;

    @Inject
    InboxCounts counts;

    @Inject
    SavedViews savedViews;

    @Inject
    Assignees assignees;

    @Inject
    Alarms alarms;

    @Inject
    FreshPages fresh;

    @Inject
    Event<CasesFound> found;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> list(@RestQuery String after, @Context UriInfo uri, @Context RoutingContext asked) {
        var seat = seats.now();
        var view = InboxView.of(seat, uri.getQueryParameters()::getFirst);
        // Who looks for something is noted each time.
        if (!view.words().isEmpty()) return overview(seat, view, after, uri).chain(page -> Html.page(200, page));
        return fresh.page(seat, asked, () -> overview(seat, view, after, uri).chain(TemplateInstance::createUni));
    }

    private Uni<Overview> overview(Seat seat, InboxView view, String after, UriInfo uri) {
        var sight = seat.sight();
        // Before the first row is read: what changes from now on is heard of.
        var at = System.currentTimeMillis();
        var departments = seat.departments().stream().map(Department::key).toList();
        return inbox.page(view.query(after), sight)
                .invoke(page -> tell(seat, view, page))
                .chain(page -> lines(view, page)
                        .chain(lines -> counts.of(sight, departments).chain(counted -> savedViews
                                .of(seat.staff().id)
                                .chain(saved -> assignees.of(seat).chain(assignees -> alarms.of(seat)
                                        .map(alarms -> new Overview(
                                                seat,
                                                view,
                                                sides(seat, view, counted, saved),
                                                Sieve.of(seat, view, assignees),
                                                lines,
                                                page.next() == null ? null : view.hrefAfter(page.next()),
                                                Empty.of(view),
                                                Did.of(uri.getQueryParameters()::getFirst),
                                                at,
                                                alarms)))))));
    }

    /** Which of these cases are in the list that the address names: what a page asks when it hears that they changed. */
    @GET
    @Path("/fitting")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Fitting> fitting(@RestQuery("number") List<Long> numbers, @Context UriInfo uri) {
        var seat = seats.now();
        var view = InboxView.of(seat, uri.getQueryParameters()::getFirst);
        return inbox.fitting(view.query(null), seat.sight(), numbers).map(Fitting::new);
    }

    private void tell(Seat seat, InboxView view, InboxPage page) {
        if (view.words().isEmpty()) return;
        var numbers = page.rows().stream().map(InboxRow::number).toList();
        found.fire(new CasesFound(seat.staff(), numbers, view.words(), false));
    }

    private Uni<List<Line>> lines(InboxView view, InboxPage page) {
        if (view.words().isEmpty()) {
            return Uni.createFrom().item(page.rows().stream().map(Line::plain).toList());
        }
        var highlight = new Highlight(view.words());
        return search.said(page.rows()).map(said -> page.rows().stream()
                .map(row -> Line.marked(row, highlight, said.getOrDefault(row.number(), List.of())))
                .toList());
    }

    private static Sides sides(Seat seat, InboxView view, InboxCounts.Counts counts, List<SavedView> saved) {
        var here = view.href();
        return new Sides(
                Arrays.stream(InboxList.values())
                        .map(list -> new Link(
                                InboxView.title(list),
                                view.hrefOf(list),
                                list == view.list(),
                                count(counts.lists().get(list))))
                        .toList(),
                departments(seat, view, counts.openByDepartment()),
                saved.stream()
                        .map(own -> new Link(own.name(), own.href(), own.href().equals(here), ""))
                        .toList(),
                saved.stream().anyMatch(own -> own.href().equals(here)));
    }

    private static List<Link> departments(Seat seat, InboxView view, Map<String, Integer> open) {
        if (seat.departments().size() < 2) return List.of();
        var all = new Link(
                "All of mine", view.hrefWithout("department"), view.department().isEmpty(), "");
        return Stream.concat(
                        Stream.of(all),
                        seat.departments().stream()
                                .map(department -> new Link(
                                        department.name().in("en"),
                                        view.hrefWith("department", department.key()),
                                        department.key().equals(view.department()),
                                        count(open.get(department.key())))))
                .toList();
    }

    private static String count(Integer many) {
        if (many == null || many == 0) return "";
        return many >= InboxCounts.MOST ? InboxCounts.MOST - 1 + "+" : many.toString();
    }
}
