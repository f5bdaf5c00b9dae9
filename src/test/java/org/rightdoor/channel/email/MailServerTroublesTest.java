package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Outgoing;

/** Mail servers that are away, busy, or of another opinion. */
class MailServerTroublesTest {

    private GreenMail server;
    private int port;

    @BeforeEach
    void openPostOffice() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser("help@maple.example", "help@maple.example", "secret");
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void closePostOffice() {
        server.stop();
    }

    @Test
    void Only_what_no_person_wrote_leaves_without_a_sender_to_bounce_to() throws Exception {
        try (var server = new SayingNo("250 fine", "250 fine")) {
            var transport = transport(server);
            transport.send(reply("Open at 8.", "Hours", "en", true));
            assertThat(server.senders).containsExactly("MAIL FROM:<>");
        }
        try (var server = new SayingNo("250 fine", "250 fine")) {
            transport(server).send(reply("Open at 8.", "Hours", "en", false));
            assertThat(server.senders).containsExactly("MAIL FROM:<help@maple.example>");
        }
    }

    @Test
    void A_server_that_takes_no_mail_without_a_sender_gets_it_with_one() throws Exception {
        try (var server = new SayingNo("250 fine", "550 who are you")) {
            transport(server).send(reply("Open at 8.", "Hours", "en", true));
            assertThat(server.senders).containsExactly("MAIL FROM:<>", "MAIL FROM:<help@maple.example>");
        }
    }

    @Test
    void Without_a_server_it_fails_for_good_and_says_what_to_set() {
        var failure = failure(accounts(Optional.empty()));
        assertThat(failure.permanent()).isTrue();
        assertThat(failure).hasMessageContaining("RIGHTDOOR_SMTP_URL");
    }

    @Test
    void A_server_that_is_away_is_tried_again() {
        server.stop();
        var failure = failure(accounts(Optional.of(url())));
        assertThat(failure.permanent()).isFalse();
        assertThat(failure.getMessage()).contains("127.0.0.1").doesNotContain("secret");
    }

    @Test
    void A_refused_log_in_is_tried_again_since_somebody_can_mend_it() {
        var failure = failure(accounts(Optional.of(url().replace("secret", "wrong"))));
        assertThat(failure.permanent()).isFalse();
        assertThat(failure).hasMessageContaining("refused our log-in");
    }

    @Test
    void An_unknown_recipient_fails_for_good_in_the_servers_words() throws IOException {
        try (var no = new SayingNo("550 5.1.1 No such user here")) {
            var failure = failure(accounts(Optional.of("smtp://127.0.0.1:" + no.port())));
            assertThat(failure.permanent()).isTrue();
            assertThat(failure).hasMessageContaining("550 5.1.1 No such user here");
        }
    }

    @Test
    void A_busy_server_is_tried_again() throws IOException {
        try (var busy = new SayingNo("451 4.7.1 Greylisted, try later")) {
            var failure = failure(accounts(Optional.of("smtp://127.0.0.1:" + busy.port())));
            assertThat(failure.permanent()).isFalse();
            assertThat(failure).hasMessageContaining("Greylisted");
        }
    }

    @Test
    void What_is_no_address_fails_for_good() {
        var wrong = new Outgoing(7, 1042, Channel.EMAIL, "ana at home", "x", "t", "en", "d", "t0ken", null, false, 1);
        var failure = catchThrowableOfType(DeliveryFailed.class, () -> transport(accounts(Optional.of(url())))
                .send(wrong));
        assertThat(failure.permanent()).isTrue();
    }

    private static DeliveryFailed failure(MailAccounts accounts) {
        return catchThrowableOfType(
                DeliveryFailed.class, () -> transport(accounts).send(reply("text", "x", "en", false)));
    }

    private static MailTransport transport(SayingNo server) {
        return transport(accounts(Optional.of("smtp://127.0.0.1:" + server.port())));
    }

    private static MailTransport transport(MailAccounts accounts) {
        return new MailTransport(
                accounts, OAuthSettings.NO_TOKENS, reply -> List.of(), URI.create("https://door"), language -> "Maple");
    }

    private static MailAccounts accounts(Optional<String> smtpUrl) {
        return new MailAccounts(smtpUrl, List.of(), Optional.of("help@maple.example"));
    }

    private String url() {
        return "smtp://help@maple.example:secret@127.0.0.1:" + port;
    }

    private static Outgoing reply(String text, String subject, String language, boolean automatic) {
        return new Outgoing(
                7,
                1042,
                Channel.EMAIL,
                "ana.ruiz@home.example",
                subject,
                text,
                language,
                "transportation",
                "t0ken",
                "<q@home.example>",
                automatic,
                1);
    }
}
