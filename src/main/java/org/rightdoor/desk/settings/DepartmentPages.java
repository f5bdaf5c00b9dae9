package org.rightdoor.desk.settings;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.Config;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.InboxCounts;
import org.rightdoor.people.DepartmentOwner;
import org.rightdoor.people.DepartmentOwners;
import org.rightdoor.people.May;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;
import org.rightdoor.portal.Html;
import org.rightdoor.routing.Department;

/** Who answers for which department, who works there, and what lies there; what a department is stands in the rules. */
@Path("/desk/settings/departments")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.RUN)
@Cancellable(false)
class DepartmentPages {

    record Departments(Seat seat, List<Row> rows, List<Staff> staff, long unowned, String done, String error)
            implements TemplateInstance {}

    /**
     * One department.
     *
     * @param where file and line of its definition
     * @param now who answers for it today, by name; null for nobody
     * @param flags what is amiss, each a sentence
     */
    record Row(
            Department department,
            String where,
            Long owner,
            Long fallback,
            List<Staff> members,
            int open,
            String now,
            List<String> flags) {

        /** Nobody needs to know how many more than that. */
        public String openCases() {
            return open >= InboxCounts.MOST ? InboxCounts.MOST - 1 + "+ open" : open + " open";
        }

        public boolean owns(Staff member) {
            return member.id.equals(owner);
        }

        public boolean fallsBackOn(Staff member) {
            return member.id.equals(fallback);
        }
    }

    @Inject
    Seats seats;

    @Inject
    Config config;

    @Inject
    StaffMembers members;

    @Inject
    DepartmentOwners owners;

    @Inject
    InboxCounts counts;

    @Inject
    Vertx vertx;

    @GET
    public Uni<Response> departments(@RestQuery String done) {
        return page(200, done, null);
    }

    @POST
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> name(
            @RestPath String key, @RestForm("owner") String ownerId, @RestForm("fallback") String fallbackId) {
        var owner = id(ownerId);
        var fallback = id(fallbackId);
        var seat = seats.now();
        if (!seat.rules().departments().containsKey(key)) throw new NotFoundException();
        if (owner != null && owner.equals(fallback)) {
            return page(422, null, "Choose another fallback for " + seat.departmentName(key) + " than its owner.");
        }
        return members.all().chain(all -> {
            var known = all.stream()
                    .filter(member -> member.active)
                    .map(member -> member.id)
                    .toList();
            var fits = (owner == null || known.contains(owner)) && (fallback == null || known.contains(fallback));
            return fits
                    ? owners.name(key, owner, fallback, seat.staff().name)
                            .replaceWith(() -> Html.seeOther("/desk/settings/departments?done=named#" + key))
                    : page(422, null, "Choose people who work here.");
        });
    }

    private static Long id(String typed) {
        return typed == null || !typed.matches("\\d{1,15}") ? null : Long.valueOf(typed);
    }

    private Uni<Response> page(int status, String done, String error) {
        var seat = seats.now();
        return vertx.executeBlocking(() -> WhereWritten.in(config.rules(), "departments.yml"))
                .chain(where -> members.all().chain(all -> owners.all().chain(named -> counts.of(
                                seat.sight(),
                                List.copyOf(seat.rules().departments().keySet()))
                        .map(InboxCounts.Counts::openByDepartment)
                        .chain(open -> Html.page(status, page(seat, where, all, named, open, done, error))))));
    }

    private static Departments page(
            Seat seat,
            Map<String, String> where,
            List<Staff> all,
            Map<String, DepartmentOwner> named,
            Map<String, Integer> open,
            String done,
            String error) {
        var rows = seat.rules().departments().values().stream()
                .map(department -> row(
                        department,
                        where.getOrDefault(department.key(), "departments.yml"),
                        all,
                        named.get(department.key()),
                        open.getOrDefault(department.key(), 0),
                        seat.rules().district().today()))
                .toList();
        var active = all.stream().filter(member -> member.active).toList();
        var unowned = rows.stream().filter(row -> row.owner == null).count();
        return new Departments(seat, rows, active, unowned, done, error);
    }

    static Row row(
            Department department, String where, List<Staff> all, DepartmentOwner named, int open, LocalDate today) {
        var byId = all.stream().collect(Collectors.toMap(member -> member.id, Function.identity()));
        var members = all.stream()
                .filter(member -> member.active && List.of(member.departments).contains(department.key()))
                .toList();
        var there = named == null ? null : named.thereOn(today, byId).orElse(null);
        var owner = named == null || named.ownerId == null ? null : byId.get(named.ownerId);
        var flags = new ArrayList<String>();
        if (owner == null) flags.add("Nobody owns it.");
        else if (!owner.active) flags.add(owner.name + " owns it and works here no more.");
        else if (owner.isAway(today) && !Objects.equals(there, owner)) {
            flags.add(owner.name + " is away until " + owner.awayUntil
                    + (there == null ? ", and nobody stands in." : "."));
        }
        if (members.isEmpty()) flags.add("Nobody works for it but administrators.");
        else if (members.stream().allMatch(member -> member.isAway(today))) flags.add("All who work for it are away.");
        return new Row(
                department,
                where,
                named == null ? null : named.ownerId,
                named == null ? null : named.fallbackId,
                members,
                open,
                there == null ? null : there.name,
                flags);
    }
}
