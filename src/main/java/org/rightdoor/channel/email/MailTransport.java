package org.rightdoor.channel.email;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rightdoor.Config;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.DeliveryFailed;
import org.rightdoor.reply.Outgoing;
import org.rightdoor.reply.Transport;

/** Sends replies to families, and word to staff, by mail. */
@Singleton
class MailTransport implements Transport {

    /** What goes along with a reply. */
    interface Files {
        List<Attachment> of(long replyId) throws DeliveryFailed;
    }

    private final Smtp server;
    private final boolean plusAddresses;
    private final Files files;
    private final URI publicUrl;
    private final UnaryOperator<String> districtName;

    @Inject
    MailTransport(
            MailAccounts accounts,
            AccessTokens tokens,
            FilesOfReplies files,
            Config config,
            CurrentKnowledge knowledge) {
        this(
                accounts,
                tokens,
                files::of,
                config.publicUrl(),
                language -> knowledge.now().rules().district().name().in(language));
    }

    /** @param districtName by language */
    MailTransport(
            MailAccounts accounts,
            AccessTokens tokens,
            Files files,
            URI publicUrl,
            UnaryOperator<String> districtName) {
        this.server = new Smtp(accounts, tokens);
        this.plusAddresses = accounts.plusAddresses();
        this.files = files;
        this.publicUrl = publicUrl;
        this.districtName = districtName;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String send(Outgoing message) throws DeliveryFailed {
        var from = server.from();
        var to = recipient(message.address());
        var sent = server.send(
                session -> {
                    var mail = new OutgoingMail(
                            session, message, named(from, message.language()), to, publicUrl, plusAddresses);
                    mail.attach(files.of(message.replyId()));
                    return mail;
                },
                message.automatic());
        return sent.id();
    }

    /**
     * Mails somebody who works here, about no thread and no file. Called on a worker thread.
     *
     * @param urgent true for what calls a person at once
     */
    void tell(String address, String subject, String text, boolean urgent) throws DeliveryFailed {
        var from = server.from();
        var to = recipient(address);
        server.send(
                session -> {
                    var mail = new MimeMessage(session);
                    mail.setFrom(named(from, "en"));
                    mail.setRecipient(Message.RecipientType.TO, to);
                    mail.setSubject(OutgoingMail.oneLine(subject), StandardCharsets.UTF_8.name());
                    mail.setText(text, StandardCharsets.UTF_8.name());
                    mail.setHeader("Auto-Submitted", "auto-generated");
                    if (urgent) mail.setHeader("X-Priority", "1");
                    mail.setSentDate(new Date());
                    mail.saveChanges();
                    return mail;
                },
                false);
    }

    private InternetAddress named(InternetAddress from, String language) throws UnsupportedEncodingException {
        var name = from.getPersonal() != null ? from.getPersonal() : districtName.apply(language);
        return new InternetAddress(from.getAddress(), OutgoingMail.oneLine(name), StandardCharsets.UTF_8.name());
    }

    private static InternetAddress recipient(String given) throws DeliveryFailed {
        try {
            var address = new InternetAddress(given == null ? "" : given, true);
            address.validate();
            return address;
        } catch (AddressException wrong) {
            throw DeliveryFailed.forGood("This is not an e-mail address: " + given);
        }
    }
}
