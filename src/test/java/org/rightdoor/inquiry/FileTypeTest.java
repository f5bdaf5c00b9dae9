package org.rightdoor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    @Test
    void What_is_sound_is_told_by_its_first_bytes_and_not_by_what_the_sender_says() {
        assertThat(type("ID3\u0004 and more of it", "image/png")).isEqualTo("audio/mpeg");
        assertThat(FileType.of(HexFormat.of().parseHex("fff340c4000000000000"), null))
                .as("without a title, as telephones record")
                .isEqualTo("audio/mpeg");
        assertThat(type("RIFF1234WAVEfmt ", null)).isEqualTo("audio/wav");
        assertThat(type("<html><script>alert(1)</script>", "audio/mpeg")).isEqualTo("text/html");
        assertThat(type("RIFF1234AVI LIST", "audio/wav")).isNotEqualTo("audio/wav");
    }

    @Test
    void What_is_a_picture_is_told_by_its_first_bytes_too() {
        assertThat(type("GIF89a and more", "text/plain")).isEqualTo("image/gif");
        assertThat(type("<svg onload='alert(1)'/>", "image/png")).isEqualTo("image/svg+xml");
        assertThat(type("just words", "image/jpeg")).isEqualTo("text/plain");
        assertThat(FileType.of(new byte[] {0, 1, 2, 3}, "image/jpeg")).isEqualTo("application/octet-stream");
    }

    @Test
    void A_program_is_known_under_any_name() {
        assertThat(FileType.isProgram(type("MZ and more", "image/jpeg"))).isTrue();
        assertThat(FileType.isProgram(type("#!/bin/sh\nrm -rf /", "text/plain")))
                .isTrue();
        assertThat(FileType.isProgram(type("%PDF-1.7", null))).isFalse();
    }

    @Test
    void An_empty_file_is_nothing_in_particular() {
        assertThat(FileType.of(new byte[0], "image/jpeg")).isEqualTo("application/octet-stream");
    }

    private static String type(String content, String declared) {
        return FileType.of(content.getBytes(StandardCharsets.ISO_8859_1), declared);
    }
}
