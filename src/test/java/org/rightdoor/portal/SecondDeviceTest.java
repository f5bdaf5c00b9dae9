package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.rightdoor.TestStaff.browser;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;
import org.rightdoor.TestPhones;
import org.rightdoor.TestStaff;

/** A link alone, guessed or passed on, says nothing about a student. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class SecondDeviceTest {

    private static final String WORDS = "My son has a peanut allergy and bus 14 left him at the stop.";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final String email = UUID.randomUUID() + "@family.example";
    private String trust;

    @Test
    void The_browser_that_asked_reads_its_case_at_once() {
        var page = asked(WORDS, "email", email);

        browser().cookie("rightdoor-case", trust).get(page).then().body(containsString("peanut"));
    }

    @Test
    void Another_browser_reads_number_state_and_desk_and_no_word() {
        var page = asked(WORDS, "email", email);

        browser()
                .get(page)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        containsString("Case #"),
                        containsString("With us"),
                        containsString("It is with"),
                        containsString(email.charAt(0) + "***@f***.example"),
                        not(containsString("peanut")),
                        not(containsString(email)));
    }

    @Test
    void The_code_from_the_mail_opens_it_once() throws SQLException {
        var page = asked(WORDS, "email", email);
        send(page, "EMAIL").then().statusCode(303).header("Location", endsWith("?code=sent"));
        browser().get(page + "?code=sent").then().body(containsString("A code is on its way."));
        var code = codes().get(0);

        var spaced = code.substring(0, 3) + " " + code.substring(3);
        var confirmed = confirm(page, spaced);
        confirmed.then().statusCode(303);
        browser()
                .cookie("rightdoor-case", confirmed.getCookie("rightdoor-case"))
                .get(page)
                .then()
                .body(containsString("peanut"));
        confirm(page, code).then().statusCode(422).body(not(containsString("peanut")));
    }

    @Test
    void After_five_tries_the_right_code_does_not_fit_either() throws SQLException {
        var page = asked(WORDS, "email", email);
        send(page, "EMAIL");
        var code = codes().get(0);
        var wrong = code.equals("000000") ? "000001" : "000000";

        for (var i = 0; i < 5; i++) confirm(page, wrong).then().statusCode(422).body(containsString("does not fit"));

        confirm(page, code).then().statusCode(422);
    }

    @Test
    void A_code_that_is_a_quarter_of_an_hour_old_does_not_fit() throws SQLException {
        var page = asked(WORDS, "email", email);
        send(page, "EMAIL");
        TestStaff.sql("update device_code set expires_at = now() where address = ?", email);

        confirm(page, codes().get(0)).then().statusCode(422);
    }

    @Test
    void Pressing_twice_sends_one_code_and_looks_the_same_and_a_sixth_one_a_day_is_not_sent() throws SQLException {
        var page = asked(WORDS, "email", email);
        var first = send(page, "EMAIL");
        var second = send(page, "EMAIL");
        assertThat(codes()).hasSize(1);
        assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
        assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));

        for (var i = 0; i < 6; i++) {
            TestStaff.sql("update device_code set sent_at = sent_at - interval '2 minutes' where address = ?", email);
            send(page, "EMAIL").then().statusCode(303);
        }
        assertThat(codes()).hasSize(5);
    }

    @Test
    void The_code_of_one_case_does_not_open_another() throws SQLException {
        var page = asked(WORDS, "email", email);
        var other = asked("Where is bus 9?", "email", UUID.randomUUID() + "@family.example");
        send(page, "EMAIL");

        confirm(other, codes().get(0)).then().statusCode(422);
    }

    @Test
    void A_forged_cookie_and_the_cookie_of_another_case_open_nothing() {
        var page = asked(WORDS, "email", email);
        asked("Where is bus 9?", "email", UUID.randomUUID() + "@family.example");

        for (var cookie : List.of(trust, "9999999999.forged", "x.y", "", "9999999999")) {
            browser().cookie("rightdoor-case", cookie).get(page).then().body(not(containsString("peanut")));
        }
    }

    @Test
    void Nothing_is_changed_or_added_from_a_browser_that_has_not_confirmed() {
        var page = asked(WORDS, "email", email);

        for (var verb : List.of("solved", "person", "help", "about", "way", "no-texts", "rating", "rating/more")) {
            browser().formParam("courtesy", "5").post(page + "/" + verb).then().statusCode(404);
        }
        browser()
                .formParam("text", "Please send my child home with a stranger.")
                .post(page + "/messages")
                .then()
                .statusCode(404);
        browser().cookie("rightdoor-case", trust).get(page).then().body(not(containsString("stranger")));
    }

    @Test
    void A_family_that_texts_gets_the_code_as_a_text_in_its_language() throws SQLException {
        var phone = TestPhones.next();
        var page = asked("¿Dónde está el autobús de mi hija? Hoy no pasó por la parada.", "phone", phone);
        browser().get(page).then().body(containsString("Confirme que es usted"), not(containsString("autobús de")));
        send(page, "SMS").then().statusCode(303);

        assertThat(texts(phone)).hasSize(1).allMatch(text -> text.contains("Su código es"));
    }

    @Test
    void Who_has_left_no_address_is_told_that_the_link_is_all_there_is() {
        var page = asked(WORDS, "name", "");

        browser().get(page).then().body(containsString("peanut"), containsString("this link alone opens the case"));
    }

    @Test
    void A_code_is_no_part_of_the_conversation() throws SQLException {
        var page = asked(WORDS, "email", email);
        send(page, "EMAIL");

        browser().cookie("rightdoor-case", trust).get(page).then().body(not(containsString(codes().get(0))));
    }

    private String asked(String text, String field, String value) {
        var sent = browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("text", text)
                .formParam("nonce", UUID.randomUUID())
                .formParam(field, value)
                .post("/");
        sent.then().statusCode(303);
        trust = sent.getCookie("rightdoor-case");
        return sent.getHeader("Location").replaceFirst("^.*(?=/cases/)", "").replaceFirst("\\?.*", "");
    }

    private static Response send(String page, String by) {
        return browser().formParam("by", by).post(page + "/code");
    }

    private static Response confirm(String page, String code) {
        return browser().formParam("code", code).post(page + "/device");
    }

    private List<String> codes() throws SQLException {
        return texts(email).stream()
                .map(CODE::matcher)
                .map(found -> found.results().findFirst().orElseThrow().group())
                .toList();
    }

    private static List<String> texts(String address) throws SQLException {
        try (var connection = TestDistrict.database().getPostgresDatabase().getConnection();
                var statement =
                        connection.prepareStatement("select text from reply where code and address = ? order by id")) {
            statement.setString(1, address);
            var rows = statement.executeQuery();
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }
}
