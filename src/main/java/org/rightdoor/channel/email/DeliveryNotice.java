package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rightdoor.people.Address;
import org.rightdoor.reply.Bounce;

/** Reads which of our mails did not arrive and why: RFC 3464, and the plain words of Exim and qmail. */
final class DeliveryNotice {

    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]+):[ \\t]*((?:.*)(?:\\r?\\n[ \\t]+.*)*)");
    private static final Pattern STATUS = Pattern.compile("\\b([245])\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern QMAIL =
            Pattern.compile("(?s)qmail-send.*?<([^<>\\s]+@[^<>\\s]+)>:\\s*(.{1,300}?)\\n\\s*\\n");
    private static final Pattern OUR_ID = Pattern.compile("(?im)^Message-ID:\\s*(<rd\\.[^<>\\s]+>)");

    private DeliveryNotice() {}

    /** Empty unless it says that something failed; a mere delay is no failure. */
    static List<Bounce> read(MailHeaders headers, MailBody body) throws MessagingException {
        var bounces = new ArrayList<Bounce>();
        for (var status : body.deliveryStatuses()) {
            for (var group : status.replace("\r\n", "\n").split("\\n[ \\t]*\\n")) {
                recipient(fields(group), id(body)).ifPresent(bounces::add);
            }
        }
        return bounces.isEmpty() ? inPlainWords(headers, body) : List.copyOf(bounces);
    }

    private static Optional<Bounce> recipient(Map<String, String> fields, String id) {
        if (!fields.getOrDefault("action", "").toLowerCase(Locale.ROOT).startsWith("failed")) return Optional.empty();
        var address = address(fields.get("original-recipient")).or(() -> address(fields.get("final-recipient")));
        var status = fields.getOrDefault("status", "");
        var diagnosis = fields.getOrDefault("diagnostic-code", "").replaceFirst("(?i)^smtp;\\s*", "");
        return Optional.of(bounce(id, address.orElse(null), (status + " " + diagnosis).strip()));
    }

    private static List<Bounce> inPlainWords(MailHeaders headers, MailBody body) throws MessagingException {
        var failed = Address.email(headers.first("X-Failed-Recipients").replaceFirst("[,\\s].*", ""));
        if (failed.isPresent()) return List.of(bounce(id(body), failed.get(), words(body.text())));
        var qmail = QMAIL.matcher(body.text() + "\n\n");
        if (!AutomaticMail.isMachine(headers.sender("From").email()) || !qmail.find()) return List.of();
        return List.of(bounce(id(body), Address.email(qmail.group(1)).orElse(null), words(qmail.group(2))));
    }

    /** RFC 3463: x.2.x is about the mailbox, and 5.2.2 is one that is full today. */
    private static Bounce bounce(String id, String address, String why) {
        var status = STATUS.matcher(why);
        var code = status.find() ? status.group() : "5.0.0";
        return new Bounce(
                id, address, code.startsWith("5") && !code.equals("5.2.2"), meaning(code) + " (" + words(why) + ")");
    }

    private static String meaning(String code) {
        return switch (code.substring(code.indexOf('.') + 1)) {
            case "1.1", "1.0", "1.6" -> "There is no such address.";
            case "1.2", "4.4" -> "The part of the address behind the @ does not exist.";
            case "2.1" -> "The mailbox is closed.";
            case "2.2" -> "The mailbox is full.";
            case "2.3", "3.4" -> "The mail was too large for the mailbox.";
            case "7.1", "7.0", "7.26" -> "The family's mail server refused it.";
            default -> "The family's mail server did not take it.";
        };
    }

    private static String id(MailBody body) {
        return body.containedIds().stream().findFirst().orElseGet(() -> {
            var quoted = OUR_ID.matcher(body.text());
            return quoted.find() ? quoted.group(1) : null;
        });
    }

    private static Optional<String> address(String field) {
        return field == null
                ? Optional.empty()
                : Address.email(field.replaceFirst("^[^;]*;", "").replaceAll("[<>]", ""));
    }

    private static Map<String, String> fields(String group) {
        var fields = new HashMap<String, String>();
        FIELD.matcher(group)
                .results()
                .forEach(field -> fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), words(field.group(2))));
        return fields;
    }

    private static String words(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 300);
    }
}
