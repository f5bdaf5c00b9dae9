package org.rightdoor.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SoundsTest {

    @Test
    void What_is_sound_is_told_by_its_first_bytes_and_not_by_its_name() {
        assertThat(Sounds.typeOf(bytes("ID3\u0004 and more of it"))).isEqualTo("audio/mpeg");
        assertThat(Sounds.typeOf(new byte[] {(byte) 0xFF, (byte) 0xFB, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .isEqualTo("audio/mpeg");
        assertThat(Sounds.typeOf(bytes("RIFF1234WAVEfmt "))).isEqualTo("audio/wav");
        assertThat(Sounds.typeOf(bytes("<html><script>alert(1)</script>"))).isNull();
        assertThat(Sounds.typeOf(bytes("RIFF1234AVI LIST"))).isNull();
        assertThat(Sounds.typeOf(new byte[0])).isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
