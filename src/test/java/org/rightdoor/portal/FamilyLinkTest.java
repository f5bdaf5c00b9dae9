package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Receipt;
import org.rightdoor.people.Sender;
import org.rightdoor.people.Staff;

/** A link opens one case, as long as it should. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class FamilyLinkTest {

    private static final String WORDS = "My son has a peanut allergy, who tells the kitchen?";

    @Inject
    Intake intake;

    @Inject
    Inquiries inquiries;

    @Test
    void A_link_holds_128_bits_and_no_two_are_alike() {
        var one = ask().token();
        assertThat(Base64.getUrlDecoder().decode(one)).hasSize(16);
        assertThat(ask().token()).isNotEqualTo(one);
    }

    @Test
    void A_revoked_link_opens_nothing_and_the_new_one_opens_the_case_and_those_merged_into_it_likewise()
            throws Throwable {
        var asked = ask();
        var part = ask();
        TestStaff.sql("update inquiry set merged_into = ? where number = ?", asked.number(), part.number());
        var page = "/desk/inquiries/" + asked.number();
        TestStaff.as(TestStaff.hire(Staff.HELPER, asked.department()))
                .post(page + "/link/renewed")
                .then()
                .statusCode(403);
        var agent = TestStaff.as(TestStaff.hire(Staff.AGENT, asked.department()));
        agent.post(page + "/link/renewed").then().statusCode(303);
        agent.get(page).then().body(containsString("Took the family’s link back"));
        for (var each : List.of(asked, part)) {
            var fresh = VertxContextSupport.subscribeAndAwait(() -> inquiries.wholeLink(each.number()));
            OwnBrowser.of(each.token())
                    .get("/cases/" + each.token())
                    .then()
                    .statusCode(404)
                    .body(not(containsString("peanut")));
            OwnBrowser.of(fresh.token)
                    .get("/cases/" + fresh.token)
                    .then()
                    .statusCode(200)
                    .body(containsString("peanut"));
        }
    }

    @Test
    void Half_a_year_after_the_case_was_closed_its_link_shows_nothing_and_says_how_to_go_on() {
        var asked = ask();
        var page = "/cases/" + asked.token();
        close(asked, "179 days");
        OwnBrowser.of(asked.token()).get(page).then().statusCode(200).body(containsString("peanut"));
        close(asked, "181 days");
        OwnBrowser.of(asked.token())
                .get(page)
                .then()
                .statusCode(410)
                .header("Cache-Control", "no-store")
                .body(containsString("This link has expired"), containsString("call"), not(containsString("peanut")));
        OwnBrowser.of(asked.token())
                .header("Accept-Language", "es")
                .get(page)
                .then()
                .body(containsString("Este enlace ha vencido"));
        for (var verb : new String[] {"solved", "messages", "code", "device"}) {
            OwnBrowser.of(asked.token())
                    .formParam("text", "hello")
                    .post(page + "/" + verb)
                    .then()
                    .statusCode(410);
        }
    }

    private static void close(Receipt asked, String ago) {
        TestStaff.sql(
                "update inquiry set status = 'RESOLVED', resolved_at = now() - interval '" + ago + "' where number = ?",
                asked.number());
    }

    private Receipt ask() {
        var message = Inbound.of(
                Channel.WEB,
                UUID.randomUUID().toString(),
                Sender.withEmail("Ana Ruiz", UUID.randomUUID() + "@family.example"),
                WORDS);
        try {
            return VertxContextSupport.subscribeAndAwait(() -> intake.receive(message));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
