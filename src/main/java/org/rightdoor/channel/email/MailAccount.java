package org.rightdoor.channel.email;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mail server with the log-in for it, as one URL says it.
 *
 * @param scheme imap, imaps, smtp or smtps; the s means TLS from the first byte
 * @param user null for a server that asks for none
 * @param folder of a mailbox, such as INBOX
 * @param token true to log in with an access token; the password is then the refresh token, or null for a log-in in the
 *     application's own name
 */
record MailAccount(String scheme, String host, int port, String user, String password, String folder, boolean token) {

    /** RFC 5092 section 3.2. */
    private static final String BY_TOKEN = ";AUTH=XOAUTH2";

    private static final Pattern URL =
            Pattern.compile("(imaps?|smtps?)://(?:(.*)@)?(\\[[^\\]]+\\]|[^/@:]+)(?::(\\d{1,5}))?(?:/(.*))?");

    /**
     * Reads {@code imaps://user:password@host:993/INBOX} or {@code smtp://user:password@host:587}. User, password and
     * folder are URL-encoded where they hold {@code : / @ %}; an {@code @} in the user is understood without that.
     *
     * @param setting where the URL came from, for the message of the exception, which never shows the password
     */
    static MailAccount of(String setting, String url, Set<String> schemes) {
        var parts = URL.matcher(url.strip());
        if (!parts.matches() || !schemes.contains(parts.group(1))) {
            throw new IllegalArgumentException(setting + " must look like " + example(schemes)
                    + ", with : / @ % in user and" + " password written as %3A %2F %40 %25.");
        }
        var scheme = parts.group(1);
        var login = parts.group(2) == null ? new String[0] : parts.group(2).split(":", 2);
        var token = login.length > 0 && login[0].toUpperCase(Locale.ROOT).endsWith(BY_TOKEN);
        if (token) login[0] = login[0].substring(0, login[0].length() - BY_TOKEN.length());
        return new MailAccount(
                scheme,
                parts.group(3),
                parts.group(4) == null ? defaultPort(scheme) : Integer.parseInt(parts.group(4)),
                login.length > 0 ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null,
                parts.group(5) == null || parts.group(5).isEmpty() ? "INBOX" : decoded(parts.group(5)),
                token);
    }

    boolean tls() {
        return scheme.endsWith("s");
    }

    /** The URL without the password: a name for logs and for the stored position. */
    @Override
    public String toString() {
        var login = user == null ? "" : user + "@";
        var path = scheme.startsWith("imap") ? "/" + folder : "";
        return scheme + "://" + login + host + ":" + port + path;
    }

    private static String decoded(String part) {
        // URLDecoder reads forms, where a plus is a space; in a URL's log-in it is a plus.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String example(Set<String> schemes) {
        return schemes.contains("imap") ? "imaps://user:password@host:993/INBOX" : "smtp://user:password@host:587";
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "imap" -> 143;
            case "imaps" -> 993;
            case "smtp" -> 587;
            default -> 465;
        };
    }
}
