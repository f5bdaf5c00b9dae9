package org.rightdoor.desk.safety;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;
import org.rightdoor.safety.OnCall;
import org.rightdoor.safety.Rota;
import org.rightdoor.safety.Rotas;

/** For administrators: who is called for what, in which order, who is on call, and by which telephone. */
@Path("/desk/settings/safety")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class SafetySettingsPages {

    /** So many can be named for a category, and there is always room for one more than are. */
    private static final int MOST_PEOPLE = 6;

    /**
     * Who is called for a category.
     *
     * @param chosen ids in their order; null stands for nobody at that place
     */
    record Chain(String category, String title, List<Long> chosen) {}

    record Day(int number, String name) {}

    /** @param named those on any list, whose telephones are asked for */
    record Settings(
            Seat seat,
            List<Chain> chains,
            List<OnCall> onCall,
            List<Day> days,
            List<Staff> staff,
            List<Staff> named,
            Rota rota,
            boolean on,
            String familyText,
            String error,
            String done)
            implements TemplateInstance {}

    @Inject
    Seats seats;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    StaffMembers members;

    @Inject
    Rotas rotas;

    @GET
    public Uni<Response> settings(@RestQuery String done) {
        return rotas.now().chain(rota -> page(200, rota, null, done));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> write(MultivaluedMap<String, String> typed) {
        seats.now();
        return active().chain(staff -> {
            var ids = staff.stream().map(member -> member.id).collect(Collectors.toSet());
            var form = new RotaForm(
                    typed, knowledge.now().safety().rules().categories().keySet(), ids);
            var fault = form.fault();
            if (fault.isPresent()) return rotas.now().chain(rota -> page(422, rota, fault.get(), null));
            return rotas.write(form.rota(), form.phones())
                    .replaceWith(() -> Html.seeOther("/desk/settings/safety?done=kept"));
        });
    }

    private Uni<List<Staff>> active() {
        return members.all()
                .map(all -> all.stream().filter(member -> member.active).toList());
    }

    private Uni<Response> page(int status, Rota rota, String error, String done) {
        var seat = seats.now();
        var safety = knowledge.now().safety();
        var categories = safety.rules().categories();
        var chains = Stream.concat(
                        Stream.of(chain(Rota.ALL, "Every category without a list of its own", rota)),
                        categories.values().stream()
                                .map(category ->
                                        chain(category.key(), category.title().in("en"), rota)))
                .toList();
        return active().chain(staff -> Html.secret(Html.page(
                status,
                new Settings(
                        seat,
                        chains,
                        rota.onCall(),
                        days(),
                        staff,
                        named(rota, staff),
                        rota,
                        rota.isOn(categories.keySet()),
                        safety.familyText().in("en"),
                        error,
                        done))));
    }

    private static Chain chain(String category, String title, Rota rota) {
        var chosen = new ArrayList<>(rota.people().getOrDefault(category, List.of()));
        if (chosen.size() < MOST_PEOPLE) chosen.add(0L);
        while (chosen.size() < 3) chosen.add(0L);
        return new Chain(category, title, chosen);
    }

    private static List<Staff> named(Rota rota, List<Staff> staff) {
        var ids = new LinkedHashSet<Long>();
        rota.people().values().forEach(ids::addAll);
        rota.onCall().forEach(span -> ids.add(span.staffId()));
        if (rota.fallback() != null) ids.add(rota.fallback());
        return staff.stream().filter(member -> ids.contains(member.id)).toList();
    }

    private static List<Day> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(day.getValue(), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }
}
