package org.rightdoor.login;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.login.LogInEvents.Kind;
import org.rightdoor.people.Staff;
import org.rightdoor.portal.Html;
import org.rightdoor.portal.QrCode;

/** The page by which somebody adds an authenticator app, and the recovery codes that come after it. */
@ApplicationScoped
class AppSheet {

    /**
     * @param secret the new secret, locked
     * @param typed the same as the app takes it by hand
     * @param action where the form goes
     * @param error what to say about the code that was typed, or null
     */
    record SetUp(String districtName, QrCode code, String secret, String typed, String action, String error)
            implements TemplateInstance {}

    record Codes(String districtName, List<String> codes) implements TemplateInstance {}

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    SecondFactors factors;

    @Inject
    LogInEvents events;

    Uni<Response> blank(Staff staff, String action) {
        return page(200, staff, Totp.random(), action, null);
    }

    /** Adds the app when the code fits, and goes on with the recovery codes; otherwise the same page with a hint. */
    Uni<Response> add(
            Staff staff,
            String secret,
            String code,
            String action,
            Browser browser,
            Function<List<String>, Uni<Response>> added) {
        var totp = factors.opened(secret, staff);
        if (totp == null) return blank(staff, action);
        return factors.add(staff, totp, code)
                .chain(codes -> codes == null
                        ? page(422, staff, totp, action, "That code does not fit. Type the one that the app shows now.")
                        : events.note(staff.id, Kind.SECOND_FACTOR_ADDED, browser)
                                .chain(() -> added.apply(codes)));
    }

    Uni<Response> codes(List<String> codes) {
        return Html.secret(Html.page(200, new Codes(knowledge.districtName(), codes)));
    }

    private Uni<Response> page(int status, Staff staff, Totp totp, String action, String error) {
        var code = QrCode.of(totp.address(knowledge.districtName(), staff.email));
        var locked = factors.locked(totp, staff);
        return Html.secret(
                Html.page(status, new SetUp(knowledge.districtName(), code, locked, totp.typed(), action, error)));
    }
}
