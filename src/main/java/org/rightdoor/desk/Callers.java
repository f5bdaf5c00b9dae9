package org.rightdoor.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rightdoor.channel.phone.CallNote;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.Address;
import org.rightdoor.people.People;
import org.rightdoor.people.PhoneBook;
import org.rightdoor.portal.Masked;

/** Who may be on the line, and about what. */
@ApplicationScoped
class Callers {

    @Inject
    PhoneBook phoneBook;

    @Inject
    People people;

    @Inject
    Inquiries inquiries;

    Uni<List<CallForm.Caller>> find(String sought, Seat seat) {
        return phoneBook.find(sought).chain(entries -> inquiries
                .unresolvedOf(entries.stream().map(entry -> entry.person().id).toList(), seat.sight())
                .map(cases -> {
                    var byPerson = cases.stream().collect(Collectors.groupingBy(inquiry -> inquiry.personId));
                    return entries.stream()
                            .map(entry -> caller(entry, byPerson.getOrDefault(entry.person().id, List.of()), seat))
                            .toList();
                }));
    }

    /** Whose the call is, or null for somebody new. */
    Uni<Long> personId(CallNote note) {
        return note.continues() == null
                ? Uni.createFrom().item(note.personId())
                : inquiries.find(note.continues()).map(inquiry -> inquiry.personId);
    }

    /** What cannot be done as it was chosen, by name of the field; null when all can. */
    Uni<Map<String, String>> fault(CallNote note, Seat seat) {
        return isThere(note, seat)
                .chain(there -> there
                        ? addresses(note).map(addresses -> unreachable(note, addresses))
                        : Uni.createFrom().item(Map.of("whom", "That is not on record any more. Choose again.")));
    }

    private Uni<Boolean> isThere(CallNote note, Seat seat) {
        if (note.continues() != null) {
            return inquiries.known(note.continues(), seat.sight()).map(inquiry -> inquiry != null);
        }
        return note.personId() == null
                ? Uni.createFrom().item(true)
                : people.find(note.personId()).map(person -> person != null);
    }

    private Uni<List<Address>> addresses(CallNote note) {
        return personId(note).chain(id -> id == null ? Uni.createFrom().item(List.of()) : people.addresses(id));
    }

    private static Map<String, String> unreachable(CallNote note, List<Address> addresses) {
        var sender = note.sender();
        for (var channel : note.confirmations()) {
            var kind = channel == Channel.SMS ? Address.Kind.PHONE : Address.Kind.EMAIL;
            var given = channel == Channel.SMS ? sender.phone() : sender.email();
            if (given == null && addresses.stream().noneMatch(address -> address.kind == kind)) {
                var missing = channel == Channel.SMS ? "a telephone number" : "an e-mail address";
                return Map.of("confirmBy", "There is no way to send that: give " + missing + " first.");
            }
        }
        return null;
    }

    // Everybody at the desk takes calls from everybody, but it is no directory to copy numbers from.
    private static CallForm.Caller caller(PhoneBook.Entry entry, List<Inquiry> cases, Seat seat) {
        var addresses = entry.addresses().stream()
                .map(address ->
                        address.kind == Address.Kind.EMAIL ? Masked.email(address.value) : Masked.phone(address.value))
                .collect(Collectors.joining(" · "));
        var name = entry.person().name == null ? "Name not given" : entry.person().name;
        return new CallForm.Caller(
                entry.person().id,
                name,
                addresses,
                cases.stream().map(inquiry -> offer(inquiry, seat)).toList());
    }

    private static CallForm.Offer offer(Inquiry inquiry, Seat seat) {
        return new CallForm.Offer(
                inquiry.number,
                seat.departmentName(inquiry.department),
                seat.staff().maySee(inquiry.department) ? inquiry.subject : null,
                seat.ago(inquiry.lastContactAt));
    }
}
