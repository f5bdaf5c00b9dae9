package org.rightdoor.channel.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.rightdoor.TestStaff.agent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.Part;

/** One mail to several departments' addresses: one case, in which each of them has its hand. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class MailToSeveralTest {

    private static final String BUS = "Bus 14 is late again, my son is still waiting at the stop.";
    private static final String TRANSPORTATION = "transportation@maple.example";
    private static final String NUTRITION = "nutrition@maple.example";

    private final String family = UUID.randomUUID() + "@home.example";

    @Inject
    CaseFiles caseFiles;

    @Test
    void A_mail_to_two_departments_is_one_case_that_both_find_and_the_family_is_told_so_once() {
        var number = push("To: Buses <Transportation@maple.example>\nCc: " + NUTRITION, BUS)
                .getLong("number");

        assertThat(file(number).inquiry().department).isEqualTo("transportation");
        assertThat(departments(number)).containsExactly("nutrition");
        assertThat(file(number).inquiry().contacts).isEqualTo(1);
        agent("nutrition")
                .get("/desk/inquiries/" + number)
                .then()
                .statusCode(200)
                .body(containsString("This part is yours"), containsString(BUS + "</blockquote>"));
        await().atMost(30, TimeUnit.SECONDS).until(() -> mails() == 1);
        assertThat(file(number).timeline())
                .filteredOn(entry -> entry.isReply())
                .singleElement()
                .satisfies(reply -> assertThat(reply.text()).contains("is with Transportation & School Nutrition"));
    }

    @Test
    void Of_two_departments_written_to_the_first_has_what_nobody_can_place() {
        var number = push("To: " + NUTRITION + ", " + TRANSPORTATION, "Zxqv wug blicket, please.")
                .getLong("number");

        assertThat(file(number).inquiry().department).isEqualTo("nutrition");
        assertThat(departments(number)).containsExactly("transportation");
    }

    @Test
    void What_is_urgent_is_not_spread_by_the_addresses() {
        var number = push(
                        "To: " + TRANSPORTATION + ", " + NUTRITION,
                        "There is a boy with a gun on the bus, he says he will shoot.")
                .getLong("number");

        assertThat(file(number).inquiry().department).isEqualTo("safety");
        assertThat(departments(number)).isEmpty();
    }

    @Test
    void The_same_mail_from_two_mailboxes_is_one_contact_and_a_hidden_second_department_has_its_part() {
        var id = "<" + UUID.randomUUID() + "@home.example>";
        var headers = "Message-ID: " + id + "\nTo: " + TRANSPORTATION + "\nDelivered-To: ";
        var number = push(headers + TRANSPORTATION, BUS).getLong("number");
        assertThat(departments(number)).isEmpty();

        assertThat(push(headers + "nutrition+buses@maple.example", BUS).getLong("number"))
                .isEqualTo(number);
        assertThat(departments(number)).containsExactly("nutrition");
        assertThat(file(number).inquiry().contacts).isEqualTo(1);
    }

    @Test
    void A_part_that_was_taken_off_does_not_come_back_with_another_copy() {
        var headers = "Message-ID: <" + UUID.randomUUID() + "@home.example>\nTo: " + TRANSPORTATION + ", " + NUTRITION;
        var number = push(headers, BUS).getLong("number");
        agent("nutrition")
                .post("/desk/inquiries/" + number + "/parts/nutrition/removed")
                .then()
                .statusCode(303);

        push(headers, BUS);

        assertThat(departments(number)).isEmpty();
        assertThat(file(number).inquiry().openParts).isZero();
    }

    @Test
    void A_mail_that_continues_a_case_brings_the_department_that_it_was_written_to_as_well() {
        var number = push("To: " + TRANSPORTATION, BUS).getLong("number");
        var again = push("To: " + TRANSPORTATION + ", " + NUTRITION, "Bus 14 is late again today, like yesterday.");

        assertThat(again.getLong("number")).isEqualTo(number);
        assertThat(departments(number)).containsExactly("nutrition");
    }

    @Test
    void The_districts_general_address_beside_a_departments_is_no_second_department() {
        var number = push("To: " + TestDistrict.MAIL + ", " + NUTRITION, BUS).getLong("number");

        assertThat(departments(number)).isEmpty();
    }

    private int mails() {
        return TestDistrict.mailServer().getReceivedMessagesForDomain(family).length;
    }

    private List<String> departments(long number) {
        return file(number).parts().stream()
                .filter(part -> !part.isDone())
                .map((Part part) -> part.department)
                .toList();
    }

    private JsonPath push(String headers, String text) {
        var mail = "From: Ana Ruiz <" + family + ">\nSubject: A question\n" + headers + "\n\n" + text;
        return given().contentType("message/rfc822")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .body(mail.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email")
                .then()
                .extract()
                .jsonPath();
    }

    private CaseFile file(long number) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> caseFiles.find(number));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
