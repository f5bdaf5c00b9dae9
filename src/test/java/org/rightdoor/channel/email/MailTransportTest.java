package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Outgoing;

/** What a family gets, through a real SMTP server. */
class MailTransportTest {

    private static final String FAMILY = "ana.ruiz@home.example";

    private GreenMail server;

    @BeforeEach
    void openPostOffice() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser("help@maple.example", "help@maple.example", "secret");
    }

    @AfterEach
    void closePostOffice() {
        server.stop();
    }

    @Test
    void A_reply_arrives_in_the_familys_thread_with_a_link_to_the_case() throws Exception {
        var id = transport()
                .send(reply("The bus will be on time.\n\nSee https://maple.example/bus.", "Late bus", "en", false));

        var mail = onlyMail();
        assertThat(mail.getMessageID()).isEqualTo(id).matches("<rd\\.7\\.[0-9a-f]{24}@maple\\.example>");
        assertThat(mail.getFrom()[0]).hasToString("Maple Schools <help@maple.example>");
        assertThat(mail.getReplyTo()[0]).hasToString("Maple Schools <help@maple.example>");
        assertThat(mail.getRecipients(RecipientType.TO)[0]).hasToString(FAMILY);
        assertThat(mail.getSubject()).isEqualTo("Re: Late bus [Case #1042]");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<q@home.example>");
        assertThat(mail.getHeader("References")).containsExactly("<q@home.example>");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(text(mail))
                .contains("The bus will be on time.")
                .contains("To answer, just reply to this mail.")
                .contains("https://door.maple.example/cases/t0ken");
        assertThat(html(mail))
                .contains("<p>The bus will be on time.</p>")
                .contains("<a href=\"https://maple.example/bus\">https://maple.example/bus</a>.")
                .contains("<a href=\"https://door.maple.example/cases/t0ken\">");
    }

    @Test
    void An_automatic_answer_says_so_and_speaks_the_familys_language() throws Exception {
        transport().send(reply("El autobús llegará a las 7.", "RE: Re: El camión no pasó 🚌 [Caso #1042]", "es", true));

        var mail = onlyMail();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mail.getSubject()).isEqualTo("Re: El camión no pasó 🚌 [Caso #1042]");
        assertThat(text(mail)).contains("El autobús llegará a las 7.").contains("simplemente responda a este correo");
        assertThat(html(mail)).contains("lang=\"es\"");
    }

    @Test
    void Where_the_server_knows_plus_addresses_an_answer_without_any_header_leads_back() throws Exception {
        var plus = new MailAccounts(Optional.of(url()), List.of(), Optional.of("help@maple.example"), true);
        var id = new MailTransport(
                        plus,
                        OAuthSettings.NO_TOKENS,
                        reply -> List.of(),
                        URI.create("https://door"),
                        language -> "Maple")
                .send(reply("text", "Late bus", "en", false));

        var replyTo = onlyMail().getReplyTo()[0].toString();
        assertThat(replyTo).matches("help\\+rd\\.7\\.[0-9a-f]{24}@maple\\.example");
        var answer = "From: " + FAMILY + "\nTo: " + replyTo + "\nSubject: thanks\n\nThe stop is Oak Street.";
        var read = new MailParser(plus.ourAddresses())
                .parse(new RawMail(answer.getBytes(), java.time.Instant.now(), true));
        assertThat(read.reference().messageIds()).containsExactly(id);
    }

    @Test
    void Files_go_along_under_their_names() throws Exception {
        var form = Attachment.of("Formulario de inscripción.pdf", "application/pdf", "%PDF-1.4 form".getBytes());
        new MailTransport(
                        accounts(Optional.of(url())),
                        OAuthSettings.NO_TOKENS,
                        reply -> List.of(form),
                        URI.create("https://door"),
                        language -> "Maple")
                .send(reply("Aquí está.", "Formulario", "es", false));

        var read = new MailParser(java.util.Set.of())
                .parse(new RawMail(
                        com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(onlyMail())
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        java.time.Instant.now(),
                        true));
        assertThat(read.text()).startsWith("Aquí está.");
        assertThat(read.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name).isEqualTo("Formulario de inscripción.pdf");
            assertThat(file.content).isEqualTo(form.content);
        });
    }

    @Test
    void What_a_family_reads_cannot_be_made_markup() throws Exception {
        transport().send(reply("<script>alert(1)</script> & \"more\"", "x", "ar", false));
        assertThat(html(onlyMail()))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>")
                .contains("dir=\"rtl\"");
    }

    @Test
    void A_line_break_in_a_subject_or_a_name_smuggles_no_header_in() throws Exception {
        var transport = new MailTransport(
                accounts(Optional.of(url())),
                OAuthSettings.NO_TOKENS,
                reply -> List.of(),
                URI.create("https://door"),
                language -> "Maple\r\nBcc: thief@evil.example");
        transport.send(reply("text", "late\r\nBcc: thief@evil.example\r\n\r\nbody", "en", false));

        var mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Re: late Bcc: thief@evil.example body [Case #1042]");
    }

    @Test
    void Trying_again_uses_the_same_Message_ID_and_another_reply_another() throws Exception {
        var first = transport().send(reply("text", "x", "en", false));
        var again = transport().send(reply("text", "x", "en", false));
        assertThat(again).isEqualTo(first);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void An_answer_to_our_mail_leads_back_to_the_case() throws Exception {
        var id = transport().send(reply("text", "Late bus", "es", false));
        var answer =
                "From: " + FAMILY + "\nSubject: " + onlyMail().getSubject() + "\nIn-Reply-To: " + id + "\n\nGracias";

        var read = new MailParser(accounts(Optional.of(url())).ourAddresses())
                .parse(new RawMail(answer.getBytes(), java.time.Instant.now(), true));

        assertThat(read.reference().messageIds()).containsExactly(id);
        assertThat(read.reference().number()).isEqualTo(1042);
    }

    private MailTransport transport() {
        return new MailTransport(
                accounts(Optional.of(url())),
                OAuthSettings.NO_TOKENS,
                reply -> List.of(),
                URI.create("https://door.maple.example"),
                language -> "Maple Schools");
    }

    private String url() {
        return "smtp://help@maple.example:secret@127.0.0.1:" + server.getSmtp().getPort();
    }

    private static MailAccounts accounts(Optional<String> smtpUrl) {
        return new MailAccounts(smtpUrl, List.of(), Optional.of("help@maple.example"));
    }

    private static Outgoing reply(String text, String subject, String language, boolean automatic) {
        return new Outgoing(
                7,
                1042,
                Channel.EMAIL,
                FAMILY,
                subject,
                text,
                language,
                "transportation",
                "t0ken",
                "<q@home.example>",
                automatic,
                1);
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) part(mail, 0).getContent();
    }

    private static String html(MimeMessage mail) throws Exception {
        return (String) part(mail, 1).getContent();
    }

    private static BodyPart part(MimeMessage mail, int index) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(index);
    }
}
