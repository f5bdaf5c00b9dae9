package org.rightdoor.channel.email;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rightdoor.Config;
import org.rightdoor.people.Address;

/** The accounts by which the district reads and sends mail: configured ones, or the demo's. */
@Singleton
class MailAccounts {

    private final Optional<MailAccount> outgoing;
    private final List<MailAccount> mailboxes;
    private final Optional<InternetAddress> from;
    private final boolean plusAddresses;

    @Inject
    MailAccounts(Config config, DemoPostOffice demo) {
        this(
                demo.isOpen() ? Optional.of(demo.smtpUrl()) : config.mail().smtpUrl(),
                demo.isOpen()
                        ? List.of(demo.imapUrl())
                        : config.mail().imapUrl().orElse(List.of()),
                config.mail().from(),
                config.mail().plusAddresses());
    }

    MailAccounts(Optional<String> smtpUrl, List<String> imapUrls, Optional<String> from) {
        this(smtpUrl, imapUrls, from, false);
    }

    MailAccounts(Optional<String> smtpUrl, List<String> imapUrls, Optional<String> from, boolean plusAddresses) {
        this.plusAddresses = plusAddresses;
        this.outgoing = smtpUrl.map(url -> MailAccount.of("RIGHTDOOR_SMTP_URL", url, Set.of("smtp", "smtps")));
        this.mailboxes = imapUrls.stream()
                .map(url -> MailAccount.of("RIGHTDOOR_IMAP_URL", url, Set.of("imap", "imaps")))
                .toList();
        this.from = from.or(this::userThatIsAnAddress).map(MailAccounts::address);
    }

    /** The server that takes our mail; empty when none is configured. */
    Optional<MailAccount> outgoing() {
        return outgoing;
    }

    List<MailAccount> mailboxes() {
        return mailboxes;
    }

    /** The district's own address; empty when neither it nor a log-in that is one is configured. */
    Optional<InternetAddress> from() {
        return from;
    }

    /** True when answers may come to an address of ours with a mark in it. */
    boolean plusAddresses() {
        return plusAddresses;
    }

    /** In lower case: every address under which we write or read. */
    Set<String> ourAddresses() {
        var addresses = new HashSet<String>();
        from.flatMap(address -> Address.email(address.getAddress())).ifPresent(addresses::add);
        users().flatMap(user -> Address.email(user).stream()).forEach(addresses::add);
        return addresses;
    }

    private Optional<String> userThatIsAnAddress() {
        return users().filter(user -> Address.email(user).isPresent()).findFirst();
    }

    private Stream<String> users() {
        return Stream.concat(outgoing.stream(), mailboxes.stream())
                .flatMap(account -> Stream.ofNullable(account.user()));
    }

    private static InternetAddress address(String written) {
        try {
            return new InternetAddress(written, true);
        } catch (AddressException wrong) {
            throw new IllegalArgumentException(
                    "RIGHTDOOR_MAIL_FROM must be an address such as help@district.example, not: " + written);
        }
    }
}
