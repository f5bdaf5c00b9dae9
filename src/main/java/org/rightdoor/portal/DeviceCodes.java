package org.rightdoor.portal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Letters;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;

/**
 * Codes by which a browser shows that its owner reads the mail or the texts of a case. Six digits stand against guessing
 * because a code takes five tries, and an address gets five codes a day.
 */
@ApplicationScoped
class DeviceCodes {

    static final Duration LASTS = Duration.ofMinutes(15);

    private static final String PURPOSE = "code";
    private static final int CODES = 1_000_000;
    private static final int MOST_TRIES = 5;
    private static final int MOST_A_DAY = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String SENT =
            """
            select count(*) as today, count(*) filter (where sent_at > now() - interval '1 minute') as just_now
            from device_code where address = :address and sent_at > now() - interval '1 day'""";

    private static final String REMEMBER =
            """
            insert into device_code (token, address, seal, expires_at)
            values (:token, :address, :seal, :expires)""";

    // Counted before it is compared: however many try at once, no code is tried more often.
    private static final String TRY =
            """
            update device_code set attempts = attempts + 1
            where id = (select id from device_code where token = :token order by id desc limit 1)
              and attempts < :most and expires_at > now() and used_at is null
            returning id, seal""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Seal seal;

    @Inject
    Replies replies;

    @Inject
    CurrentKnowledge knowledge;

    /** Sends a code for that link there, unless one was sent just now or five today: then the latest one still holds. */
    Uni<Void> send(String token, long inquiry, Destination to, String language) {
        return sessions.withTransaction(session -> oneAtATime(session, to.address())
                .chain(() -> session.createNativeQuery(SENT, Tuple.class)
                        .setParameter("address", to.address())
                        .getSingleResult())
                .chain(sent -> sent.get("today", Long.class) >= MOST_A_DAY || sent.get("just_now", Long.class) > 0
                        ? Uni.createFrom().voidItem()
                        : create(session, token, inquiry, to, language)));
    }

    /** True when that is the latest code of the link; a code works once. */
    Uni<Boolean> confirm(String token, String typed) {
        var digits = digits(typed);
        return sessions.withTransaction(session -> session.createNativeQuery(TRY, Tuple.class)
                .setParameter("token", token)
                .setParameter("most", MOST_TRIES)
                .getSingleResultOrNull()
                .chain(row -> {
                    if (row == null || !seal.fits(row.get("seal", String.class), PURPOSE, token, digits)) {
                        return Uni.createFrom().item(false);
                    }
                    return session.createNativeQuery("update device_code set used_at = now() where id = :id")
                            .setParameter("id", row.get("id", Long.class))
                            .executeUpdate()
                            .replaceWith(true);
                }));
    }

    private Uni<Void> create(Mutiny.Session session, String token, long inquiry, Destination to, String language) {
        var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        var district = knowledge.now().rules().district().name().in(language);
        var text = Letters.in(language).code(district, code, (int) LASTS.toMinutes());
        return session.createNativeQuery(REMEMBER)
                .setParameter("token", token)
                .setParameter("address", to.address())
                .setParameter("seal", seal.of(PURPOSE, token, code))
                .setParameter("expires", Instant.now().plus(LASTS))
                .executeUpdate()
                .chain(() -> replies.queue(
                        Reply.to(inquiry, to, text, Actor.RIGHTDOOR).asCode()))
                .replaceWithVoid();
    }

    // Two presses at the same moment send one code.
    private static Uni<?> oneAtATime(Mutiny.Session session, String address) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .setParameter("address", address)
                .getSingleResult();
    }

    // Typed with a space in the middle, or in the digits of another script.
    private static String digits(String typed) {
        if (typed == null) return "";
        return typed.codePoints()
                .filter(Character::isDigit)
                .map(digit -> '0' + Character.digit(digit, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
