import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A mailbox on this machine with so many mails, each of another family, that stays until its input ends. */
class Mailbox {

    /** {@code MAILS TEXTS PORTFILE} */
    public static void main(String... arguments) throws Exception {
        var mails = Integer.parseInt(arguments[0]);
        var texts = Files.readAllLines(Path.of(arguments[1]));
        var server = new GreenMail(List.of(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)).toArray(ServerSetup[]::new));
        server.start();
        var mailbox = server.setUser("help@maple.example", "help@maple.example", "secret");
        for (var i = 0; i < mails; i++) {
            var raw = "From: Family %d <reader%d@example.org>\r\nTo: help@maple.example\r\nSubject: A question\r\nMessage-ID: <%d.bench@example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n"
                    .formatted(i, i, i, texts.get(i * 7919 % texts.size()));
            mailbox.deliver(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
        }
        Files.writeString(Path.of(arguments[2]), String.valueOf(server.getImap().getPort()));
        System.in.read();
        System.exit(0);
    }
}
