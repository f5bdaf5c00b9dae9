package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.people.May;
import org.rightdoor.people.People;
import org.rightdoor.people.Person;
import org.rightdoor.portal.Html;

/** Who is it that writes? Staff who know correct what the form or the address said. */
@Path("/desk/inquiries/{number}/role")
@RolesAllowed(May.WORK)
@Cancellable(false)
class RolePages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    Inquiries inquiries;

    @Inject
    People people;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> correct(@RestPath long number, @RestForm String role) {
        var known = role == null || role.isEmpty() ? null : named(role);
        return access.demandWork(number, seats.now())
                .chain(() -> inquiries.find(number))
                .chain(inquiry -> people.setRole(inquiry.personId, known))
                .map(person -> Html.seeOther("/desk/inquiries/" + number + "?done=known"));
    }

    private static Person.Role named(String role) {
        return Arrays.stream(Person.Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst()
                .orElseThrow(BadRequestException::new);
    }
}
