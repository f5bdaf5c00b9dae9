package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.rightdoor.Config;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.inquiry.Status;
import org.rightdoor.people.Address;
import org.rightdoor.people.People;
import org.rightdoor.people.Sender;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Letters;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;
import org.rightdoor.routing.RoutingRules;

/** What staff promised somebody who called or came by to send; nothing else follows a call by itself. */
@ApplicationScoped
class Confirmation {

    @Inject
    Config config;

    @Inject
    People people;

    @Inject
    Replies replies;

    @Inject
    DueDate due;

    /** Queues it; inside the transaction that stores the contact. */
    Uni<Void> send(Inbound message, Inquiry inquiry, String token, RoutingRules rules) {
        var taken = message.writtenDown();
        var closingNotice = inquiry.safety && inquiry.status == Status.RESOLVED;
        if (taken == null || taken.confirmBy().isEmpty() || closingNotice)
            return Uni.createFrom().voidItem();
        return people.addresses(inquiry.personId)
                .map(addresses -> taken.confirmBy().stream()
                        .flatMap(channel -> destination(channel, message.sender(), addresses).stream())
                        .map(to -> Reply.to(inquiry.number, to, text(inquiry, to, token, rules), taken.by()))
                        .toList())
                .chain(replies::queue);
    }

    // The address given just now before the ones on record.
    private static Optional<Destination> destination(Channel channel, Sender sender, List<Address> onRecord) {
        var given = channel == Channel.SMS ? sender.phone() : sender.email();
        var kind = channel == Channel.SMS ? Address.Kind.PHONE : Address.Kind.EMAIL;
        return Optional.ofNullable(given)
                .or(() -> onRecord.stream()
                        .filter(address -> address.kind == kind)
                        .map(address -> address.value)
                        .findFirst())
                .map(address -> new Destination(channel, address));
    }

    private String text(Inquiry inquiry, Destination to, String token, RoutingRules rules) {
        var letters = Letters.in(inquiry.language);
        var district = rules.district().name().in(inquiry.language);
        var department = rules.departments().get(inquiry.department);
        var text = inquiry.status == Status.RESOLVED
                ? letters.settled(district, inquiry.number)
                : letters.writtenDown(
                        district,
                        inquiry.number,
                        department.name().in(inquiry.language),
                        due.of(inquiry, inquiry.language));
        var link = config.publicUrl() + "/cases/" + token;
        return to.channel() == Channel.SMS ? text + "\n" + letters.link(link) : text;
    }
}
