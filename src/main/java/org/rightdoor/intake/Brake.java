package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;

/**
 * Keeps two robots from answering each other. A mere notice goes to an e-mail address once an hour. An approved answer to
 * a further new question is no notice: a person who asks five things in an hour is answered five times, and a robot that
 * no sign gives away stops there. An address that writes like a machine gets nothing by itself, and the desk says so.
 */
@ApplicationScoped
public class Brake {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_NOTICES = 1;
    private static final int MOST_ANSWERS = 5;

    /** No person writes so many mails in an hour. */
    private static final int LIKE_A_MACHINE = 10;

    private static final String WRITERS =
            """
            select address, count(*) as mails from contact
            where channel = 'EMAIL' and at > :since and address is not null
              and (cast(:address as text) is null or address = :address)
            group by address having count(*) >= :many order by mails desc limit 20""";

    /** An address that gets nothing automatic just now, with the mails it sent within the hour. */
    public record Held(String address, long mails) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Replies replies;

    /** Those held back now, the busiest first. */
    public Uni<List<Held>> held() {
        return writers(null);
    }

    /** True when the destination may get one more reply that no person wrote. */
    Uni<Boolean> lets(Destination destination, boolean answer) {
        if (destination.address() == null) return Uni.createFrom().item(true);
        var most = answer || destination.channel() != Channel.EMAIL ? MOST_ANSWERS : MOST_NOTICES;
        return replies.automaticTo(destination.address(), Instant.now().minus(WINDOW))
                .chain(sent -> sent >= most
                        ? Uni.createFrom().item(false)
                        : writers(destination.address()).map(List::isEmpty));
    }

    private Uni<List<Held>> writers(String address) {
        return sessions.withSession(session -> session.createNativeQuery(WRITERS, Tuple.class)
                .setParameter("since", Instant.now().minus(WINDOW))
                .setParameter("address", address)
                .setParameter("many", LIKE_A_MACHINE)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Held(row.get("address", String.class), row.get("mails", Long.class)))
                        .toList()));
    }
}
