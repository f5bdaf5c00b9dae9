package org.rightdoor.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.rightdoor.reply.DeliveryFailed;

/** What a mail server's no means (RFC 5321 section 4.2). */
final class SmtpRefusal {

    private SmtpRefusal() {}

    /** With the server's own words; codes from 500 on are for good. */
    static DeliveryFailed of(Exception failure, MailAccount account) {
        var code = code(failure);
        var words = reason(failure).replaceAll("\\s+", " ").strip();
        if (code.isPresent() && code.getAsInt() >= 500) {
            return DeliveryFailed.forGood("The mail server refused it: " + words);
        }
        return DeliveryFailed.forNow("The mail server " + account.host() + " did not take it: " + words, failure);
    }

    /** It says no to MAIL, or takes the empty sender for none (503, RFC 5321 section 4.1.4). */
    static boolean wantsSender(SendFailedException refused) {
        var atMail = refused instanceof SMTPSendFailedException sending
                && sending.getCommand() != null
                && sending.getCommand().startsWith("MAIL");
        return atMail || code(refused).orElse(0) == 503;
    }

    /** The most telling reply code: the recipient's before the message's. */
    private static OptionalInt code(Exception failure) {
        var code = OptionalInt.empty();
        for (var each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException recipient) return OptionalInt.of(recipient.getReturnCode());
            if (each instanceof SMTPSenderFailedException sender) code = OptionalInt.of(sender.getReturnCode());
            if (each instanceof SMTPSendFailedException sending && sending.getReturnCode() > 0) {
                code = OptionalInt.of(sending.getReturnCode());
            }
        }
        return code;
    }

    private static String reason(Exception failure) {
        var last = failure;
        while (next(last) != null) last = next(last);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
