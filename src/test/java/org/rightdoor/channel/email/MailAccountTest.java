package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailAccountTest {

    private static final Set<String> IMAP = Set.of("imap", "imaps");

    @Test
    void Everything_in_the_url_is_understood() {
        var account = MailAccount.of(
                "X", "imaps://help%40maple.example:p%3A%2F%40%25+w@mail.example:1993/School%2FHelp", IMAP);
        assertThat(account)
                .isEqualTo(new MailAccount(
                        "imaps", "mail.example", 1993, "help@maple.example", "p:/@%+w", "School/Help", false));
    }

    @Test
    void An_at_in_the_user_needs_no_encoding_and_ports_have_defaults() {
        var account = MailAccount.of("X", "imaps://help@maple.example:secret@mail.example", IMAP);
        assertThat(account)
                .isEqualTo(
                        new MailAccount("imaps", "mail.example", 993, "help@maple.example", "secret", "INBOX", false));
        assertThat(MailAccount.of("X", "smtp://relay.example", Set.of("smtp")).port())
                .isEqualTo(587);
    }

    @Test
    void Its_name_in_the_log_has_no_password() {
        var account = MailAccount.of("X", "imap://help@maple.example:secret@mail.example/INBOX", IMAP);
        assertThat(account).hasToString("imap://help@maple.example@mail.example:143/INBOX");
    }

    @Test
    void A_wrong_url_is_refused_without_showing_the_password() {
        for (var wrong : List.of("pop3://a:secret@b", "mail.example", "imaps://a:secret@", "imaps://a:secret@b:port")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MailAccount.of("RIGHTDOOR_IMAP_URL", wrong, IMAP))
                    .withMessageContaining("RIGHTDOOR_IMAP_URL must look like imaps://user:password@host:993/INBOX")
                    .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
        }
    }

    @Test
    void Our_addresses_are_those_we_write_from_and_those_we_read() {
        var accounts = new MailAccounts(
                Optional.of("smtp://relay:x@relay.example"),
                List.of("imaps://Help@maple.example:x@mail.example", "imaps://ayuda@maple.example:x@mail.example"),
                Optional.of("Maple Schools <answers@maple.example>"));
        assertThat(accounts.ourAddresses())
                .containsExactlyInAnyOrder("help@maple.example", "ayuda@maple.example", "answers@maple.example");
    }

    @Test
    void Without_an_address_of_our_own_the_log_in_is_it() {
        var accounts =
                new MailAccounts(Optional.of("smtps://help@maple.example:x@mail.example"), List.of(), Optional.empty());
        assertThat(accounts.from())
                .hasValueSatisfying(from -> assertThat(from.getAddress()).isEqualTo("help@maple.example"));
    }
}
