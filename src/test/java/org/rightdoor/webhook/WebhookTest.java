package org.rightdoor.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.rightdoor.TestFamily.asks;
import static org.rightdoor.TestStaff.admin;
import static org.rightdoor.TestStaff.sql;
import static org.rightdoor.TextingFamily.one;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.Config;
import org.rightdoor.TestDistrict;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Inquiries;

/** An address outside hears what happens to cases: signed, at least once, and in nobody's words. */
@QuarkusTest
@QuarkusTestResource(TestDistrict.class)
class WebhookTest {

    private static final String SETTINGS = "/desk/settings/webhooks";

    @Inject
    Inquiries inquiries;

    @Inject
    Config config;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    private record Heard(String id, String timestamp, String signature, String body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException noJson) {
                throw new IllegalStateException(noJson);
            }
        }
    }

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int answers = 204;
    private HttpServer outside;
    private String page;

    @BeforeEach
    void listen() throws IOException {
        outside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        outside.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            heard.add(new Heard(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answers, -1);
            exchange.close();
        });
        outside.start();
    }

    @AfterEach
    void stop() {
        if (page != null) admin().post(page + "/removed");
        outside.stop(0);
    }

    @Test
    void What_happens_to_a_case_is_told_signed_and_without_words() throws Throwable {
        var key = add("case.opened", "case.resolved");
        var number = asks("Where do we get back the blue lunch box that Luis left on bus 14?");
        VertxContextSupport.subscribeAndAwait(() -> inquiries.change(number, inquiry -> inquiry.resolve(Actor.FAMILY)));

        var opened = told("case.opened", number);
        var resolved = told("case.resolved", number);
        assertThat(opened.signature())
                .isEqualTo(key.sign(opened.id(), Long.parseLong(opened.timestamp()), opened.body()));
        assertThat(resolved.json().at("/data/status").asText()).isEqualTo("RESOLVED");
        assertThat(resolved.json().at("/data/by").asText()).isEqualTo("family");
        assertThat(opened.json().at("/data/department").asText()).isEqualTo("transportation");
        assertThat(heard)
                .noneMatch(one -> one.body().contains("Luis") || one.body().contains("@family.example"));
        admin().get(page).then().body(containsString(opened.id()), containsString("Arrived"));
    }

    @Test
    void Of_a_confidential_and_of_a_safety_case_no_more_than_the_number_leaves() throws Throwable {
        add("case.resolved");
        for (var mark : List.of("confidential", "safety")) {
            var number = asks("Where is bus 14 this morning?");
            sql("update inquiry set " + mark + " = true where number = ?", number);
            VertxContextSupport.subscribeAndAwait(
                    () -> inquiries.change(number, inquiry -> inquiry.resolve(Actor.FAMILY)));
            assertThat(told("case.resolved", number).json().get("data").toString())
                    .isEqualTo("{\"number\":" + number + ",\"restricted\":true}");
        }
    }

    @Test
    void What_fails_is_tried_again_with_the_same_id_and_body_and_the_log_says_why() {
        answers = 500;
        add("case.opened");
        var number = asks("Where is bus 14 this morning?");
        var first = told("case.opened", number);
        await().until(() -> admin().get(page).asString().contains("It answered 500."));

        answers = 204;
        sql("update webhook_delivery set next_try_at = now() where message = ?", first.id());
        await().until(() -> heard.stream()
                        .filter(one -> one.json().at("/data/number").asLong() == number)
                        .count()
                == 2);
        assertThat(heard.stream().map(Heard::id).distinct()).containsExactly(first.id());
        assertThat(heard.stream().map(Heard::body).distinct()).hasSize(1);
        await().until(() ->
                "DELIVERED".equals(one("select state from webhook_delivery where message = '" + first.id() + "'")));
    }

    @Test
    void Two_replicas_tell_each_event_once() {
        add("case.resolved");
        var number = asks("Where is bus 14 this morning?");
        sql(
                """
                insert into event (inquiry_number, at, kind, actor, detail)
                select ?, now(), 'RESOLVED', 'Family', '' from generate_series(1, 150)""",
                number);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(replica()::send), CompletableFuture.runAsync(replica()::send))
                .join();
        await().until(() -> "0".equals(one("select count(*) from webhook_delivery where state = 'QUEUED'")));
        assertThat(heard).extracting(Heard::id).hasSize(150).doesNotHaveDuplicates();
    }

    /** Another process with the same database. */
    private SendDeliveries replica() {
        var other = new SendDeliveries();
        other.config = config;
        other.webhooks = webhooks;
        other.deliveries = deliveries;
        return other;
    }

    @Test
    void An_address_that_is_gone_is_switched_off_and_while_none_is_on_nothing_is_queued() {
        answers = 410;
        add();
        admin().post(page + "/test").then().statusCode(303);
        await().until(() -> admin().get(page).asString().contains("It said that it is gone (410)."));

        var before = one("select count(*) from webhook_event");
        asks("Where is bus 14 this morning?");
        assertThat(one("select count(*) from webhook_event")).isEqualTo(before);
    }

    @Test
    void An_address_inside_the_network_or_without_https_is_refused_and_what_was_typed_stays() {
        for (var refused :
                List.of("http://169.254.169.254/latest", "https://10.0.0.1/x", "http://93.184.215.14/", "nonsense")) {
            admin().formParam("url", refused)
                    .post(SETTINGS)
                    .then()
                    .statusCode(422)
                    .body(containsString("value=\"" + refused + "\""));
        }
    }

    private SigningKey add(String... types) {
        var url = "http://127.0.0.1:" + outside.getAddress().getPort() + "/hook";
        var shown = admin().formParam("url", url)
                .formParam("type", (Object[]) types)
                .post(SETTINGS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        page = SETTINGS + "/" + one("select max(id) from webhook where url = '" + url + "'");
        var written = Pattern.compile("whsec_([A-Za-z0-9+/=]+)").matcher(shown);
        assertThat(written.find()).isTrue();
        return new SigningKey(Base64.getDecoder().decode(written.group(1)));
    }

    private Heard told(String type, long number) {
        return await().until(
                        () -> heard.stream()
                                .filter(one -> one.json().get("type").asText().equals(type)
                                        && one.json().at("/data/number").asLong() == number)
                                .findFirst(),
                        Optional::isPresent)
                .get();
    }
}
