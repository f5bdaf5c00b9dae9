package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What our own mail server found about a mail's sender (RFC 8601); what other servers claim is the sender's to invent. */
record SenderCheck(String authservId) {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    /** Such as "SPF pass, DKIM pass, DMARC pass"; empty when our server said nothing. */
    Optional<String> of(MailHeaders headers) throws MessagingException {
        for (var header : headers.all("Authentication-Results")) {
            var plain = COMMENT.matcher(header).replaceAll(" ").toLowerCase(Locale.ROOT);
            var server = plain.split(";", 2)[0].strip().split("\\s+")[0];
            // The first is the latest: a server puts its own on top and takes forged ones of its name out.
            if (server.equals(authservId.toLowerCase(Locale.ROOT))) return results(plain);
        }
        return Optional.empty();
    }

    private static Optional<String> results(String header) {
        var results = new ArrayList<String>();
        for (var method : List.of("spf", "dkim", "dmarc")) {
            var found = Pattern.compile("(?:^|[;\\s])" + method + "\\s*=\\s*(\\w+)")
                    .matcher(header)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            if (found.isEmpty()) continue;
            results.add(method.toUpperCase(Locale.ROOT) + " " + (found.contains("pass") ? "pass" : found.get(0)));
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", results));
    }
}
