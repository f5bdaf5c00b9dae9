package org.rightdoor.login;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.rightdoor.login.LogInEvents.Kind;
import org.rightdoor.login.StaffSession.Stage;
import org.rightdoor.login.StaffSession.Way;
import org.rightdoor.people.Staff;
import org.rightdoor.people.StaffMembers;

/** Log-in by e-mail address and password; what it says is the same for known and unknown addresses. */
@ApplicationScoped
class LogIns {

    private static final int LONGEST_EMAIL = 320;

    /**
     * How it went.
     *
     * @param token secret of the session, or null
     * @param next what is still wanted
     * @param browser secret by which the browser is known from now on, or null
     * @param pause seconds to wait before the next try, or 0
     */
    record Result(String token, Next next, String browser, long pause) {

        private static final Result WRONG = new Result(null, Next.TRY_AGAIN, null, 0);

        private static Result tooSoon(long seconds) {
            return new Result(null, Next.TRY_AGAIN, null, seconds);
        }
    }

    enum Next {
        TRY_AGAIN,
        DESK,
        SECOND_FACTOR,
        SET_UP_SECOND_FACTOR
    }

    @Inject
    StaffMembers members;

    @Inject
    Sessions sessions;

    @Inject
    Passwords passwords;

    @Inject
    Attempts attempts;

    @Inject
    KnownBrowsers browsers;

    @Inject
    SecondFactors factors;

    @Inject
    LogInEvents events;

    /** @param before secret of the session that the browser has now, or null */
    Uni<Result> byPassword(String typedEmail, String password, Browser browser, String before) {
        var email = normal(typedEmail);
        return browsers.isKnown(email, browser).chain(known -> {
            var own = known ? "known:" + email + ":" + browser.known() : "strange:" + email + ":" + browser.network();
            var limit = known ? Attempts.KNOWN_BROWSER : Attempts.STRANGE_BROWSER;
            return attempts.take(own, limit)
                    .chain(wait -> wait > 0 || known
                            ? Uni.createFrom().item(wait)
                            : attempts.take("network:" + browser.network(), Attempts.NETWORK))
                    .chain(wait -> wait > 0
                            ? Uni.createFrom().item(Result.tooSoon(wait))
                            : compare(email, password, browser, before, own));
        });
    }

    private Uni<Result> compare(String email, String password, Browser browser, String before, String counter) {
        return members.byEmail(email)
                .chain(staff -> passwords.isRight(staff, password).chain(right -> {
                    if (!right) return noteWrong(staff, browser).replaceWith(Result.WRONG);
                    return attempts.forgive(counter)
                            .chain(() -> attempts.giveBack("network:" + browser.network()))
                            .chain(() -> enter(staff, Way.PASSWORD, browser, before));
                }));
    }

    private Uni<Void> noteWrong(Staff staff, Browser browser) {
        return staff == null ? Uni.createFrom().voidItem() : events.note(staff.id, Kind.WRONG_PASSWORD, browser);
    }

    /** Lets somebody in whose first factor was right, or asks for the second. */
    Uni<Result> enter(Staff staff, Way way, Browser browser, String before) {
        return factors.wanted(staff, way)
                .chain(next -> next == Next.DESK
                        ? complete(staff, way, browser, before)
                        : sessions.begin(staff, Stage.PASSWORD_GIVEN, way, browser, before)
                                .map(token -> new Result(token, next, null, 0)));
    }

    /** Nothing more is wanted. */
    Uni<Result> complete(Staff staff, Way way, Browser browser, String before) {
        return sessions.begin(staff, Stage.FULL, way, browser, before)
                .chain(token -> browsers.remember(staff.id, browser)
                        .call(() -> events.note(staff.id, Kind.LOGGED_IN, browser))
                        .map(secret -> new Result(token, Next.DESK, secret, 0)));
    }

    private static String normal(String email) {
        if (email == null) return "";
        var stripped = email.strip().toLowerCase(Locale.ROOT);
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_EMAIL)).replace("\0", "");
    }
}
