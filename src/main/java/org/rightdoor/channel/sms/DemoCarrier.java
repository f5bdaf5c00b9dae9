package org.rightdoor.channel.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rightdoor.Config;

/** Stands between the demo's telephones and the application as Twilio would, with the same signed requests over HTTP. */
@ApplicationScoped
class DemoCarrier {

    private static final String SMS = "/webhooks/twilio/sms";

    /** Long enough for the sender to have written down the message's name. */
    private static final Duration TIME_TO_DELIVER = Duration.ofSeconds(1);

    /** The application asks to be tried again where reading takes long, such as the first text after a start. */
    private static final int UNAVAILABLE = 503;

    private static final int TRIES = 5;
    private static final Duration TRIES_AGAIN_AFTER = Duration.ofSeconds(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Set<String> optedOut = ConcurrentHashMap.newKeySet();

    @Inject
    Config config;

    @Inject
    DemoConversations conversations;

    /** A new name for a message. */
    static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    boolean hasOptedOut(String number) {
        return optedOut.contains(number);
    }

    /** A family texts the district; the result is the status of the application's answer, 200 when it took the text. */
    Uni<Integer> toDistrict(String number, String text, int port) {
        var form = Map.of(
                "MessageSid",
                newSid(),
                "AccountSid",
                config.twilio().accountSid().orElseThrow(),
                "From",
                number,
                "To",
                config.twilio().from().orElseThrow(),
                "NumMedia",
                "0",
                "Body",
                text);
        return deliver(form, port, TRIES).invoke(status -> {
            if (status != 200) return;
            conversations.add(number, true, text);
            keepWishes(number, text);
        });
    }

    /** Under one name, so that a text which is taken late is taken once. */
    private Uni<Integer> deliver(Map<String, String> form, int port, int tries) {
        return post(SMS, form, port)
                .map(HttpResponse::statusCode)
                .chain(status -> status != UNAVAILABLE || tries == 1
                        ? Uni.createFrom().item(status)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(TRIES_AGAIN_AFTER)
                                .chain(() -> deliver(form, port, tries - 1)));
    }

    /** The district texts a family; a moment later the application is told that it arrived. */
    void toFamily(String sid, String number, String text, URI statusCallback, int port) {
        conversations.add(number, false, text);
        if (statusCallback == null) return;
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(TIME_TO_DELIVER)
                .chain(() -> post(
                        statusCallback.getRawPath() + "?" + statusCallback.getRawQuery(),
                        Map.of("MessageSid", sid, "MessageStatus", "delivered", "To", number),
                        port))
                .subscribe()
                .with(ignored -> {}, failure -> {});
    }

    // Twilio acts on the English words only, and on each only as it is.
    private void keepWishes(String number, String text) {
        var wish = Keywords.wish(text);
        if (wish == Keywords.Wish.STOP && !Keywords.areTwiliosOwn(text)) return;
        switch (wish) {
            case STOP -> {
                optedOut.add(number);
                conversations.add(
                        number, false, "You have opted out and will get no more texts. Reply START to get them.");
            }
            case START, YES -> {
                if (!optedOut.remove(number)) return;
                conversations.add(number, false, "You will get texts again. Reply STOP to stop them.");
            }
            case HELP -> conversations.add(number, false, "Reply STOP to get no more texts.");
            case NONE -> {}
        }
    }

    // It goes to this machine and is signed for the public address, as if a proxy stood between.
    private Uni<HttpResponse<Void>> post(String path, Map<String, String> form, int port) {
        var token = config.twilio().authToken().orElseThrow();
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(TwilioSignatures.HEADER, DemoSignature.of(PublicAddress.of(config, path), form, token))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Uni.createFrom().completionStage(() -> http.sendAsync(request, BodyHandlers.discarding()));
    }
}
