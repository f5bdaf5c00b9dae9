package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Codes on paper, for whoever has lost the telephone. Each works once. */
@ApplicationScoped
class RecoveryCodes {

    private static final int MANY = 10;
    private static final int LETTERS = 10;

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vault vault;

    /** Makes new ones instead of those that are left; they are shown once. */
    Uni<List<String>> renew(Mutiny.Session session, long staffId) {
        var codes = Stream.generate(RecoveryCodes::random).limit(MANY).toList();
        var marks = codes.stream().map(code -> mark(staffId, code)).toArray(String[]::new);
        return clear(session, staffId)
                .chain(() -> session.createNativeQuery(
                                "insert into recovery_code (staff_id, code_hash) select :staff, unnest(cast(:marks as text[]))")
                        .setParameter("staff", staffId)
                        .setParameter("marks", marks)
                        .executeUpdate())
                .replaceWith(codes);
    }

    Uni<Void> clear(Mutiny.Session session, long staffId) {
        return session.createNativeQuery("delete from recovery_code where staff_id = :staff")
                .setParameter("staff", staffId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** True when it was one of them; it is none from now on. */
    Uni<Boolean> use(long staffId, String typed) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "delete from recovery_code where staff_id = :staff and code_hash = :mark")
                .setParameter("staff", staffId)
                .setParameter("mark", mark(staffId, typed))
                .executeUpdate()
                .map(used -> used == 1));
    }

    private String mark(long staffId, String code) {
        var letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return vault.mark(Long.toString(staffId), letters);
    }

    private static String random() {
        var code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i == LETTERS / 2) code.append('-');
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
