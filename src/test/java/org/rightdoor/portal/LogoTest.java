package org.rightdoor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogoTest {

    @TempDir
    Path directory;

    @Test
    void Room_for_a_logo_is_known_before_it_is_loaded() throws IOException {
        var drawn = Files.writeString(
                directory.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120.5 40\"/>");
        var svg = Logo.read(null, drawn);
        assertThat(svg.type()).isEqualTo("image/svg+xml");
        assertThat(svg.width()).isEqualTo(120);
        assertThat(svg.height()).isEqualTo(40);

        var painted = directory.resolve("logo.png");
        ImageIO.write(new BufferedImage(64, 16, BufferedImage.TYPE_INT_RGB), "png", painted.toFile());
        var png = Logo.read(null, painted);
        assertThat(png.type()).isEqualTo("image/png");
        assertThat(png.width()).isEqualTo(64);
        assertThat(png.height()).isEqualTo(16);
        assertThat(png.path()).startsWith("/logo/").isNotEqualTo(svg.path());
    }
}
