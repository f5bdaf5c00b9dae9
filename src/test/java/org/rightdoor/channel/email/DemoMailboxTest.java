package org.rightdoor.channel.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.rightdoor.TestDistrict;

/** A family writes and reads mail in the demo, as a browser without JavaScript would. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
@QuarkusTestResource(value = DemoDistrict.class, restrictToAnnotatedClass = true)
class DemoMailboxTest {

    private static final String GRACE = "grace.kim@home.example";

    @Test
    void A_family_writes_gets_an_answer_and_replies_to_it() {
        write(GRACE, "Grace Kim", "Bus 14", "Bus 14 is late again, my son is still waiting at the stop.", "")
                .then()
                .statusCode(303);

        await().atMost(15, TimeUnit.SECONDS)
                .until(() -> page(GRACE).select("article.received").size() == 1);
        var page = page(GRACE);
        assertThat(page.select("article.sent strong").text()).isEqualTo("Bus 14");
        assertThat(page.select("article.received strong").text()).matches("Re: Bus 14 \\[Case #\\d+]");
        assertThat(page.select("article").first().hasClass("received"))
                .as("newest first")
                .isTrue();

        var replyTo = page.select("button[name=reply-to]").val();
        var reply = Jsoup.parse(given().queryParam("as", GRACE)
                .queryParam("reply-to", replyTo)
                .get("/demo/mailbox")
                .asString());
        assertThat(reply.select("input[name=subject]").val()).startsWith("Re: Bus 14 [Case #");
        assertThat(reply.select("input[name=in-reply-to]").val()).isEqualTo(replyTo);
    }

    @Test
    void What_cannot_be_sent_is_still_in_the_form() {
        var page = Jsoup.parse(write("grace at home", "Grace", "Bus <14>", "A long & careful <text>.", "")
                .then()
                .statusCode(400)
                .extract()
                .asString());
        assertThat(page.select("[role=alert]").text()).contains("is not an e-mail address");
        assertThat(page.select("input[name=address]").val()).isEqualTo("grace at home");
        assertThat(page.select("input[name=subject]").val()).isEqualTo("Bus <14>");
        assertThat(page.select("textarea").text()).isEqualTo("A long & careful <text>.");
    }

    @Test
    void Its_style_is_there() {
        for (var style : page(GRACE).select("link[rel=stylesheet]").eachAttr("href")) {
            given().get(style).then().statusCode(200);
        }
    }

    private static Response write(String address, String name, String subject, String text, String inReplyTo) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("address", address)
                .formParam("name", name)
                .formParam("subject", subject)
                .formParam("text", text)
                .formParam("in-reply-to", inReplyTo)
                .post("/demo/mailbox");
    }

    private static Document page(String address) {
        return Jsoup.parse(
                given().queryParam("as", address).get("/demo/mailbox").asString());
    }
}
