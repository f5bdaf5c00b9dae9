package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rightdoor.intake.Inbound;

class MailParserTest {

    private static final String HEADERS =
            """
            From: Ana Ruiz <ana.ruiz@home.example>
            Message-ID: <big@home.example>
            Subject: big
            MIME-Version: 1.0
            """;

    private final MailParser parser = new MailParser(Set.of("help@maple.example"));

    @Test
    void A_mail_of_25_MB_keeps_its_attachment_whole() throws IOException {
        var video = new byte[18 * 1024 * 1024];
        new Random(1).nextBytes(video);
        var raw = new ByteArrayOutputStream();
        raw.write((HEADERS + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the video.\n--b\n"
                        + "Content-Type: video/mp4; name=bus.mp4\nContent-Transfer-Encoding: base64\n\n")
                .getBytes(StandardCharsets.US_ASCII));
        raw.write(Base64.getMimeEncoder().encode(video));
        raw.write("\n--b--\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(raw.size()).isBetween(24 * 1024 * 1024, RawMail.LARGEST);

        var start = System.nanoTime();
        var mail = parse(raw.toByteArray());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(mail.text()).isEqualTo("See the video.");
        assertThat(mail.attachments()).singleElement().satisfies(file -> assertThat(file.content)
                .isEqualTo(video));
    }

    @Test
    void A_mail_that_is_too_large_says_that_the_rest_is_in_the_mailbox() {
        var beginning = HEADERS + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the video.\n--b\n"
                + "Content-Type: video/mp4; name=bus.mp4\nContent-Transfer-Encoding: base64\n\nAAAA";

        var mail = parser.parse(new RawMail(beginning.getBytes(StandardCharsets.US_ASCII), Instant.now(), false));

        assertThat(mail.text()).startsWith("See the video.").contains("still in the mailbox");
    }

    @Test
    void A_text_of_100_kB_is_kept_in_the_text() {
        var text = "the bus was late again ".repeat(4500).strip();
        assertThat(parse(HEADERS + "\n" + text).text()).isEqualTo(text);
    }

    @Test
    void A_text_that_nobody_reads_on_a_screen_is_kept_in_a_file() {
        var text = "🚌".repeat(300_000);

        var mail = parse(HEADERS + "\n" + text);

        assertThat(mail.text().length()).isLessThan(500_000);
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name).isEqualTo("text.txt");
            assertThat(new String(file.content, StandardCharsets.UTF_8)).isEqualTo(text);
        });
    }

    @Test
    void Parts_inside_parts_without_end_are_kept_as_they_came() {
        var raw = new StringBuilder(HEADERS);
        for (var i = 0; i < 5000; i++)
            raw.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        raw.append("\n\ndeep down\n");

        var mail = parse(raw.toString());

        assertThat(mail.sender().email()).isEqualTo("ana.ruiz@home.example");
        assertThat(mail.attachments()).extracting(file -> file.name).contains("message.eml");
    }

    @Test
    void A_message_forwarded_a_hundred_times_is_kept_as_it_came() {
        var raw = new StringBuilder(HEADERS);
        for (var i = 0; i < 100; i++)
            raw.append("Content-Type: message/rfc822\n\nSubject: level ")
                    .append(i)
                    .append('\n');
        raw.append("\ndeep down\n");

        assertThat(parse(raw.toString()).attachments())
                .extracting(file -> file.name)
                .contains("message.eml");
    }

    @Test
    void Html_nested_without_end_is_read() {
        var html = "<div>".repeat(50_000) + "The bus is late." + "<b>".repeat(50_000);
        assertThat(parse(HEADERS + "Content-Type: text/html\n\n" + html).text()).contains("The bus is late.");
    }

    @Test
    void No_bytes_at_all_are_refused() {
        var random = new Random(42);
        for (var size = 0; size < 3000; size += 7) {
            var noise = new byte[size];
            random.nextBytes(noise);
            assertThat(parse(noise).externalId()).isNotBlank();
        }
    }

    @Test
    void A_mail_damaged_anywhere_is_still_a_contact() throws IOException {
        var random = new Random(7);
        try (var corpus = Files.newDirectoryStream(Path.of("src/test/resources/mail"), "*.eml")) {
            for (var file : corpus) {
                var whole = Files.readAllBytes(file);
                for (var i = 0; i < 40; i++) {
                    var damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
                    for (var hits = random.nextInt(8); hits > 0; hits--) {
                        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                    }
                    var mail = parse(damaged);
                    assertThat(mail.text()).as(file + " damaged").isNotBlank();
                    assertThat(mail.externalId()).isNotBlank();
                    assertThat(withControlCharacters(mail))
                            .as(file + " damaged")
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void Zero_bytes_anywhere_do_not_reach_the_database() {
        var mail = parse("From: \"A\0na\" <a\0@y.example>\nSubject: x\nMessage-ID: <\0@x>\nReferences: <a\0b@x> <c@x>\n"
                + "Content-Type: image/png; name=\"a\0b.png\"\n\nx");
        assertThat(withControlCharacters(mail)).isEmpty();
        assertThat(mail.externalId()).startsWith("sha256:");
        assertThat(mail.reference().messageIds()).containsExactly("<c@x>");
    }

    @Test
    void The_same_mail_without_a_message_id_has_the_same_external_id() {
        var raw = "From: ana.ruiz@home.example\n\nhello";
        assertThat(parse(raw).externalId()).isEqualTo(parse(raw).externalId()).startsWith("sha256:");
        assertThat(parse(raw + "!").externalId()).isNotEqualTo(parse(raw).externalId());
    }

    /** What a database cannot keep, or what would be cut by it. */
    private static List<String> withControlCharacters(Inbound mail) {
        var kept = new ArrayList<String>();
        kept.add(mail.externalId());
        kept.addAll(mail.reference().messageIds());
        kept.add(mail.sender().email());
        kept.add(mail.sender().name());
        mail.attachments().forEach(file -> kept.addAll(List.of(file.name, file.mediaType)));
        kept.removeIf(text -> text == null || text.chars().noneMatch(Character::isISOControl));
        return kept;
    }

    private Inbound parse(String raw) {
        return parse(raw.getBytes(StandardCharsets.UTF_8));
    }

    private Inbound parse(byte[] raw) {
        return parser.parse(new RawMail(raw, Instant.now(), true));
    }
}
