package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotographTest {

    /** 39 degrees, 2 minutes, 46 seconds; numbers that stand nowhere else in the picture. */
    private static final int[] LATITUDE = {390001, 10001, 20001, 10001, 460001, 10001};

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void A_photograph_keeps_its_picture_and_its_orientation_and_loses_its_place(String order) throws IOException {
        var photo = photo(order);
        assertThat(holds(photo, order, 390001)).isTrue();

        var kept = Attachment.of("home.jpg", "image/jpeg", photo);

        assertThat(kept.mediaType).isEqualTo("image/jpeg");
        assertThat(kept.content).hasSize(photo.length);
        assertThat(holds(kept.content, order, 390001)).isFalse();
        assertThat(holds(kept.content, order, 460001)).isFalse();
        assertThat(new String(kept.content, StandardCharsets.ISO_8859_1))
                .doesNotContain("39,2.76N")
                .contains("Sunny day");
        var picture = ImageIO.read(new ByteArrayInputStream(kept.content));
        assertThat(picture.getWidth()).isEqualTo(8);
        // Orientation 6 in the first entry of the first directory.
        assertThat(tiff(kept.content, order).getShort(8 + 2 + 8)).isEqualTo((short) 6);
    }

    @Test
    void A_photograph_cut_off_anywhere_is_kept() throws IOException {
        var photo = photo("MM");
        for (var length = 1; length < photo.length; length += 7) {
            assertThat(Photograph.withoutPlace(Arrays.copyOf(photo, length))).hasSize(length);
        }
    }

    private static byte[] photo(String order) throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0xff, (byte) 0xd8});
        segment(out, exif(order));
        segment(
                out,
                ("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"39,2.76N\" dc:title=\"Sunny day\"/>")
                        .getBytes(StandardCharsets.ISO_8859_1));
        out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, byte[] content) throws IOException {
        var length = content.length + 2;
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        out.write(content);
    }

    private static byte[] exif(String order) {
        var tiff = ByteBuffer.allocate(128).order(order(order));
        tiff.put(order.getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(40);
        tiff.position(40);
        tiff.putShort((short) 1);
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(64);
        tiff.position(64);
        for (var number : LATITUDE) tiff.putInt(number);
        var out = ByteBuffer.allocate(6 + 128);
        return out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .array();
    }

    private static ByteBuffer tiff(byte[] photo, String order) {
        return ByteBuffer.wrap(photo, 12, 128).slice().order(order(order));
    }

    private static boolean holds(byte[] photo, String order, int number) {
        var wanted = ByteBuffer.allocate(4).order(order(order)).putInt(number).array();
        for (var i = 0; i < photo.length - 4; i++) if (Arrays.equals(photo, i, i + 4, wanted, 0, 4)) return true;
        return false;
    }

    private static ByteOrder order(String order) {
        return order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }
}
