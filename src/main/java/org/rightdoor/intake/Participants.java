package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Inquiry;

/** Who has a part in a case: that somebody answers a mail of ours proves that it was forwarded, not who writes. */
@ApplicationScoped
class Participants {

    private static final String HAS_A_PART =
            """
            select exists (select 1 from address where person_id = :person and value = :address)
                or exists (select 1 from reply where inquiry_number = :number and address = :address)
                or exists (select 1 from contact c left join letter l on l.contact_id = c.id
                           where c.inquiry_number = :number and c.address = :address
                             and not coalesce(l.stranger, false))""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** Notes on a person's mail into that case whether its sender had a part in it. */
    Uni<Void> markStranger(Inbound message, Inquiry inquiry) {
        if (message.mail() == null || message.automatic())
            return Uni.createFrom().voidItem();
        if (message.address() == null) return mark(message, true);
        return sessions.withSession(session -> session.createNativeQuery(HAS_A_PART, Boolean.class)
                .setParameter("person", inquiry.personId)
                .setParameter("number", inquiry.number)
                .setParameter("address", message.address())
                .getSingleResult()
                .chain(hasAPart -> mark(message, !hasAPart)));
    }

    private static Uni<Void> mark(Inbound message, boolean stranger) {
        message.mail().letter().stranger = stranger;
        return Uni.createFrom().voidItem();
    }
}
