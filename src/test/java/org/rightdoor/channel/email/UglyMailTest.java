package org.rightdoor.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightdoor.intake.Inbound;
import org.yaml.snakeyaml.Yaml;

/** Every {@code src/test/resources/mail/NAME.eml} gives what {@code NAME.expected.yml} beside it says. */
class UglyMailTest {

    private static final Path CORPUS = Path.of("src/test/resources/mail");
    private static final Instant NOON = Instant.parse("2026-09-14T16:00:00Z");

    private final MailParser parser = new MailParser(Set.of("help@maple.example"), Optional.of("mx.maple.example"));

    static Stream<String> names() throws IOException {
        try (var files = Files.list(CORPUS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.replace(".eml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void An_ugly_mail_is_read_as_a_person_would(String name) throws IOException {
        var mail = parser.parse(new RawMail(Files.readAllBytes(CORPUS.resolve(name + ".eml")), NOON, true));
        Map<String, Object> expected = new Yaml().load(Files.readString(CORPUS.resolve(name + ".expected.yml")));

        assertThat(mail.at()).isEqualTo(NOON);
        assertThat(mail.text()).as("text").isNotBlank();
        expected.forEach((what, value) -> check(mail, what, value));
    }

    @SuppressWarnings("unchecked")
    private static void check(Inbound mail, String what, Object expected) {
        switch (what) {
            case "from" -> assertThat(mail.sender().email()).as(what).isEqualTo(expected);
            case "name" -> assertThat(mail.sender().name()).as(what).isEqualTo(expected);
            case "subject" -> assertThat(mail.subject()).as(what).isEqualTo(expected);
            case "text" -> assertThat(mail.text()).as(what).isEqualTo(expected);
            case "contains" -> assertThat(mail.text()).contains((List<String>) expected);
            case "without" -> assertThat(mail.text()).doesNotContain((List<String>) expected);
            case "id" -> assertThat(mail.externalId()).as(what).startsWith((String) expected);
            case "number" -> assertThat(mail.reference().number()).isEqualTo(((Number) expected).longValue());
            case "answers" -> assertThat(mail.reference().messageIds()).isEqualTo(expected);
            case "automatic" -> assertThat(mail.automatic()).as(what).isEqualTo(expected);
            case "why" -> assertThat(mail.mail().letter().automatic).as(what).isEqualTo(expected);
            case "formatted" -> assertThat(mail.mail().letter().formatted).contains((List<String>) expected);
            case "formatted without" ->
                assertThat(mail.mail().letter().formatted).doesNotContain((List<String>) expected);
            case "remote pictures" ->
                assertThat(mail.mail().letter().remotePictures).isEqualTo(expected);
            case "sender check" ->
                assertThat(mail.mail().letter().senderCheck).as(what).isEqualTo(expected);
            case "to" -> assertThat(mail.mail().to()).containsExactlyElementsOf((List<String>) expected);
            case "bounces" ->
                assertThat(mail.mail().bounces())
                        .extracting(bounce -> String.join(
                                " ",
                                bounce.messageId() + "",
                                bounce.address(),
                                bounce.forGood() ? "for good" : "for now"))
                        .isEqualTo(expected);
            case "attachments" ->
                assertThat(mail.attachments())
                        .extracting(file -> file.name + ", " + file.mediaType + ", " + file.size)
                        .isEqualTo(expected);
            case "files" ->
                assertThat(mail.attachments()).extracting(file -> file.name).isEqualTo(expected);
            case "quoted" -> assertThat(mail.mail().letter().quoted).contains((String) expected);
            case "nothing quoted" -> assertThat(mail.mail().letter().quoted).isEmpty();
            default -> throw new IllegalArgumentException("The corpus does not know " + what);
        }
    }
}
