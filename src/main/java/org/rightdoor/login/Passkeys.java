package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.login.LogInEvents.Kind;
import org.rightdoor.login.PasskeyCeremony.Checked;
import org.rightdoor.login.PasskeyCeremony.Kept;
import org.rightdoor.login.PasskeyCeremony.Made;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/** The passkeys of staff. */
@ApplicationScoped
class Passkeys {

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);
    private static final int CHALLENGE_BYTES = 32;
    private static final int LONGEST_NAME = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One, as its owner sees it; {@code lastUsed} may be null. */
    record Line(long id, String name, Instant addedAt, Instant lastUsed) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    StaffMembers members;

    @Inject
    LogInEvents events;

    @Inject
    Vault vault;

    @Inject
    Vertx vertx;

    private final PasskeyCeremony ceremony;

    @Inject
    Passkeys(Config config) {
        ceremony = new PasskeyCeremony(config.publicUrl());
    }

    /** A challenge with its time, locked: it waits in a cookie of the browser that is to answer it. */
    String newChallenge(String use) {
        var random = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(random);
        var all = ByteBuffer.allocate(Long.BYTES + CHALLENGE_BYTES)
                .putLong(Instant.now().getEpochSecond())
                .put(random);
        return vault.lock(all.array(), "challenge:" + use);
    }

    String request(String challenge, String use) {
        return ceremony.request(opened(challenge, use));
    }

    Uni<String> creation(String challenge, String use, Staff staff, String district) {
        return sessions.withSession(session -> session.createNativeQuery(
                                "select credential_id from passkey where staff_id = :staff", String.class)
                        .setParameter("staff", staff.id)
                        .getResultList())
                .map(known -> ceremony.creation(opened(challenge, use), staff, district, known));
    }

    /** Adds the passkey; false when the answer does not fit the challenge, or is known already. */
    Uni<Boolean> add(Staff staff, String answer, String challenge, String use, String name) {
        var asked = opened(challenge, use);
        if (asked == null || answer == null) return Uni.createFrom().item(false);
        return vertx.executeBlocking(() -> ceremony.made(answer, asked), false)
                .chain(made -> made.isEmpty() ? Uni.createFrom().item(false) : insert(staff.id, made.get(), name));
    }

    /** Whose passkey has answered, or null. */
    Uni<Staff> owner(String answer, String challenge, String use, Browser browser) {
        var asked = opened(challenge, use);
        if (asked == null || answer == null) return Uni.createFrom().nullItem();
        return vertx.executeBlocking(() -> ceremony.credentialOf(answer), false)
                .chain(id -> id.isEmpty() ? Uni.createFrom().nullItem() : kept(id.get()))
                .chain(kept -> kept == null
                        ? Uni.createFrom().nullItem()
                        : vertx.executeBlocking(() -> ceremony.check(answer, asked, kept), false)
                                .chain(checked -> accept(kept, checked, browser)));
    }

    Uni<List<Line>> of(long staffId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select id, name, added_at, last_used from passkey where staff_id = :staff order by id",
                        Tuple.class)
                .setParameter("staff", staffId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Line(
                                row.get("id", Long.class),
                                row.get("name", String.class),
                                instant(row.get("added_at", OffsetDateTime.class)),
                                instant(row.get("last_used", OffsetDateTime.class))))
                        .toList()));
    }

    /** Nobody removes another's. */
    Uni<Void> remove(long staffId, long id) {
        return sessions.withTransaction(
                session -> session.createNativeQuery("delete from passkey where staff_id = :staff and id = :id")
                        .setParameter("staff", staffId)
                        .setParameter("id", id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private Uni<Boolean> insert(long staffId, Made made, String name) {
        var called = name == null || name.isBlank() ? "Passkey" : name.strip().replace("\0", "");
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into passkey (staff_id, credential_id, public_key, counter, name)
                        values (:staff, :credential, :key, :counter, :name) on conflict do nothing""")
                .setParameter("staff", staffId)
                .setParameter("credential", made.credentialId())
                .setParameter("key", made.publicKey())
                .setParameter("counter", made.counter())
                .setParameter("name", called.substring(0, Math.min(called.length(), LONGEST_NAME)))
                .executeUpdate()
                .map(added -> added == 1));
    }

    private Uni<Kept> kept(String credentialId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select id, staff_id, public_key, counter from passkey where credential_id = :credential",
                        Tuple.class)
                .setParameter("credential", credentialId)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? null
                        : new Kept(
                                row.get("id", Long.class),
                                row.get("staff_id", Long.class),
                                row.get("public_key", String.class),
                                row.get("counter", Long.class))));
    }

    private Uni<Staff> accept(Kept kept, Checked checked, Browser browser) {
        if (checked.copied()) {
            return events.note(kept.staffId(), Kind.PASSKEY_COPIED, browser).replaceWith((Staff) null);
        }
        if (checked.counter() == null) return Uni.createFrom().nullItem();
        return sessions.withTransaction(session -> session.createNativeQuery(
                                "update passkey set counter = :counter, last_used = now() where id = :id")
                        .setParameter("counter", checked.counter())
                        .setParameter("id", kept.id())
                        .executeUpdate())
                .chain(() -> members.byId(kept.staffId()))
                .map(staff -> staff.active ? staff : null);
    }

    private byte[] opened(String challenge, String use) {
        var all = vault.open(challenge == null ? "" : challenge, "challenge:" + use)
                .orElse(null);
        if (all == null) return null;
        var made = Instant.ofEpochSecond(ByteBuffer.wrap(all).getLong());
        return made.plus(ANSWERED_WITHIN).isBefore(Instant.now())
                ? null
                : Arrays.copyOfRange(all, Long.BYTES, all.length);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
