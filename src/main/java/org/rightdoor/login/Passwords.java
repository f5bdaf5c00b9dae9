package org.rightdoor.login;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rightdoor.Config;
import org.rightdoor.people.Staff;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * Which passwords are taken, and whether one is right. After NIST SP 800-63B section 3.1.1: long, not known from breaches
 * nor easily guessed from them, and no rule about digits or signs.
 */
@ApplicationScoped
class Passwords {

    static final int SHORTEST = 12;

    /** bcrypt looks at no more; a longer one is refused instead of being cut in silence. */
    private static final int MOST_BYTES = 72;

    /** Of zxcvbn's scale from 0 to 4: "safely unguessable" begins at 10^8 guesses. */
    private static final int SAFE = 3;

    private static final WildFlyElytronPasswordProvider PROVIDER = new WildFlyElytronPasswordProvider();

    /** Compared with where there is no such account, so that it takes as long. */
    private static final String NOBODYS = BcryptUtil.bcryptHash(Secret.random());

    private final Zxcvbn strength = new Zxcvbn();
    private final Vertx vertx;
    private final Optional<BreachedPasswords> breached;

    /** Knows no breached ones; for a stand-in, and for the proxy that stands before it. */
    Passwords() {
        this.vertx = null;
        this.breached = Optional.empty();
    }

    @Inject
    Passwords(Vertx vertx, Config config) {
        this.vertx = vertx;
        this.breached = config.breachedPasswords().map(BreachedPasswords::new);
    }

    /** What is wrong with a new password, or null; looks into files, so off the event loop. */
    Uni<String> fault(String password, String again, Staff staff, String district) {
        return vertx.executeBlocking(() -> faultOf(password, again, staff, district), false);
    }

    /** Whether that is the person's password; takes as long where there is no such person. */
    Uni<Boolean> isRight(Staff staff, String typed) {
        var known = staff != null && staff.active && staff.password != null;
        var hash = known ? staff.password : NOBODYS;
        return vertx.executeBlocking(() -> fits(typed == null ? "" : typed, hash), false)
                .map(fits -> fits && known);
    }

    /** Hashing takes a tenth of a second by design: off the event loop, and before the transaction. */
    Uni<String> hash(String password) {
        return vertx.executeBlocking(() -> BcryptUtil.bcryptHash(password), false);
    }

    String faultOf(String password, String again, Staff staff, String district) {
        var typed = password == null ? "" : password;
        if (typed.codePointCount(0, typed.length()) < SHORTEST) {
            return "At least " + SHORTEST + " characters. Three or four words are easy to remember.";
        }
        if (bytes(typed) > MOST_BYTES) return "That is too long: at most " + MOST_BYTES + " characters of plain text.";
        if (!typed.equals(again)) return "The two are not the same. Please type both again.";
        if (breached.isPresent() && breached.get().contain(typed)) {
            return "This password is in a list of stolen ones that others try first. Please choose another.";
        }
        if (holdsAddress(typed, staff)
                || strength.measure(typed, namesAround(staff, district)).getScore() < SAFE) {
            return "This is easy to guess: it is much used, repeats itself, or holds names from here."
                    + " Three or four words that do not belong together are hard to guess.";
        }
        return null;
    }

    private static boolean holdsAddress(String typed, Staff staff) {
        return typed.toLowerCase(Locale.ROOT).contains(staff.email.split("@")[0]);
    }

    private static List<String> namesAround(Staff staff, String district) {
        return Stream.of(staff.name, staff.email, district, "rightdoor")
                .filter(text -> text != null)
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(text -> text.length() > 2)
                .collect(Collectors.toList());
    }

    private static boolean fits(String typed, String hash) throws GeneralSecurityException {
        var factory = PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, PROVIDER);
        var known = factory.translate(ModularCrypt.decode(hash));
        return factory.verify(known, typed.toCharArray()) && bytes(typed) <= MOST_BYTES;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
