package org.rightdoor.desk.go;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.agent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.people.Sender;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class GoPagesTest {

    private final String name = "Zofia " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "ska";
    private final String digits = TestPhones.next().substring(2);

    @Inject
    Intake intake;

    @Test
    void A_case_is_found_by_number_name_and_telephone_by_those_who_may_read_it() {
        var number = "#" + ask();
        var transportation = agent("transportation");
        for (var typed : new String[] {number, name, name.substring(6), digits}) {
            found(transportation, typed).body("[0].label", containsString(number));
            found(admin(), typed).body("[0].label", containsString(number));
            found(agent("nutrition"), typed).body("href", not(hasItem("/desk/inquiries/" + number.substring(1))));
        }
    }

    @Test
    void A_confidential_case_is_found_by_nobody_who_is_not_named_on_it() {
        var number = ask();
        TestStaff.sql("update inquiry set confidential = true where number = ?", number);
        found(admin(), Long.toString(number)).body("href", not(hasItem("/desk/inquiries/" + number)));
        admin().queryParam("q", number).get("/desk/go").then().statusCode(200);
    }

    @Test
    void A_number_leads_straight_to_its_case_and_words_to_pages_and_the_search() {
        var number = ask();
        admin().queryParam("q", "#" + number)
                .get("/desk/go")
                .then()
                .statusCode(303)
                .header("Location", containsString("/desk/inquiries/" + number));
        found(admin(), "snow").body("[0].href", equalTo("/desk/settings/calendar"));
        found(agent("transportation"), "snow").body("href", not(hasItem("/desk/settings/calendar")));
        found(admin(), "").body("label", hasItems("Inbox", "Answers", "Settings"));
        admin().queryParam("q", "<b>& \"words\"")
                .get("/desk/go")
                .then()
                .statusCode(200)
                .body(containsString("/desk?view=all&amp;q=%3Cb%3E"), containsString("&lt;b&gt;"));
    }

    private static ValidatableResponse found(RequestSpecification browser, String typed) {
        return browser.accept("application/json")
                .queryParam("q", typed)
                .get("/desk/go/found")
                .then()
                .statusCode(200);
    }

    private long ask() {
        try {
            var sender = new Sender(name, null, "+1" + digits, null);
            var inbound = Inbound.of(
                    Channel.WEB, UUID.randomUUID().toString(), sender, "bus 14 is late again, my son is still waiting");
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(inbound))
                    .number();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
