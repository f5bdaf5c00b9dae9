package org.rightdoor.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The district's address with a mark that only the answer to one of our mails can carry (RFC 5233): it leads back to the
 * case where a mailer drops In-Reply-To. The mark is our Message-ID without the domain.
 */
final class PlusAddress {

    private static final Pattern MARKED = Pattern.compile("([^@+]+)\\+(rd\\.\\d+\\.[0-9a-f]{24})@(.+)");

    private PlusAddress() {}

    static InternetAddress of(InternetAddress ours, String messageId) throws AddressException {
        var address = ours.getAddress();
        var at = address.indexOf('@');
        var mark = messageId.substring(1, messageId.indexOf('@'));
        return new InternetAddress(address.substring(0, at) + "+" + mark + address.substring(at));
    }

    /** The Message-ID of ours that the address carries, in angle brackets. */
    static Optional<String> messageId(String address) {
        var marked = MARKED.matcher(address);
        return marked.matches() ? Optional.of("<" + marked.group(2) + "@" + marked.group(3) + ">") : Optional.empty();
    }

    /** The address without whatever follows a plus sign. */
    static String plain(String address) {
        return address.replaceFirst("\\+[^@]*@", "@");
    }
}
