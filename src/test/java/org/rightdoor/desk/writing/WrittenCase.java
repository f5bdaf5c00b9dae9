package org.rightdoor.desk.writing;

import static org.rightdoor.TestStaff.browser;
import static org.rightdoor.TestStaff.hire;
import static org.rightdoor.TestStaff.number;
import static org.rightdoor.TestStaff.session;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** A case that somebody of its department has open, and the questions a test asks about it. */
abstract class WrittenCase {

    static final String BUS = "bus 14 is late again, my son is still waiting at the stop";
    String dana;
    String danasSession;
    final String family = UUID.randomUUID() + "@family.example";

    @Inject
    Intake intake;

    long number;
    String page;

    @BeforeEach
    void ask() {
        dana = hire(Staff.AGENT, "transportation");
        danasSession = session(dana);
        number = writeFrom(family, BUS);
        page = "/desk/inquiries/" + number;
    }

    /** A form as the page gives it out now, with that text in it. */
    Map<String, String> form(String text) {
        var shown = dana().get(page).asString();
        Function<String, String> hidden =
                name -> shown.replaceAll("(?s).*name=\"" + name + "\" value=\"(\\d+)\".*", "$1");
        return Map.of(
                "text", text, "channel", "WEB", "contact", hidden.apply("contact"), "reply", hidden.apply("reply"));
    }

    /** As the page's scripts ask. */
    RequestSpecification script() {
        return dana().accept("application/json");
    }

    RequestSpecification dana() {
        return browser().cookie("rightdoor-session", danasSession);
    }

    static String text(String query) {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long writeFrom(String address, String text) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(Inbound.of(
                            Channel.EMAIL, UUID.randomUUID().toString(), Sender.withEmail("Ana Ruiz", address), text)))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
