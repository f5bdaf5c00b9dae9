package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Outgoing;

/** Log-in by access token, against a mail server that knows XOAUTH2 and a token endpoint that stands in for a provider's. */
class TokenLogInTest {

    private static final String DISTRICT = "help@maple.example";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String answer = "{\"access_token\":\"t-1\",\"expires_in\":3600}";
    private int status = 200;
    private GreenMail server;
    private HttpServer provider;
    private AccessTokens tokens;

    @BeforeEach
    void open() throws IOException {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser(DISTRICT, DISTRICT, "t-1");
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        provider.start();
        var address = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/token");
        tokens = new AccessTokens(OAuthSettings.with(address, Optional.empty()));
    }

    @AfterEach
    void close() {
        provider.stop(0);
        server.stop();
    }

    @Test
    void A_mailbox_is_read_with_a_token_for_which_a_refresh_token_was_given() throws Exception {
        GreenMailUtil.sendTextEmail(
                DISTRICT, "ana@home.example", "bus", "late", server.getSmtp().getServerSetup());
        try (var open = MailboxConnection.to(mailbox(":r%2Bfresh"), tokens, Duration.ofMinutes(1))) {
            assertThat(open.folder().getMessageCount()).isEqualTo(1);
        }
        assertThat(asked)
                .containsExactly(
                        "grant_type=refresh_token&refresh_token=r%2Bfresh&client_id=door&client_secret=sesame+%26+more");
    }

    @Test
    void Without_a_refresh_token_the_application_asks_in_its_own_name() throws Exception {
        MailboxConnection.to(mailbox(""), tokens, Duration.ofMinutes(1)).close();
        assertThat(asked).singleElement().asString().startsWith("grant_type=client_credentials&client_id=door");
    }

    @Test
    void A_token_is_used_until_shortly_before_it_ends_and_the_new_refresh_token_next_time() throws Exception {
        answer = "{\"access_token\":\"t-1\",\"expires_in\":3600,\"refresh_token\":\"second\","
                + "\"refresh_token_expires_in\":864000}";
        var account = mailbox(":first");
        tokens.secret(account);
        tokens.secret(account);
        assertThat(asked).hasSize(1);
        assertThat(tokens.consents()).containsOnlyKeys(DISTRICT);

        answer = "{\"access_token\":\"t-2\",\"expires_in\":100}";
        tokens.forget(account);
        assertThat(tokens.secret(account)).isEqualTo("t-2");
        tokens.secret(account);
        assertThat(asked).hasSize(3);
        assertThat(asked.get(1)).contains("refresh_token=second");
    }

    @Test
    void A_token_that_the_mail_server_does_not_take_is_asked_for_anew() throws Exception {
        answer = "{\"access_token\":\"revoked\",\"expires_in\":3600}";
        assertThatThrownBy(() -> MailboxConnection.to(mailbox(""), tokens, Duration.ofMinutes(1)))
                .isInstanceOf(MessagingException.class);
        answer = "{\"access_token\":\"t-1\",\"expires_in\":3600}";
        MailboxConnection.to(mailbox(""), tokens, Duration.ofMinutes(1)).close();
        assertThat(asked).hasSize(2);
    }

    @Test
    void What_the_provider_says_against_it_is_told() {
        status = 400;
        answer = "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS700082: expired due to inactivity\"}";
        assertThatThrownBy(() -> tokens.secret(mailbox(":old")))
                .hasMessageContaining("invalid_grant AADSTS700082: expired due to inactivity")
                .hasMessageContaining(DISTRICT);
    }

    @Test
    void Mail_leaves_with_a_token_too() throws Exception {
        var url = "smtp://help%40maple.example;AUTH=XOAUTH2:fresh@127.0.0.1:"
                + server.getSmtp().getPort();
        var accounts = new MailAccounts(Optional.of(url), List.of(), Optional.of(DISTRICT));
        new MailTransport(accounts, tokens, reply -> List.of(), URI.create("https://door"), language -> "Maple")
                .send(new Outgoing(
                        7,
                        1042,
                        Channel.EMAIL,
                        "ana@home.example",
                        "Bus",
                        "On time.",
                        "en",
                        "d",
                        "t0ken",
                        null,
                        false,
                        1));
        assertThat(server.getReceivedMessagesForDomain("ana@home.example")).hasSize(1);
        assertThat(asked).hasSize(1);
    }

    private MailAccount mailbox(String secret) {
        var url = "imap://help%40maple.example;AUTH=XOAUTH2" + secret + "@127.0.0.1:"
                + server.getImap().getPort() + "/INBOX";
        return MailAccount.of("url", url, Set.of("imap"));
    }
}
