package org.rightdoor.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.agent;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rightdoor.ClamdStandIn;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestStaff;
import org.rightdoor.TextingFamily;
import org.rightdoor.inquiry.CaseFile;
import org.rightdoor.inquiry.CaseFiles;
import org.rightdoor.inquiry.TimelineEntry;
import org.rightdoor.portal.OwnBrowser;

/** Files in and out, in a district with a virus scanner. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@TestProfile(FileStoriesTest.WithScanner.class)
class FileStoriesTest {

    public static class WithScanner implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of("rightdoor.clamd", new ClamdStandIn().address());
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }
    }

    private final String family = UUID.randomUUID() + "@home.example";

    @Inject
    CaseFiles caseFiles;

    @Test
    void An_infected_file_is_kept_from_everybody_and_a_clean_one_is_handed_out() throws Throwable {
        var number = push("clean.txt", "The form is on the table.");
        var clean = "/desk/inquiries/" + number + "/files/"
                + fileNamed(number, "clean.txt").id();
        await().atMost(90, TimeUnit.SECONDS)
                .until(() -> staffOf(number).get(clean).statusCode() == 200);
        agent("nutrition").get(clean).then().statusCode(404);

        var ill = push("photo.txt", "Look: " + ClamdStandIn.SIGN_OF_A_VIRUS);
        var file = "/desk/inquiries/" + ill + "/files/"
                + fileNamed(ill, "photo.txt").id();
        await().atMost(90, TimeUnit.SECONDS)
                .until(() -> fileNamed(ill, "photo.txt").found() != null);
        staffOf(ill).get(file).then().statusCode(403).body(containsString("Eicar-Signature"));
        staffOf(ill)
                .get("/desk/inquiries/" + ill)
                .then()
                .body(containsString("Infected:"), containsString("It cannot be downloaded."));
    }

    @Test
    void A_file_that_the_scanner_cannot_judge_keeps_nobody_waiting_and_says_why() throws Throwable {
        var stuck = push("stuck.txt", "Look: " + ClamdStandIn.SIGN_OF_TROUBLE);
        var stuckFile = "/desk/inquiries/" + stuck + "/files/"
                + fileNamed(stuck, "stuck.txt").id();
        await().atMost(90, TimeUnit.SECONDS).untilAsserted(() -> staffOf(stuck)
                .get(stuckFile)
                .then()
                .statusCode(403)
                .body(containsString("cannot judge this file: It says: INSTREAM size limit exceeded")));
        assertThat(TextingFamily.one("select scan_next_at > now() + interval '20 seconds' from attachment where id = "
                        + fileNamed(stuck, "stuck.txt").id()))
                .isEqualTo("t");

        var next = push("next.txt", "The form is on the table.");
        var nextFile = "/desk/inquiries/" + next + "/files/"
                + fileNamed(next, "next.txt").id();
        await().atMost(90, TimeUnit.SECONDS)
                .until(() -> staffOf(next).get(nextFile).statusCode() == 200);

        TestStaff.sql(
                "update attachment set scan_next_at = now() where id = ?",
                fileNamed(stuck, "stuck.txt").id());
        await().atMost(30, TimeUnit.SECONDS).until(() -> "2"
                .equals(TextingFamily.one("select scan_attempts from attachment where id = "
                        + fileNamed(stuck, "stuck.txt").id())));
    }

    @Test
    void A_picture_is_seen_in_its_case_and_nothing_else_is() throws Throwable {
        var picture = push("bus.gif", "GIF89a\1\0\1\0 and so on");
        var page = "/desk/inquiries/" + picture;
        var seen = page + "/files/" + fileNamed(picture, "bus.gif").id() + "/shown";
        await().atMost(90, TimeUnit.SECONDS).untilAsserted(() -> staffOf(picture)
                .get(seen)
                .then()
                .statusCode(200)
                .contentType("image/gif")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", equalTo("inline")));
        staffOf(picture)
                .get(page)
                .then()
                .body(containsString("<img src=\"" + seen + "\""), containsString("loading=\"lazy\""));
        agent("nutrition").get(seen).then().statusCode(404);

        var drawn = push("drawing.gif", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        var svg = fileNamed(drawn, "drawing.gif").id();
        staffOf(drawn).get("/desk/inquiries/" + drawn).then().body(not(containsString(svg + "/shown")));
        staffOf(drawn)
                .get("/desk/inquiries/" + drawn + "/files/" + svg + "/shown")
                .then()
                .statusCode(404);
    }

    @Test
    void A_program_is_not_handed_out_whatever_its_name() throws Throwable {
        var number = push("holiday.jpg", "MZ\0\0 this program cannot be run in DOS mode");
        var file = "/desk/inquiries/" + number + "/files/"
                + fileNamed(number, "holiday.jpg").id();
        await().atMost(90, TimeUnit.SECONDS).untilAsserted(() -> staffOf(number)
                .get(file)
                .then()
                .statusCode(403)
                .body(containsString("This file is a program")));
    }

    @Test
    void What_staff_send_arrives_by_mail_and_on_the_familys_page_and_nowhere_else() throws Throwable {
        var number = push("note.txt", "See the note.");
        staffOf(number)
                .multiPart("text", "Here is the form.")
                .multiPart("channel", "EMAIL")
                .multiPart(
                        "files", "Formulario.pdf", "%PDF-1.4 form".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post("/desk/inquiries/" + number + "/replies")
                .then()
                .statusCode(303);

        await().atMost(90, TimeUnit.SECONDS)
                .until(() -> TestDistrict.mailServer().getReceivedMessagesForDomain(family).length == 2);
        var mail = TestDistrict.mailServer().getReceivedMessagesForDomain(family)[1];
        assertThat(mail.getContentType()).startsWith("multipart/mixed");

        var sent = fileNamed(number, "Formulario.pdf").id();
        var token = file(number).token();
        OwnBrowser.of(token)
                .get("/cases/" + token + "/files/" + sent)
                .then()
                .statusCode(200)
                .contentType(equalTo("application/octet-stream"))
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''Formulario.pdf"));
        OwnBrowser.of(token).get("/cases/" + token).then().body(containsString("/files/" + sent));
        browser().get("/cases/wrong/files/" + sent).then().statusCode(404);
        browser().get("/cases/" + token + "/files/" + sent).then().statusCode(404);
        OwnBrowser.of(token)
                .get("/cases/" + token + "/files/"
                        + fileNamed(number, "note.txt").id())
                .then()
                .statusCode(404);
    }

    @Test
    void A_program_from_staff_is_refused_and_what_was_typed_stays() throws Throwable {
        var number = push("note.txt", "See the note.");
        staffOf(number)
                .multiPart("text", "Install this please.")
                .multiPart("channel", "EMAIL")
                .multiPart("files", "form.pdf", "MZ\0\0".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post("/desk/inquiries/" + number + "/replies")
                .then()
                .statusCode(422)
                .body(containsString("This file is a program"), containsString("Install this please.</textarea>"));
    }

    private long push(String name, String content) {
        var encoded = Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return given().contentType("message/rfc822")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .body(("From: <" + family + ">\nMessage-ID: <" + UUID.randomUUID() + "@x>\nSubject: Bus 14\n"
                                + "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nBus 14 is late again, my son is"
                                + " still waiting at the stop.\n--a\nContent-Type: application/octet-stream\nContent-Disposition: attachment;"
                                + " filename=" + name + "\nContent-Transfer-Encoding: base64\n\n" + encoded + "\n--a--")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("number");
    }

    /** Whoever the mail went to: how well it is read is not the matter here. */
    private RequestSpecification staffOf(long number) {
        try {
            return agent(file(number).inquiry().department);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private TimelineEntry.File fileNamed(long number, String name) {
        try {
            return file(number).timeline().stream()
                    .flatMap(entry -> entry.files().stream())
                    .filter(file -> file.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private CaseFile file(long number) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> caseFiles.find(number));
    }
}
