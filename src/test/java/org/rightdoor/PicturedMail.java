package org.rightdoor;

import static io.restassured.RestAssured.given;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A mail with all that a mail can bring: formatting, a quote, a picture, a sound, and a name that is far too long. */
final class PicturedMail {

    private PicturedMail() {}

    /** Number of the case it opens. */
    static long push() {
        var mail =
                """
                From: Ana Ruiz <%s@family.example>
                Message-ID: <%1$s@family.example>
                To: transportation@maple.example, nutrition@maple.example
                Subject: Re: The place where bus 14 stops is under water
                Authentication-Results: mx.maple.example; spf=pass; dkim=pass; dmarc=pass
                Content-Type: multipart/mixed; boundary=a

                --a
                Content-Type: text/html; charset=utf-8

                <p>Bus 14 cannot stop here any more. See the picture, and <b>listen</b> to the driver.</p>
                <p><img src="cid:stop"> <img src="https://counter.example/1.gif"></p>
                <blockquote>An earlier mail about the bus.</blockquote>
                --a
                Content-Type: image/png; name="the-stop.png"
                Content-ID: <stop>
                Content-Transfer-Encoding: base64

                %s
                --a
                Content-Type: audio/mpeg; name="driver.mp3"
                Content-Transfer-Encoding: base64

                %s
                --a
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="%s.pdf"
                Content-Transfer-Encoding: base64

                %s
                --a--
                """
                        .formatted(
                                UUID.randomUUID(),
                                base64(picture()),
                                base64("ID3 a voice".getBytes(StandardCharsets.UTF_8)),
                                "Route-and-stop-request-of-the-family-".repeat(3),
                                base64("%PDF-1.4 form".getBytes(StandardCharsets.UTF_8)));
        return given().contentType("message/rfc822")
                .header("Authorization", "Bearer " + TestDistrict.API_KEY)
                .body(mail.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/email")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("number");
    }

    private static byte[] picture() {
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var paint = picture.createGraphics();
        paint.setColor(new Color(0x7A, 0xA5, 0xC4));
        paint.fillRect(0, 0, 800, 600);
        paint.setColor(new Color(0xF2, 0xC1, 0x2E));
        paint.fillRect(200, 250, 400, 180);
        paint.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static String base64(byte[] content) {
        return Base64.getMimeEncoder().encodeToString(content);
    }
}
