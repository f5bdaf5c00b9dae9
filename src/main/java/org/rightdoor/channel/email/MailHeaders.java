package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rightdoor.people.Address;
import org.rightdoor.people.Sender;

/** The headers of one message as people read them, and what they tell about where it belongs. */
record MailHeaders(MimeMessage message) {

    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern IN_ANGLES = Pattern.compile("<\\s*([^<>\\s\\p{Cc}]+@[^<>\\s\\p{Cc}]+)\\s*>");
    private static final Pattern BARE =
            Pattern.compile("[^\\s\\p{Cc}@<>,;:\"()\\[\\]\\\\]+@[^\\s\\p{Cc}@<>,;:\"()\\[\\]\\\\]+");
    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cc}]+>");
    private static final Pattern CASE_NUMBER =
            Pattern.compile("(?iu)\\b(?:case|caso)\\s*#?\\s*(\\d{4,15})\\b|\\[[^\\]\\d]*#(\\d{4,15})\\]");
    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 500;

    /** The header's value in readable characters, unfolded; empty when it is missing. */
    String first(String name) throws MessagingException {
        return EncodedWords.decode(raw(name)).strip();
    }

    /** The value as it was sent; the empty string when it is missing. */
    String raw(String name) throws MessagingException {
        var values = message.getHeader(name);
        return values == null
                ? ""
                : values[0].replaceAll("\\r?\\n[ \\t]*|\\r", " ").strip();
    }

    /** Every value of the header as it was sent, the topmost first. */
    List<String> all(String name) throws MessagingException {
        var values = message.getHeader(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(value -> value.replaceAll("\\s+", " ").strip())
                        .toList();
    }

    boolean has(String name) throws MessagingException {
        return message.getHeader(name) != null;
    }

    /** Who wrote it by that header; without an address when there is none that could be one. */
    Sender sender(String header) throws MessagingException {
        var raw = raw(header);
        var outsideQuotes = QUOTED.matcher(raw).replaceAll(" ");
        var inAngles = IN_ANGLES.matcher(outsideQuotes);
        if (inAngles.find()) {
            var start = raw.indexOf(inAngles.group());
            return named(raw.substring(0, Math.max(start, 0)), inAngles.group(1));
        }
        var bare = BARE.matcher(outsideQuotes);
        if (!bare.find()) return named(raw, null);
        var comment = COMMENT.matcher(raw);
        return named(comment.find() ? comment.group(1) : raw.replace(bare.group(), " "), bare.group());
    }

    /** In lower case: every address it was written or delivered to, as far as headers say. */
    Set<String> recipients() throws MessagingException {
        var found = new LinkedHashSet<String>();
        for (var name : RECIPIENTS) {
            var values = message.getHeader(name);
            if (values == null) continue;
            var plain = QUOTED.matcher(String.join(",", values)).replaceAll(" ");
            BARE.matcher(plain).results().forEach(each -> Address.email(each.group())
                    .ifPresent(found::add));
        }
        return found;
    }

    /** The Message-ID in angle brackets, if there is one fit to be a key. */
    Optional<String> messageId() throws MessagingException {
        var raw = raw("Message-ID");
        var inBrackets = raw.contains("<") ? raw : "<" + raw + ">";
        return ids(inBrackets).stream().findFirst().filter(id -> id.length() <= LONGEST_ID);
    }

    /** Message-IDs this one answers, the nearest first. */
    List<String> answers() throws MessagingException {
        var references = ids(raw("References"));
        Collections.reverse(references);
        var all = ids(raw("In-Reply-To"));
        all.addAll(references);
        return all.stream().distinct().toList();
    }

    /** The number in "[Case #1042]", or null. */
    static Long caseNumber(String subject) {
        var found = CASE_NUMBER.matcher(subject);
        if (!found.find()) return null;
        return Long.valueOf(found.group(1) != null ? found.group(1) : found.group(2));
    }

    static List<String> ids(String header) {
        var ids = new ArrayList<String>();
        MESSAGE_ID.matcher(header).results().forEach(id -> ids.add(id.group()));
        return ids;
    }

    private static Sender named(String rawName, String address) {
        var email = Address.email(address).orElse(null);
        var name = EncodedWords.decode(rawName)
                .replace("\\", "")
                .replaceAll("[\"<>\\p{Cc}]", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[\\s',;:]+|[\\s',;:]+$", "");
        var tellsNothing = name.isBlank() || name.contains("@") || name.length() > LONGEST_NAME;
        return Sender.withEmail(tellsNothing ? null : name, email);
    }
}
