package org.rightdoor.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the door says when what is behind it fails. */
class TwilioOutageTest {

    private static final String FORM_TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

    @Test
    void A_text_that_cannot_be_stored_is_not_acknowledged() {
        var response = send(webhook(Map.of()));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
    }

    @Test
    void A_report_that_cannot_be_stored_is_not_acknowledged() {
        var form = Map.of("MessageSid", "SM1", "MessageStatus", "delivered");
        var response = webhook(Map.of())
                .status(asked("/webhooks/twilio/status"), signature("/status", form), FORM_TYPE, null, body(form))
                .await()
                .indefinitely();
        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void Without_an_account_the_door_says_what_to_set() {
        var refused = catchThrowableOfType(
                WebApplicationException.class, () -> send(webhook(Map.of("rightdoor.twilio.auth-token", ""))));
        assertThat(refused.getResponse().getStatus()).isEqualTo(503);
        assertThat(refused).hasMessageContaining("TWILIO_AUTH_TOKEN");
    }

    @Test
    void A_slow_database_is_not_waited_for_and_the_next_attempt_joins_the_work_of_the_first() {
        var started = new AtomicInteger();
        var finished = new CountDownLatch(1);
        var webhook = webhook(Map.of(), () -> {
            started.incrementAndGet();
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(1_400))
                    .invoke(finished::countDown);
        });

        assertThat(send(webhook).getStatus()).isEqualTo(503);
        assertThat(finished.getCount()).as("still at work").isOne();
        assertThat(send(webhook).getStatus()).isEqualTo(200);
        assertThat(finished.getCount()).isZero();
        assertThat(started).hasValue(1);
    }

    private static Response send(TwilioWebhook webhook) {
        var form = Map.of("MessageSid", "SM1", "From", "+14105550141", "Body", "hello");
        return webhook.text(asked("/webhooks/twilio/sms"), signature("/sms", form), null, FORM_TYPE, body(form))
                .await()
                .indefinitely();
    }

    private static String signature(String door, Map<String, String> form) {
        return DemoSignature.of("https://ask.maple.example/webhooks/twilio" + door, form, SmsConfig.TOKEN);
    }

    private static byte[] body(Map<String, String> form) {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue().replace("+", "%2B"))
                .toList();
        return String.join("&", fields).getBytes(StandardCharsets.UTF_8);
    }

    private static TwilioWebhook webhook(Map<String, String> settings) {
        return webhook(settings, () -> Uni.createFrom().failure(new ConnectException("the database is down")));
    }

    private static TwilioWebhook webhook(Map<String, String> settings, Supplier<Uni<Void>> work) {
        var webhook = new TwilioWebhook();
        webhook.door = new TwilioDoor();
        webhook.door.config = SmsConfig.with(settings);
        webhook.door.signatures = new TwilioSignatures();
        webhook.door.signatures.config = webhook.door.config;
        webhook.underway = new Underway();
        webhook.reception = new Reception() {
            @Override
            Uni<Void> receive(IncomingText text) {
                return work.get();
            }

            @Override
            Uni<Void> record(DeliveryReport report) {
                return work.get();
            }
        };
        return webhook;
    }

    private static HttpServerRequest asked(String uri) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, no) ->
                        method.getName().equals("uri") || method.getName().equals("path") ? uri : null);
    }
}
