package org.rightdoor.desk.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.rightdoor.desk.Access;
import org.rightdoor.desk.Seat;
import org.rightdoor.desk.Seats;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Kinship;
import org.rightdoor.people.May;
import org.rightdoor.people.People;
import org.rightdoor.people.Person;
import org.rightdoor.people.Tie;

/** Who writes under two addresses, and who belongs to one household. */
@Path("/desk/inquiries/{number}/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(May.WORK)
@Cancellable(false)
class PeoplePages {

    @Inject
    Seats seats;

    @Inject
    Access access;

    @Inject
    CaseDesk desk;

    @Inject
    Inquiries inquiries;

    @Inject
    People people;

    @Inject
    Kinship kinship;

    /**
     * @param other number of a case of the other person, as people write it
     * @param kind name of a {@link Tie.Kind}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> link(@RestPath long number, @RestForm String other, @RestForm String kind) {
        var seat = seats.now();
        var draft = Draft.of("people", other);
        var typed = draft.typed().replace("#", "").strip();
        var chosen = Arrays.stream(Tie.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        if (chosen.isEmpty() || !typed.matches("\\d{1,15}")) {
            return desk.wrong(number, seat, draft, "Type the number of a case of the other person, such as 1043.");
        }
        return personOf(Long.parseLong(typed), seat)
                .chain(them -> them == null
                        ? desk.wrong(number, seat, draft, "There is no such case, or it is not yours.")
                        : desk.deed(number, seat, draft, "linked", () -> inquiries
                                .find(number)
                                .chain(inquiry -> people.find(inquiry.personId))
                                .chain(person -> kinship.link(number, person, them, chosen.get(), seat.actor()))));
    }

    private Uni<Person> personOf(long number, Seat seat) {
        return access.demandWork(number, seat)
                .chain(() -> inquiries.find(number))
                .chain(inquiry -> people.find(inquiry.personId))
                .onFailure(NotFoundException.class)
                .recoverWithNull();
    }
}
