package org.rightdoor.channel.email;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rightdoor.Config;

/**
 * What an account logs in with: its password, or an access token (RFC 6749) where the mail provider takes no passwords.
 * Blocking: it is for the threads that read and send mail.
 */
@Singleton
class AccessTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A token is renewed this long before it ends, so that no conversation starts with one that ends in it. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private record Token(String value, Instant until) {}

    private final Optional<Config.OAuth> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Token> held = new ConcurrentHashMap<>();
    private final Map<String, String> rotated = new ConcurrentHashMap<>();
    private final Map<String, Instant> consents = new ConcurrentHashMap<>();

    @Inject
    AccessTokens(Config config) {
        this(config.mail().oauth());
    }

    AccessTokens(Config.OAuth settings) {
        this.settings = Optional.ofNullable(settings);
    }

    /** @throws MessagingException with the provider's own words when it gives no token */
    String secret(MailAccount account) throws MessagingException {
        if (!account.token()) return account.password();
        var token = held.get(account.user());
        if (token != null && Instant.now().isBefore(token.until().minus(MARGIN))) return token.value();
        return renewed(account);
    }

    /** The server did not take it: the next log-in asks for another. */
    void forget(MailAccount account) {
        if (account.token()) held.remove(account.user());
    }

    /** When the consent behind a refresh token ends, for each account whose provider says so. */
    Map<String, Instant> consents() {
        return Map.copyOf(consents);
    }

    private synchronized String renewed(MailAccount account) throws MessagingException {
        var answer = ask(account);
        var value = answer.path("access_token").asText();
        var seconds = answer.path("expires_in").asLong(3600);
        held.put(account.user(), new Token(value, Instant.now().plusSeconds(seconds)));
        // Some providers give a new refresh token each time and let the old one die.
        if (answer.hasNonNull("refresh_token"))
            rotated.put(account.user(), answer.path("refresh_token").asText());
        var consent = answer.path("refresh_token_expires_in").asLong(0);
        if (consent > 0) consents.put(account.user(), Instant.now().plusSeconds(consent));
        return value;
    }

    private JsonNode ask(MailAccount account) throws MessagingException {
        var address = settings.flatMap(Config.OAuth::tokenUrl)
                .orElseThrow(() -> new MessagingException("RIGHTDOOR_MAIL_OAUTH_TOKEN_URL is not set"));
        try {
            var answer = http.send(request(address, account), HttpResponse.BodyHandlers.ofString());
            var said = new ObjectMapper().readTree(answer.body());
            if (answer.statusCode() == 200 && said.hasNonNull("access_token")) return said;
            throw new MessagingException("No access token for " + account.user() + ": "
                    + said.path("error").asText("status " + answer.statusCode()) + " "
                    + said.path("error_description").asText());
        } catch (IOException unreachable) {
            throw new MessagingException("No access token for " + account.user() + ": " + unreachable, unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new MessagingException("Stopping", stopping);
        }
    }

    private HttpRequest request(URI address, MailAccount account) {
        var form = new LinkedHashMap<String, String>();
        var refresh = rotated.getOrDefault(account.user(), account.password());
        form.put("grant_type", refresh == null ? "client_credentials" : "refresh_token");
        if (refresh != null) form.put("refresh_token", refresh);
        settings.flatMap(Config.OAuth::clientId).ifPresent(id -> form.put("client_id", id));
        settings.flatMap(Config.OAuth::clientSecret).ifPresent(secret -> form.put("client_secret", secret));
        settings.flatMap(Config.OAuth::scope).ifPresent(scope -> form.put("scope", scope));
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
