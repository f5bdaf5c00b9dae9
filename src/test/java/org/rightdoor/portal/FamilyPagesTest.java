package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightdoor.TestDistrict;
import org.rightdoor.intake.Inbound;
import org.rightdoor.intake.Intake;
import org.rightdoor.intake.Receipt;

@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class FamilyPagesTest {

    private final String email = UUID.randomUUID() + "@family.example";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=es", "/topics/bus-late", "/topics/bus-late?lang=es", "/login", "/promises"})
    void Every_page_renders(String path) {
        browser().get(path).then().statusCode(200).body(not(containsString("NOT_FOUND")));
    }

    @Test
    void The_language_is_the_browsers_until_one_is_picked_and_then_it_is_remembered() {
        browser()
                .header("Accept-Language", "es-MX,es;q=0.9")
                .get("/")
                .then()
                .body(containsString("<html lang=\"es\" dir=\"ltr\">"));
        var picked = browser()
                .header("Accept-Language", "es-MX")
                .get("/?lang=en")
                .then()
                .body(containsString("<html lang=\"en\" dir=\"ltr\">"));
        browser()
                .header("Accept-Language", "es-MX")
                .cookie("rightdoor-language", picked.extract().cookie("rightdoor-language"))
                .get("/topics/bus-late")
                .then()
                .body(containsString("<html lang=\"en\" dir=\"ltr\">"));
    }

    @ParameterizedTest
    @CsvSource({
        "es-MX, es, ltr, ¿En qué podemos ayudar?",
        "pt-BR, pt, ltr, Como podemos ajudar?",
        "ht, ht, ltr, Kijan nou ka ede ou?",
        "vi-VN, vi, ltr, Chúng tôi có thể giúp gì cho quý vị?",
        "zh-CN, zh, ltr, 我们能帮您什么？",
        "ar-SY, ar, rtl, كيف يمكننا مساعدتكم؟",
        "fr-FR, en, ltr, How can we help?"
    })
    void A_family_is_spoken_to_in_the_language_of_its_browser(
            String wanted, String language, String direction, String title) {
        browser()
                .header("Accept-Language", wanted)
                .get("/")
                .then()
                .body(
                        containsString("<html lang=\"" + language + "\" dir=\"" + direction + "\">"),
                        containsString(title));
    }

    @Test
    void Another_language_leads_back_to_the_same_page_with_all_that_was_asked_of_it() {
        browser()
                .get("/topics/bus-late?from=poster&lang=es")
                .then()
                .body(containsString("href=\"/topics/bus-late?from=poster&amp;lang=vi\""));
    }

    @Test
    void Who_writes_in_a_language_is_answered_in_it_unless_another_one_was_picked() {
        var page = asked("¿Dónde está el autobús de mi hija? Esta mañana no pasó por la parada.");
        browser().header("Accept-Language", "en").get(page).then().body(containsString("Su conversación"));
        browser()
                .header("Accept-Language", "en")
                .cookie("rightdoor-language", "en")
                .get(page)
                .then()
                .body(containsString("Your conversation"));
    }

    @Test
    void A_form_sent_twice_is_one_contact_and_a_form_changed_after_going_back_is_another() {
        var nonce = UUID.randomUUID().toString();
        var first = send(form("Where is bus 9?").formParam("nonce", nonce));
        assertThat(send(form("Where is bus 9?").formParam("nonce", nonce))).isEqualTo(first);
        assertThat(send(form("What is for lunch tomorrow?").formParam("nonce", nonce)))
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n ", "\u0000\u0007"})
    void A_question_without_words_is_asked_for_again(String text) {
        form(text)
                .formParam("name", "Ana Ruiz")
                .post("/")
                .then()
                .statusCode(422)
                .body(containsString("Please write your question."), containsString("value=\"Ana Ruiz\""));
    }

    @Test
    void What_was_typed_stays_in_the_form_beside_what_is_wrong_with_it() {
        form("Where is bus 14? <b>Now</b>")
                .formParam("email", "ana at home")
                .formParam("phone", "12")
                .formParam("name", "\"><script>alert(1)</script>")
                .formParam("topic", "bus-late")
                .post("/")
                .then()
                .statusCode(422)
                .body(
                        containsString("Where is bus 14? &lt;b&gt;Now&lt;/b&gt;</textarea>"),
                        containsString("value=\"ana at home\""),
                        containsString("does not look like an e-mail address"),
                        containsString("does not look like a phone number"),
                        containsString("href=\"#email\""),
                        containsString("name=\"topic\" value=\"bus-late\""),
                        not(containsString("<script>")));
    }

    @Test
    void A_text_of_a_hundred_kilobytes_is_refused_and_not_lost() {
        var text = "bus ".repeat(25_000) + "the end";
        form(text).post("/").then().statusCode(422).body(containsString("the end"), containsString("too long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table inquiry; -- and where is the bus",
                "<img src=x onerror=alert(1)>{inject:config}{texts:askTitle}",
                "🚌🚌🚌",
                "أين الحافلة رقم 14 هذا الصباح؟",
                "\u202Ereversed\u0000 and zero"
            })
    void Whatever_is_written_is_shown_as_text(String text) {
        var body = browser().get(asked(text)).then().statusCode(200).extract().asString();
        assertThat(body).doesNotContain("<img src=x").doesNotContain("How can we help?</h1>");
        assertThat(body)
                .contains(text.replace("\u0000", "")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("'", "&#39;"));
    }

    @Test
    void When_nothing_can_be_stored_the_form_says_so_and_keeps_every_word() {
        QuarkusMock.installMockForType(new IntakeThatFails(), Intake.class);
        form("Where is bus 14?")
                .formParam("email", email)
                .post("/")
                .then()
                .statusCode(503)
                .body(
                        containsString("Where is bus 14?</textarea>"),
                        containsString(email),
                        containsString("it has not been sent"),
                        containsString("410-555-0100"));
    }

    @Test
    void A_page_that_is_not_there_leads_back_in_the_readers_language() {
        browser()
                .header("Accept-Language", "es")
                .get("/topics/no-such-topic")
                .then()
                .statusCode(404)
                .body(containsString("No encontramos esa página"));
        browser()
                .accept("application/json")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void Another_sites_page_cannot_post_here() {
        form("Where is the bus?")
                .header("Origin", "https://evil.example")
                .post("/")
                .then()
                .statusCode(403);
        form("Where is the bus?")
                .header("Origin", TestDistrict.PUBLIC_URL)
                .post("/")
                .then()
                .statusCode(303);
    }

    private static RequestSpecification form(String text) {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", text);
    }

    private static String send(RequestSpecification form) {
        var location = form.post("/").then().statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/cases/"));
    }

    private static String asked(String text) {
        return send(form(text).formParam("nonce", UUID.randomUUID()));
    }

    private static class IntakeThatFails extends Intake {
        @Override
        public Uni<Receipt> receive(Inbound message) {
            return Uni.createFrom().failure(new ConnectException("Connection refused"));
        }
    }
}
